import { accessSync, constants, readdirSync } from 'node:fs';

/** Writes down every candidate first, then looks for the place where the search ends. */
export function probes(cmd: string, path: string): string[] {
  if (/\//.test(cmd)) return [cmd];
  const candidates = path.split(':').map((entry) => (entry ? `${entry}/${cmd}` : cmd));
  const end = candidates.findIndex((file, at) => runs(path.split(':')[at] || '.', cmd, file));
  return end === -1 ? candidates : candidates.slice(0, end + 1);
}

function runs(directory: string, cmd: string, file: string): boolean {
  try {
    const entry = readdirSync(directory, { withFileTypes: true }).find(({ name }) => name === cmd);
    accessSync(file, constants.X_OK);
    return entry !== undefined && !entry.isDirectory();
  } catch {
    return false;
  }
}

import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { TraceError } from '../errors.ts';
import type { Trace } from '../events.ts';
import { eachLine } from '../parse/file.ts';
import { Collector } from '../parse/parse.ts';
import { isHeader, readHeader } from './header.ts';

const FOLDER = fileURLToPath(new URL('./kept/', import.meta.url));

/** Reads a recording of the course by its name (`spawn-true`), or any file that `strace -f -ttt -T -y -o` wrote, by its path. */
export async function readRecording(nameOrFile: string): Promise<Trace> {
  const collector = new Collector();
  let known: Partial<Pick<Trace, 'root' | 'threads'>> = {};
  await eachLine(recordingFile(nameOrFile), (line) => {
    if (isHeader(line)) known = readHeader(line);
    else collector.push(line);
  });
  return collector.trace('recording', known);
}

/** Where the recording lies; throws one sentence when there is none. */
export function recordingFile(nameOrFile: string): string {
  const candidates = [`${join(FOLDER, nameOrFile)}.strace`, nameOrFile];
  const found = candidates.find((path) => existsSync(path));
  if (found === undefined) {
    throw new TraceError(`There is no recording or file named '${nameOrFile}'.`);
  }
  return found;
}

/** A recording that stands in for a trace, with a sentence that says so and why. */
export async function withNotice(nameOrFile: string, reason: string): Promise<Trace> {
  const trace = await readRecording(nameOrFile);
  return { ...trace, notice: `${reason} What you see is a recording from another machine.` };
}

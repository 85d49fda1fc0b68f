import { TraceError } from '../errors.ts';
import { recordingFile } from '../recordings/read.ts';
import { type Summary, summarise } from '../recordings/summarise.ts';

/** Sums up a recording of any size; throws one sentence where the file cannot be read or is no trace at all. */
export async function readInTerminal(nameOrFile: string): Promise<Summary> {
  const file = recordingFile(nameOrFile);
  const summary = await read(file);
  if (summary.events === 0 && summary.notUnderstood > 0) {
    throw new TraceError(
      `'${file}' is no trace: record one with \`strace -f -ttt -T -y -o FILE COMMAND\`.`,
    );
  }
  return summary;
}

async function read(file: string): Promise<Summary> {
  try {
    return await summarise(file);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new TraceError(`The recording '${file}' could not be read: ${reason}.`);
  }
}

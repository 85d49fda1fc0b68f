import { z } from 'zod';

/** One remark of the compiler, in its own words. Lines and columns count from 1. */
export interface Diagnostic {
  readonly severity: 'error' | 'warning' | 'note';
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly message: string;
  /** The option that turned this warning on, such as -Wreturn-type. */
  readonly option?: string;
}

/** What gcc writes with -fdiagnostics-format=json, as far as it is used here. */
const GccJson = z.array(
  z.object({
    kind: z.string(),
    message: z.string(),
    option: z.string().optional(),
    locations: z.array(
      z.object({
        caret: z.object({ file: z.string(), line: z.number(), 'display-column': z.number() }),
      }),
    ),
  }),
);

/** Reads gcc's remarks; what is not JSON (the linker's part) comes back as `rest`. */
export function readDiagnostics(stderr: string): { found: Diagnostic[]; rest: string } {
  const lines = stderr.split('\n');
  const rest = lines
    .filter((line) => !line.startsWith('['))
    .join('\n')
    .trim();
  const found = lines
    .filter((line) => line.startsWith('['))
    .flatMap((line) => GccJson.parse(JSON.parse(line)))
    .map(
      ({ kind, message, option, locations: [place] }): Diagnostic => ({
        severity: kind === 'note' || kind === 'warning' ? kind : 'error',
        file: place?.caret.file ?? '',
        line: place?.caret.line ?? 0,
        column: place?.caret['display-column'] ?? 0,
        message,
        ...(option === undefined ? {} : { option }),
      }),
    );
  return { found, rest };
}

/** The remarks as text: place and message, the guilty line, and a mark under the column. */
export function showDiagnostics(found: readonly Diagnostic[], source: string): string {
  const lines = source.split('\n');
  return found
    .map(({ severity, line, column, message, option }) => {
      const head = `line ${line}: ${severity}: ${message}${option ? ` [${option}]` : ''}`;
      const text = lines[line - 1];
      if (text === undefined) return head;
      // Tabs are kept, so that the mark stands where the reader sees the column.
      const before = text.slice(0, column - 1).replace(/[^\t]/g, ' ');
      return `${head}\n    ${text}\n    ${before}^`;
    })
    .join('\n');
}

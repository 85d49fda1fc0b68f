/** One complaint as the compiler prints it: the first line of its message, and the lines that explain it. */
export interface Complaint {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly code: string;
  readonly message: string;
  readonly details: readonly string[];
}

/** Reads what `tsc --pretty false` prints. Lines that are no complaint (a summary, a warning) are left out. */
export function parseComplaints(output: string): Complaint[] {
  const complaints: Complaint[] = [];
  for (const line of output.split('\n')) {
    const found =
      /^(?<file>.+?)\((?<line>\d+),(?<column>\d+)\): error (?<code>TS\d+): (?<message>.*)$/.exec(
        line,
      );
    if (found?.groups !== undefined) {
      const { file = '', code = '', message = '' } = found.groups;
      const [lineNumber, column] = [Number(found.groups.line), Number(found.groups.column)];
      complaints.push({ file, line: lineNumber, column, code, message, details: [] });
    } else if (/^\s+\S/.test(line)) {
      const last = complaints.pop();
      if (last !== undefined) {
        complaints.push({ ...last, details: [...last.details, line.trim()] });
      }
    }
  }
  return complaints;
}

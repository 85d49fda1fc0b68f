/** One change of a source text: the characters from `start` to `end` become `text`. */
export interface Edit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** The source with the change made. */
export function apply(source: string, { start, end, text }: Edit): string {
  return source.slice(0, start) + text + source.slice(end);
}

/** A program that differs from a right answer by one change. */
export interface Mutant {
  /** The lines that the change touches, trimmed, as they were. */
  readonly before: string;
  /** The same lines as they became. */
  readonly after: string;
  /** Line of the change, from 1. */
  readonly line: number;
  readonly text: string;
}

/** The mutant that an edit makes, with the lines it touches. */
export function mutantOf(source: string, edit: Edit): Mutant {
  const text = apply(source, edit);
  const from = source.lastIndexOf('\n', edit.start - 1) + 1;
  const to = endOfLine(source, edit.end);
  return {
    before: tidy(source.slice(from, to)),
    after: tidy(text.slice(from, to + text.length - source.length)),
    line: source.slice(0, edit.start).split('\n').length,
    text,
  };
}

function endOfLine(source: string, at: number): number {
  const end = source.indexOf('\n', at);
  return end === -1 ? source.length : end;
}

const tidy = (lines: string) => lines.trim().replace(/\s*\n\s*/g, ' ');

import { inspect } from 'node:util';
import { positionInCell } from '../compiler/positions.ts';

/** An error as the Jupyter protocol carries it. */
export type Failure = { ename: string; evalue: string; traceback: string[] };

/** One error of the compiler: where in the cell and what; lines and columns count from 1. */
export type TypeScriptError = { line: number; column: number; text: string; file?: string };

const FRAME = /^\s+at /;
const CELL = /(cell-\d+\.ts):(\d+):(\d+)/;
const OURS = /[/\\](?:src[/\\]kernel|node_modules[/\\]tslab)[/\\]/;
const PLUMBING =
  /\((?:node:vm|node:internal\/(?:process|timers|per_context|event_target|async_hooks)\b)|at node:vm/;

/** What a cell reads for anything it threw: the error with its frames, without the kernel's own. */
export function describeThrown(thrown: unknown): Failure {
  const isError =
    thrown instanceof Error || Object.prototype.toString.call(thrown) === '[object Error]';
  const text = isError ? inspect(thrown) : `Thrown: ${inspect(thrown)}`;
  const traceback = text.split('\n').flatMap((line) => (FRAME.test(line) ? frame(line) : [line]));
  if (!isError) return { ename: 'Thrown', evalue: inspect(thrown), traceback };
  const { name, message } = thrown as Error;
  return { ename: String(name), evalue: String(message), traceback };
}

/** A frame in terms of the learner's cell; none for the kernel's own and for what wraps a cell. */
function frame(line: string): string[] {
  if (OURS.test(line) || PLUMBING.test(line)) return [];
  const place = CELL.exec(line);
  if (!place) return [line];
  const [found, name = '', row, column] = place;
  const position = positionInCell(name, Number(row), Number(column));
  if (!position) return [];
  const { line: at, column: on } = position;
  return [line.replace(found, `${name}:${at}:${on}`).replace('at Proxy.', 'at ')];
}

/** What a cell reads when it does not compile: each error with its line of the cell and a caret. */
export function describeTypeErrors(code: string, errors: readonly TypeScriptError[]): Failure {
  const lines = code.split('\n');
  const traceback = errors.flatMap(({ line, column, text, file }) => {
    const source = file ? undefined : lines[line - 1];
    const where = `${file ? `${file}, ` : ''}line ${line}, column ${column}`;
    const shown = source === undefined ? [] : [`    ${source}`, `    ${' '.repeat(column - 1)}^`];
    return [`${where}: ${text}`, ...shown];
  });
  const [first] = errors;
  return { ename: 'TypeScriptError', evalue: first?.text ?? '', traceback };
}

/** What a cell reads after an interrupt. */
export const INTERRUPTED: Failure = {
  ename: 'Interrupted',
  evalue: 'the cell was interrupted',
  traceback: ['Interrupted: the cell was interrupted'],
};

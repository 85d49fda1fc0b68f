import { SourceMap } from 'node:module';

// A cell is compiled twice: from TypeScript to an ES module, and from that to a CommonJS function.
let emitted: string | undefined;
let transpiled: string | undefined;
const cells = new Map<string, { emitted: string; transpiled: string }>();

/** Keeps the map of the first step, until the cell is known by name. */
export function rememberEmit(map: string): void {
  emitted = map;
}

/** Keeps the map of the second step. */
export function rememberTranspile(map: string): void {
  transpiled = map;
}

/** Gives the maps of the cell that was compiled last to the name under which it runs. */
export function nameCompiledCell(name: string): void {
  if (emitted && transpiled) cells.set(name, { emitted, transpiled });
}

/** Where in the learner's cell a place of the running code comes from; both count from 1. */
export function positionInCell(
  name: string,
  line: number,
  column: number,
): { line: number; column: number } | undefined {
  const maps = cells.get(name);
  const middle = maps && trace(maps.transpiled, line - 1, column - 1);
  const first = middle && trace(maps.emitted, middle.line, middle.column);
  // The first line is tslab's own, which makes every cell a module.
  if (!first || first.line === 0) return undefined;
  return { line: first.line, column: first.column + 1 };
}

function trace(map: string, line: number, column: number) {
  const entry = new SourceMap(JSON.parse(map)).findEntry(line, column);
  if (!('originalLine' in entry) || entry.generatedLine !== line) return undefined;
  return { line: entry.originalLine, column: entry.originalColumn };
}

import { existsSync } from 'node:fs';
import { basename, join, relative } from 'node:path';
import { ROOT } from '../../course/paths.ts';
import { KEPT_SOURCE } from '../../toolchain/index.ts';
import { CELL } from '../job.ts';
import type { CallEnding, Ending, Fault, NativeFrame, Observed } from '../outcome.ts';

/** One labelled block under the headline; several lines where there is more to say. */
export interface Detail {
  readonly label: string;
  readonly text: string;
}

/** What is known beyond the headline: the line of C, the JavaScript calls, the sanitizer's report, the output. */
export function details(ended: (CallEnding<unknown> | Ending) & Observed): Detail[] {
  const found: Detail[] = [];
  if ('fault' in ended && ended.fault) found.push(...stacks(ended.fault));
  if (ended.kind === 'threw') add(found, 'thrown', frames(ended.error.stack));
  if (ended.kind === 'exitedEarly') add(found, 'ended by', frames(ended.stack ?? ''));
  const asan = ended.kind === 'signal' ? ended.asan : undefined;
  if (asan) add(found, 'AddressSanitizer', shorten(asan.text, 12));
  add(found, 'stdout', shorten(ended.stdout, 20));
  if (!asan) add(found, 'stderr', shorten(ended.stderr, 20));
  if (ended.leftBehind > 0) {
    add(found, 'left behind', `${ended.leftBehind} of its processes still ran and were ended`);
  }
  return found;
}

function add(found: Detail[], label: string, text: string): void {
  if (text.trim() !== '') found.push({ label, text: text.trimEnd() });
}

function stacks({ signal, native, javascript }: Fault): Detail[] {
  const known = native.filter(({ source }) => source !== undefined);
  // Where no line is known, the innermost frame still says which library crashed. SIGURG is our own question.
  const innermost = signal === 'SIGURG' ? [] : native.slice(0, 1);
  const c = (known.length > 0 ? known : innermost).map(nativePlace);
  const own = javascript.filter(({ file }) => packageOf(file) === undefined);
  const js = own.map(({ name, file, line, source }) =>
    place(name, `${short(file)}:${line}`, source),
  );
  const others = ofPackages(javascript.map(({ file }) => file));
  const found: Detail[] = [];
  add(found, 'in C', distinct(c));
  add(found, 'called from', [distinct(js), ...others].filter(Boolean).join('\n'));
  return found;
}

/** The first few places; a recursion shows once. */
function distinct(places: readonly string[]): string {
  return [...new Set(places)].slice(0, 4).join('\n');
}

function nativePlace({ symbol, module, offset, file, line, source }: NativeFrame): string {
  const where =
    file === undefined ? `${short(module)} +0x${offset.toString(16)}` : `${short(file)}:${line}`;
  return place(symbol, where, source);
}

function place(name: string | undefined, where: string, source: string | undefined): string {
  const head = name === undefined ? where : `${name}, ${where}`;
  return source === undefined ? head : `${head}\n    ${source}`;
}

/** Paths within the course from its top; a cell's function, and C that came as text, by that name. */
function short(path: string): string {
  if (path.endsWith(CELL)) return 'the function';
  if (basename(path) === KEPT_SOURCE) return 'the C source';
  const inside = relative(ROOT, path);
  if (!inside.startsWith('..')) return inside;
  // A library that was built before its course was moved or copied still names the old place.
  const native = /\/(native\/.+)$/.exec(path)?.[1];
  return native !== undefined && existsSync(join(ROOT, native)) ? native : path;
}

/** The learner's own calls, and after them how many belong to an installed package such as koffi. */
function frames(stack: string): string {
  const calls = stack.split('\n').filter((line) => /^\s+at /.test(line));
  const own = calls.filter((line) => packageOf(line) === undefined);
  const shown = own.slice(0, 4).map((line) =>
    line
      .trim()
      .replace('file://', '')
      .replaceAll(ROOT, '')
      .replace(/(^at (?!.*\()|\().*\[cell\]\.js/, '$1the function'),
  );
  return [...shown, ...ofPackages(calls)].join('\n');
}

function packageOf(place: string): string | undefined {
  return /\/node_modules\/((?:@[^/]+\/)?[^/]+)\/(?!.*\/node_modules\/)/.exec(place)?.[1];
}

function ofPackages(places: readonly string[]): string[] {
  const names = places.map(packageOf).filter((name) => name !== undefined);
  return [...new Set(names)].map((name) => {
    const count = names.filter((other) => other === name).length;
    return `and ${count} ${count === 1 ? 'frame' : 'frames'} of ${name}`;
  });
}

function shorten(text: string, most: number): string {
  const lines = text.trimEnd().split('\n');
  if (lines.length <= most) return lines.map(cut).join('\n');
  const rest = `… ${lines.length - most} more lines`;
  return [...lines.slice(0, most).map(cut), rest].join('\n');
}

function cut(line: string): string {
  return line.length > 400 ? `${line.slice(0, 400)}…` : line;
}

import { tool } from './tools.ts';

/** One entry of a library's debug information: its kind, its attributes as text, and what lies within it. */
export interface DebugEntry {
  readonly at: string;
  readonly tag: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly inner: DebugEntry[];
}

const ENTRY = /^ <(\w+)><(\w+)>: Abbrev Number: \d+ \(DW_TAG_(\w+)\)/;
const ATTRIBUTE = /^ {4}<\w+> +DW_AT_(\w+) *: (.*)$/;

/** Reads the debug information of a compiled file by readelf, entries by their address. */
export async function debugEntries(file: string): Promise<Map<string, DebugEntry>> {
  const dump = await tool('readelf', ['--debug-dump=info', '-W', '--', file]);
  const all = new Map<string, DebugEntry>();
  const open: DebugEntry[] = [];
  for (const line of dump.split('\n')) {
    const [, depth, at, tag] = ENTRY.exec(line) ?? [];
    if (depth !== undefined && at !== undefined && tag !== undefined) {
      const entry = { at, tag, attributes: new Map<string, string>(), inner: [] };
      const level = Number.parseInt(depth, 16);
      open.length = level;
      open[level - 1]?.inner.push(entry);
      open[level] = entry;
      all.set(at, entry);
      continue;
    }
    const [, name, value] = ATTRIBUTE.exec(line) ?? [];
    if (name === undefined || value === undefined) continue;
    (open.at(-1)?.attributes as Map<string, string> | undefined)?.set(name, plain(value));
  }
  return all;
}

/**
 * Only the value, of what versions of readelf write in several ways: "(strp) (offset: 0x12): name" and
 * "(indirect string, offset: 0x12): name" are the name, "(ref4) <0x58>, int" the address 58, "(data1) 4" the number.
 */
function plain(value: string): string {
  return value
    .replace(/^(\([^)]*\):? *)+/, '')
    .replace(/^<0x(\w+)>.*$/, '$1')
    .replace(/\t.*$/, '')
    .trim();
}

import { cType } from './c-type.ts';
import { compile } from './compile.ts';
import { type DebugEntry, debugEntries } from './dwarf.ts';

/** A run of bytes in a struct: a field, or padding that the compiler put in. Offsets and sizes in bytes. */
export interface StructPart {
  readonly offset: number;
  readonly size: number;
  /** undefined for padding. */
  readonly field?: { readonly name: string; readonly type: string; readonly bits?: number };
}

/** Where the compiler put each field of a struct on this machine. The parts lie end to end, padding included. */
export interface StructLayout {
  readonly name: string;
  readonly size: number;
  readonly parts: readonly StructPart[];
}

/**
 * Asks the compiler how it lays out `struct name` (or a typedef of that name) of this C source, by the debug
 * information that it writes. Rejects when the source does not compile or declares no such struct.
 */
export async function structLayout(source: string, name: string): Promise<StructLayout> {
  const flags = ['-fno-eliminate-unused-debug-types'];
  const { path } = await compile({ source, kind: 'library', flags });
  const all = await debugEntries(path);
  const entry = find(name, all);
  if (entry === undefined) throw new Error(`the source declares no struct ${name}`);
  const size = Number(entry.attributes.get('byte_size'));
  const members = entry.inner.filter(({ tag }) => tag === 'member');
  return {
    name,
    size,
    parts: withPadding(
      members.map((one) => part(one, all)),
      size,
    ),
  };
}

function find(name: string, all: ReadonlyMap<string, DebugEntry>): DebugEntry | undefined {
  const named = [...all.values()].filter(({ attributes }) => attributes.get('name') === name);
  const struct = named.find(
    (one) => one.tag === 'structure_type' && one.attributes.has('byte_size'),
  );
  if (struct) return struct;
  const alias = named.find(({ tag }) => tag === 'typedef');
  const target = all.get(alias?.attributes.get('type') ?? '');
  return target?.tag === 'structure_type' ? target : undefined;
}

function part({ attributes }: DebugEntry, all: ReadonlyMap<string, DebugEntry>): StructPart {
  const type = cType(attributes.get('type'), all);
  const name = attributes.get('name') ?? '(unnamed)';
  const bits = attributes.get('bit_size');
  if (bits === undefined) {
    const offset = Number(attributes.get('data_member_location') ?? 0);
    return { offset, size: type.size, field: { name, type: type.name } };
  }
  // A bit field is drawn over the bytes it touches.
  const first = Number(attributes.get('data_bit_offset') ?? 0);
  const offset = Math.floor(first / 8);
  const size = Math.ceil((first + Number(bits)) / 8) - offset;
  return { offset, size, field: { name, type: type.name, bits: Number(bits) } };
}

function withPadding(fields: readonly StructPart[], size: number): StructPart[] {
  const parts: StructPart[] = [];
  let end = 0;
  for (const field of fields) {
    if (field.offset > end) parts.push({ offset: end, size: field.offset - end });
    parts.push(field);
    end = Math.max(end, field.offset + field.size);
  }
  if (size > end) parts.push({ offset: end, size: size - end });
  return parts;
}

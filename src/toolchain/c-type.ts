import type { DebugEntry } from './dwarf.ts';

/** A C type: how a declaration writes it, and how many bytes a value takes. */
export interface CType {
  readonly name: string;
  readonly size: number;
}

const POINTER_BYTES = 8;

/** Spells the type at this address as C does, and measures it. No address is void. */
export function cType(at: string | undefined, all: ReadonlyMap<string, DebugEntry>): CType {
  const entry = at === undefined ? undefined : all.get(at);
  if (entry === undefined) return { name: 'void', size: 0 };
  const name = entry.attributes.get('name') ?? '(unnamed)';
  const size = Number(entry.attributes.get('byte_size') ?? 0);
  const target = () => cType(entry.attributes.get('type'), all);
  switch (entry.tag) {
    case 'pointer_type': {
      const to = all.get(entry.attributes.get('type') ?? '');
      const spelled = to?.tag === 'subroutine_type' ? 'function *' : pointerTo(target().name);
      return { name: spelled, size: POINTER_BYTES };
    }
    case 'const_type':
      return qualified('const', target());
    case 'volatile_type':
      return qualified('volatile', target());
    case 'typedef':
      return { name, size: target().size };
    case 'array_type': {
      const element = target();
      const counts = entry.inner.map(length);
      return {
        name: element.name + counts.map((n) => `[${n}]`).join(''),
        size: counts.reduce((product, n) => product * n, element.size),
      };
    }
    case 'structure_type':
      return { name: `struct ${name}`, size };
    case 'union_type':
      return { name: `union ${name}`, size };
    case 'enumeration_type':
      return { name: `enum ${name}`, size };
    default:
      return { name, size };
  }
}

function pointerTo(name: string): string {
  return name.endsWith('*') ? `${name}*` : `${name} *`;
}

/** A qualifier of a pointer stands behind it: `char *const`. */
function qualified(word: string, { name, size }: CType): CType {
  return { name: name.endsWith('*') ? `${name}${word}` : `${word} ${name}`, size };
}

/** How many elements a dimension has; 0 for the flexible array at a struct's end. */
function length({ attributes }: DebugEntry): number {
  const upper = attributes.get('upper_bound');
  return Number(attributes.get('count') ?? (upper === undefined ? 0 : Number(upper) + 1));
}

import { tool } from './tools.ts';

/** A name that a library offers to others, or wants from them. */
export interface LibrarySymbol {
  readonly name: string;
  readonly kind: 'function' | 'data' | 'other';
  /** The version of the interface, such as GLIBC_2.2.5. */
  readonly version?: string;
  /** May be absent at run time without an error. */
  readonly weak: boolean;
}

/** What the dynamic linker sees of a library. The types of its functions are not in there. */
export interface LibrarySymbols {
  readonly exported: readonly LibrarySymbol[];
  readonly undefined: readonly LibrarySymbol[];
}

/** Lists a library's dynamic symbols by `nm -D`. */
export async function symbols(library: string): Promise<LibrarySymbols> {
  const all = (await tool('nm', ['-D', '--', library])).split('\n').flatMap(readLine);
  return {
    exported: all.filter(({ defined }) => defined).map(({ symbol }) => symbol),
    undefined: all.filter(({ defined }) => !defined).map(({ symbol }) => symbol),
  };
}

/** A line of nm: an address unless undefined, a letter for the kind, the name and perhaps @version. */
function readLine(line: string): { defined: boolean; symbol: LibrarySymbol }[] {
  const [, letter, name, version] = /^[0-9a-f ]+ (\w) ([^@\s]+)(?:@+(\S+))?$/.exec(line) ?? [];
  if (letter === undefined || name === undefined) return [];
  const symbol: LibrarySymbol = {
    name,
    kind: /[TtWwi]/.test(letter) ? 'function' : /[BbDdRrVvGgSsu]/.test(letter) ? 'data' : 'other',
    weak: /[WwVv]/.test(letter),
    ...(version === undefined ? {} : { version }),
  };
  return [{ defined: letter !== 'U' && letter !== 'w' && letter !== 'v', symbol }];
}

/** The libraries that this one asks for by name (NEEDED), its own name (SONAME), and where it adds to the search. */
export interface Dependencies {
  readonly soname?: string;
  readonly needed: readonly string[];
  readonly runpath: readonly string[];
}

/** Reads a library's dynamic section by `readelf -d`. */
export async function dependencies(library: string): Promise<Dependencies> {
  const section = await tool('readelf', ['-d', '-W', '--', library]);
  const values = (tag: string) =>
    [...section.matchAll(new RegExp(`\\((?:${tag})\\)[^[\\n]*\\[([^\\]\\n]*)\\]`, 'g'))].map(
      ([, value = '']) => value,
    );
  const [soname] = values('SONAME');
  return {
    needed: values('NEEDED'),
    runpath: values('RUNPATH|RPATH').flatMap((path) => path.split(':')),
    ...(soname === undefined ? {} : { soname }),
  };
}

import koffi from 'koffi';
import { nativeLibrary } from '../sandbox/index.ts';
import type { Message } from './messages.ts';

type Converter = (message: Message) => string;

// From native/libraries/utf8.h. Types without names: a name may be declared once in a process.
const load = (): Converter => {
  const library = koffi.load(nativeLibrary('utf8'));
  const text = koffi.struct({ bytes: 'void *', length: 'size_t', offset: 'size_t' });
  const convert = library.func('utf8_convert', 'int', [
    'const char *',
    'const uint8_t *',
    'size_t',
    koffi.out(koffi.pointer(text)),
  ]);
  const free = library.func('utf8_free', 'void', [koffi.inout(koffi.pointer(text))]);
  const meaning = library.func('const char *utf8_status_text(int)');

  return ({ charset, bytes }) => {
    const out: { bytes?: unknown; length?: number } = {};
    const status: number = convert(charset, bytes, bytes.length, out);
    if (status !== 0) throw new Error(`${charset}: ${meaning(status)}`);
    try {
      return Buffer.from(koffi.view(out.bytes, Number(out.length))).toString('utf8');
    } finally {
      free(out);
    }
  };
};

let converter: Converter | undefined;

/** Converts one letter by a call of native/'s library in this process: no command, no copy of the process. */
export const convertByCall = (message: Message): string => {
  converter ??= load();
  return converter(message);
};

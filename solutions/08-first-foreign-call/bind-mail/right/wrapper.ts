import koffi from 'koffi';

/** Names the types one by one, and wraps all four alike. */
export function bindMail(so: string) {
  const lib = koffi.load(so);
  const c = {
    postage: lib.func('postage', 'double', ['int', 'double']),
    checksum: lib.func('checksum', 'uint32_t', [koffi.pointer('uint8_t'), 'size_t']),
    sentAt: lib.func('sent_at', 'int64_t', ['int']),
    charsetName: lib.func('charset_name', 'str', ['int']),
  };
  return {
    postage: (grams: number, rate: number): number => c.postage(grams, rate),
    checksum: (bytes: Uint8Array): number => c.checksum(bytes, bytes.byteLength),
    sentAt: (id: number): bigint => BigInt.asIntN(64, BigInt(c.sentAt(id))),
    charsetName: (index: number): string | null => c.charsetName(index),
  };
}

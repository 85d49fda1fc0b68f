import koffi from 'koffi';

export function bindMail(so: string) {
  const lib = koffi.load(so);
  const postage = lib.func('double postage(int, double)');
  const checksum = lib.func('uint32_t checksum(const uint8_t *, size_t)');
  const sentAt = lib.func('int sent_at(int)');
  const charsetName = lib.func('const char *charset_name(int)');
  return {
    postage: (grams: number, rate: number): number => postage(grams, rate),
    checksum: (bytes: Uint8Array): number => checksum(bytes, bytes.length),
    sentAt: (id: number): bigint => BigInt(sentAt(id)),
    charsetName: (index: number): string | null => charsetName(index),
  };
}

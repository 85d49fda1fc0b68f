import koffi from 'koffi';

/** The functions of native/libraries/mail.h, with the types that TypeScript sees. */
export type Mail = {
  postage(grams: number, rate: number): number;
  checksum(bytes: Uint8Array): number;
  sentAt(id: number): bigint;
  charsetName(index: number): string | null;
};

/** Declares each function as its header does; koffi believes every word of it. */
export function bindMail(so: string): Mail {
  const lib = koffi.load(so);
  const checksum = lib.func('uint32_t checksum(const uint8_t *bytes, size_t length)');
  const sentAt = lib.func('int64_t sent_at(int id)');
  return {
    postage: lib.func('double postage(int grams, double rate)'),
    checksum: (bytes) => checksum(bytes, bytes.length),
    sentAt: (id) => BigInt(sentAt(id)),
    charsetName: lib.func('const char *charset_name(int index)'),
  };
}

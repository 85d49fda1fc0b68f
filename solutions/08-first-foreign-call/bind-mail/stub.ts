/** The library of native/libraries/mail.h as TypeScript sees it. */
export type Mail = {
  /** The price of a message of that many grams at that rate a gram. */
  postage(grams: number, rate: number): number;
  /** A 32-bit hash of the bytes, from 0 to 4,294,967,295. */
  checksum(bytes: Uint8Array): number;
  /** When that message was sent, in nanoseconds since 1970: always a bigint. */
  sentAt(id: number): bigint;
  /** The name of that charset, or null where there is none. */
  charsetName(index: number): string | null;
};

/**
 * Load the shared library at the path `so` with koffi, and declare its four functions from their header,
 * native/libraries/mail.h:
 *
 *     double postage(int grams, double rate);
 *     uint32_t checksum(const uint8_t *bytes, size_t length);
 *     int64_t sent_at(int id);
 *     const char *charset_name(int index);
 *
 *     const mail = bindMail('/…/native/build/libmail.so');
 *     mail.postage(20, 0.045)   // 0.9
 *
 * Try it: `./workshop check bind-mail`, or `await check('bind-mail')` in the lesson.
 */
export function bindMail(so: string): Mail {
  throw new Error('not written yet', { cause: so });
}

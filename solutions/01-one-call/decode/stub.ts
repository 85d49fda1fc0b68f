/**
 * Convert one message to a string with the iconv command, as a shell would with
 * `iconv -f CHARSET -t UTF-8 < message`.
 *
 *     await decode(Uint8Array.of(0x4d, 0xfc, 0x6c, 0x6c, 0x0a), 'ISO-8859-1')   // 'Müll\n'
 *
 * Every character arrives, the last newline too. For a charset that iconv does not know the promise rejects.
 *
 * Try it: `./workshop check decode`, or `await check('decode')` in the lesson.
 */
export async function decode(bytes: Uint8Array, charset: string): Promise<string> {
  throw new Error('not written yet', { cause: { bytes, charset } });
}

export async function decode(bytes: Uint8Array, charset: string): Promise<string> {
  return new TextDecoder(charset).decode(bytes);
}

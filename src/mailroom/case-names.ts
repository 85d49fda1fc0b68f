/** Derives eight hexadecimal digits from a case's nonce: FNV-1a, the same as in native/programs/case-nonce.h. */
export const derive = (nonce: string, part: string): string => {
  let hash = 2166136261;
  for (const byte of Buffer.from(nonce + part)) hash = Math.imul(hash ^ byte, 16777619);
  return (hash >>> 0).toString(16).padStart(8, '0');
};

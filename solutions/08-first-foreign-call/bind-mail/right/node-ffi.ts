import { dlopen, toString as stringAt } from 'node:ffi';

/** Node's own bridge: 64-bit integers are bigints here without asking, and NULL is the address 0. */
export function bindMail(so: string) {
  const { functions: c } = dlopen(so, {
    postage: { arguments: ['int32', 'double'], return: 'double' },
    checksum: { arguments: ['buffer', 'uint64'], return: 'uint32' },
    sent_at: { arguments: ['int32'], return: 'int64' },
    charset_name: { arguments: ['int32'], return: 'pointer' },
  });
  return {
    postage: (grams: number, rate: number): number => c.postage(grams, rate),
    checksum: (bytes: Uint8Array): number => c.checksum(bytes, BigInt(bytes.length)),
    sentAt: (id: number): bigint => c.sent_at(id),
    charsetName: (index: number): string | null => {
      const address = c.charset_name(index);
      return address === 0n ? null : stringAt(address);
    },
  };
}

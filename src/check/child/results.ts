import { readFileSync, writeSync } from 'node:fs';

const { nonce, input: given } = JSON.parse(readFileSync(4, 'utf8'));
const write = writeSync;
const stringify = JSON.stringify;
export const channel = {
  input: given,
  send(record: unknown): void {
    write(3, `${stringify({ nonce, record })}\n`);
  },
};
export const input = given as { exercise: string; answer: string };

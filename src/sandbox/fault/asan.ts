import type { AsanReport } from '../outcome.ts';

/** Finds AddressSanitizer's report in what a program wrote to stderr. */
export function asanReport(stderr: string): AsanReport | undefined {
  const start = stderr.search(/^=+\n==\d+==ERROR: AddressSanitizer/m);
  if (start < 0) return undefined;
  const text = stderr.slice(start).replace(/^=+\n/, '');
  const summary = /^SUMMARY: AddressSanitizer: (.*)$/m.exec(text)?.[1];
  const first = /ERROR: AddressSanitizer: (.*)$/m.exec(text)?.[1];
  return { summary: summary ?? first ?? 'a memory error', text: text.trimEnd() };
}

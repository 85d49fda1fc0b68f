import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { type AskOptions, ask, type Reply } from './ask.ts';

/** A probe's answer, or the reply that explains why there is none. */
export type Probed<T> = { readonly value: T } | { readonly failed: Reply };

/** Runs `probes/NAME.ts` in a fresh Node, so that what it tries may crash, and reads the JSON it prints. */
export async function probe<T extends z.ZodType>(
  name: string,
  schema: T,
  options: AskOptions = {},
): Promise<Probed<z.infer<T>>> {
  const file = fileURLToPath(new URL(`./probes/${name}.ts`, import.meta.url));
  const reply = await ask([process.execPath, file], options);
  if (reply.end !== 'exited' || reply.code !== 0) return { failed: reply };
  const parsed = z
    .string()
    .transform((text) => JSON.parse(text))
    .pipe(schema)
    .safeParse(reply.stdout);
  return parsed.success ? { value: parsed.data } : { failed: reply };
}

/** The last telling line of a failed reply, for a sentence such as "the call failed: …". */
export function why(reply: Reply): string {
  if (reply.end === 'no answer') return 'no answer in time';
  if (reply.end === 'not installed') return 'not installed';
  if (reply.signal !== null) return `killed by ${reply.signal}`;
  const lines = reply.stderr.split('\n').map((line) => line.trim());
  const told = lines.find((line) => /error|denied|not permitted|cannot/i.test(line));
  return told?.slice(0, 160) ?? `exit code ${reply.code}`;
}

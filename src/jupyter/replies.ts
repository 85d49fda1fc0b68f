import { z } from 'zod';

/** What a kernel says of itself. */
export const KernelInfo = z.object({
  protocol_version: z.string(),
  implementation: z.string(),
  implementation_version: z.string(),
  language_info: z.object({
    name: z.string(),
    version: z.string(),
    mimetype: z.string(),
    file_extension: z.string(),
  }),
  banner: z.string(),
});
export type KernelInfo = z.infer<typeof KernelInfo>;

/** `abort` is how the stock kernel spells `aborted`. */
export const ExecuteReply = z.object({
  status: z.enum(['ok', 'error', 'aborted', 'abort']),
  execution_count: z.number().nullish(),
});

/** Where the text from `start` to `end` may become one of the matches. */
export const CompleteReply = z
  .object({ matches: z.array(z.string()), cursor_start: z.number(), cursor_end: z.number() })
  .transform((reply) => ({
    matches: reply.matches,
    start: reply.cursor_start,
    end: reply.cursor_end,
  }));
export type Completion = z.infer<typeof CompleteReply>;

/** What is known of the name at a position: a MIME bundle, empty when nothing was found. */
export const InspectReply = z.object({
  found: z.boolean(),
  data: z.record(z.string(), z.unknown()),
});
export type Inspection = z.infer<typeof InspectReply>;

/** Earlier input, the latest last: session, line and source of each. */
export const HistoryReply = z.object({ history: z.array(z.unknown()) });
export type History = z.infer<typeof HistoryReply>;

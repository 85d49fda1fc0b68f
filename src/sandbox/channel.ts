/**
 * The private channel as the supervised program sees it. A runner imports this file by itself
 * (`src/sandbox/channel.ts`) before any learner's code, and keeps the channel in a variable of its own.
 */
export interface RecordChannel {
  /** What the caller passed as `Program.input`; undefined when nothing was. */
  readonly input: unknown;
  /** Sends one record to the caller, at once and in order: any value that JSON can carry. */
  send(record: unknown): void;
}

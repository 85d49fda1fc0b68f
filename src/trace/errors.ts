/** Thrown where a trace cannot be made as asked; the message is one sentence for the learner. */
export class TraceError extends Error {
  override readonly name: string = 'TraceError';
}

/** Thrown where this machine allows no tracing at all, so that a recording may stand in. */
export class TraceRefused extends TraceError {
  override readonly name = 'TraceRefused';
}

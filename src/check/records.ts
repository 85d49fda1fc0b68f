/** A value as util.inspect shows it; `text` is there for a string, and is the string itself. */
export interface ValueRecord {
  readonly shown: string;
  readonly text?: string;
}

/** An error as the supervised process described it; texts are cut to a stated length. */
export interface ErrorRecord {
  readonly name: string;
  readonly message: string;
  readonly code?: string;
  readonly stack: string;
  /** Present for a failed assertion alone. */
  readonly assertion?: {
    readonly operator: string;
    readonly generated: boolean;
    readonly actual: ValueRecord;
    readonly expected: ValueRecord;
  };
}

/** How one test went; `nesting` is 0 for a test at the top of its file. */
export interface TestRecord {
  readonly type: 'test';
  readonly name: string;
  readonly nesting: number;
  readonly file: string;
  readonly ok: boolean;
  readonly skipped: boolean;
  readonly failureType?: string;
  readonly error?: ErrorRecord;
}

/** One message of the supervised process. */
export type CheckRecord =
  | TestRecord
  /** The learner's code, or the test, called process.exit. */
  | { readonly type: 'exit'; readonly code: number; readonly stack: string }
  /** An error that nobody caught, at the moment it surfaced. */
  | { readonly type: 'uncaught'; readonly error: ErrorRecord }
  /** node:test has come to its end by itself. */
  | { readonly type: 'end'; readonly success: boolean };

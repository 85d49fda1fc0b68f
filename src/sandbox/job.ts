/** What the runner is asked to do, as it travels over the channel. */
export interface Job {
  readonly file?: string;
  readonly name: string;
  readonly source?: string;
  readonly libraries?: Readonly<Record<string, string>>;
  /** v8.serialize, in base64. */
  readonly args: string;
}

/** The file name that code from a cell gets in stacks: no real file is called so. */
export const CELL = '[cell].js';

import type { Limits } from '../limits.ts';
import type { Outcome } from '../outcome.ts';

/** Code that misbehaves, and how its run has to end. Read by the system test; run nowhere else. */
export interface HostileCase {
  readonly what: string;
  readonly fn: (...args: never[]) => unknown;
  readonly args?: readonly unknown[];
  readonly limits?: Partial<Limits>;
  readonly kind: Outcome<unknown>['kind'];
  /** What else has to be true. Throws otherwise. */
  readonly expect?: (outcome: Outcome<unknown>) => void;
}

/** Limits for what never ends by itself: it always takes all of it, and a busy machine takes a while to start Node. */
export const SHORT: Partial<Limits> = { wallMs: 3_000 };

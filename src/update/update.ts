import { existsSync, realpathSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../course/paths.ts';
import { updateClone } from './clone.ts';
import { updateHome } from './home.ts';
import { type UpdateOutcome, UpdateRefused } from './outcome.ts';

/** Where the course is, and the master copy it was laid from when it is a container's home. */
export interface UpdateOptions {
  readonly top?: string;
  readonly master?: string | null;
  readonly signal?: AbortSignal;
}

/** Brings the course up to date, however it came here; a refusal is an outcome, with one sentence that says what to do. */
export async function update({
  top = ROOT,
  master = process.env.WORKSHOP_MASTER ?? null,
  signal,
}: UpdateOptions = {}): Promise<UpdateOutcome> {
  try {
    if (existsSync(join(top, '.git'))) return await updateClone(top, signal);
    if (master !== null && existsSync(master) && realpathSync(master) !== realpathSync(top)) {
      return updateHome(top, master);
    }
    throw new UpdateRefused(
      'This folder is no git clone, and there is nothing else to update it from: clone the course anew, and copy your exercises/ into it.',
    );
  } catch (error) {
    if (error instanceof UpdateRefused) return { status: 'refused', sentence: error.message };
    if (error instanceof Error && 'code' in error && 'path' in error) {
      const sentence = `The update stopped: ${error.message}. What was kept beside is there; mend this, then run ./workshop update again.`;
      return { status: 'refused', sentence };
    }
    throw error;
  }
}

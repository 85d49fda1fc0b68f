import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { alone } from '../../course/alone.ts';
import { stateFolder } from '../../course/paths.ts';
import type { Rung, VerdictWord } from '../../course/schema.ts';
import { count, fields, oneOf, optional, text, valuesOf } from '../shape.ts';

/** What is kept about one exercise. Times are ISO 8601; hashes are of content, so that a restored file is the same. */
export interface ExerciseProgress {
  readonly attempts: number;
  /** The strongest hint that was shown, 0 for none. */
  readonly hint: 0 | Rung;
  readonly last?: { readonly at: string; readonly verdict: VerdictWord; readonly answer: string };
  /** The latest pass: the answer that passed, and the exercise as it was then. */
  readonly passed?: { readonly at: string; readonly answer: string; readonly exercise: string };
}

/** .workshop/progress.json. Exercises that this version of the course does not know are kept as they are. */
export interface Progress {
  readonly version: 1;
  readonly exercises: Readonly<Record<string, ExerciseProgress>>;
}

/** A learner's progress, and one sentence when there was something wrong with the file. */
export interface Read {
  readonly progress: Progress;
  readonly notice: string | null;
}

// What a later version adds to an entry is kept, and is no reason to set the file aside.
const isProgress = fields({
  version: oneOf(1),
  exercises: valuesOf(
    fields(
      {
        attempts: count,
        hint: oneOf(0, 1, 2, 3),
        last: optional(fields({ at: text, verdict: text, answer: text }, false)),
        passed: optional(fields({ at: text, answer: text, exercise: text }, false)),
      },
      false,
    ),
  ),
});

/** Reads the progress; a file that cannot be read or understood is kept under another name, never overwritten. */
export function readProgress(): Read {
  const path = progressPath();
  const progress: Progress = { version: 1, exercises: {} };
  const written = contentOf(path);
  if (written === null) return { progress, notice: null };
  const kept = parsed(written);
  if (isProgress(kept)) return { progress: kept as Progress, notice: null };
  return { progress, notice: setAside(path) };
}

function setAside(path: string): string {
  const aside = `${path}.unreadable-${Date.now()}`;
  try {
    renameSync(path, aside);
    return `The progress file could not be read; it is kept as ${aside}, and a new one was begun.`;
  } catch (error) {
    return `The progress file ${path} could not be read, nor be set aside (${messageOf(error)}): make .workshop your own again, or remove the file.`;
  }
}

/**
 * Changes what is kept about one exercise. Of two checks that end at the same moment, in two windows or in a terminal
 * and a lesson, both are kept.
 */
export function updateProgress(
  id: string,
  change: (before: ExerciseProgress) => ExerciseProgress,
): string | null {
  return alone(progressPath(), () => {
    const { progress, notice } = readProgress();
    const before = progress.exercises[id] ?? { attempts: 0, hint: 0 };
    write({ ...progress, exercises: { ...progress.exercises, [id]: change(before) } });
    return notice;
  });
}

/** In one step: whoever reads the file sees the old one or the new one, whole. */
function write(progress: Progress): void {
  mkdirSync(stateFolder(), { recursive: true });
  const draft = `${progressPath()}.${process.pid}.new`;
  try {
    writeFileSync(draft, `${JSON.stringify(progress, null, 2)}\n`);
    renameSync(draft, progressPath());
  } catch (error) {
    rmSync(draft, { force: true }); // a full disk leaves half of it
    throw error;
  }
}

function progressPath(): string {
  return join(stateFolder(), 'progress.json');
}

/** Null when there is no file; what cannot be read holds nothing that can be understood. */
function contentOf(path: string): string | null {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ENOENT' ? null : '';
  }
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

function parsed(content: string): unknown {
  try {
    return JSON.parse(content);
  } catch {
    return null;
  }
}

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';
import { findId } from './find.ts';
import { type ExerciseFiles, exerciseFiles, ROOT } from './paths.ts';
import { type ExerciseEntry, Lesson, Track, type WrongAnswer, WrongAnswers } from './schema.ts';
import { unknownExercise } from './unknown-exercise.ts';

/** An exercise with everything the course knows about it. */
export interface Exercise extends ExerciseEntry {
  readonly id: string;
  readonly lesson: Lesson;
  readonly files: ExerciseFiles;
}

let cached: readonly Lesson[] | undefined;

/** All lessons in the order of the course. Throws with the file and the field when one is not as the schema says. */
export function lessons(): readonly Lesson[] {
  const folder = join(ROOT, 'src/course/lessons');
  cached ??= readdirSync(folder)
    .filter((file) => file.endsWith('.json'))
    .sort()
    .map((file) => parseFile(join(folder, file), Lesson));
  return cached;
}

/** The tracks through the course. */
export function tracks(): readonly Track[] {
  return parseFile(join(ROOT, 'src/course/tracks.json'), z.array(Track));
}

/** All exercises in the order of the course. */
export function exercises(): Exercise[] {
  return lessons().flatMap((lesson) =>
    lesson.exercises.map((entry) => {
      const id = `${lesson.id}/${entry.name}`;
      return { ...entry, id, lesson, files: exerciseFiles(id) };
    }),
  );
}

/** The exercise with this full id. Throws when there is none. */
export function exercise(id: string): Exercise {
  const found = exercises().find((candidate) => candidate.id === id);
  if (found === undefined)
    throw new Error(`No lesson in src/course/lessons has an exercise ${id}.`);
  return found;
}

/** The exercise that a learner means by a word; throws one sentence that names the nearest when there is none. */
export function findExercise(typed: string): Exercise {
  const found = findId(typed);
  if (found.id !== undefined) return exercise(found.id);
  throw new Error(unknownExercise(typed, found.suggestions));
}

/** The known wrong answers of an exercise, as its wrong.json lists them. */
export function wrongAnswers(id: string): WrongAnswer[] {
  return parseFile(exerciseFiles(id).wrongAnswers, WrongAnswers);
}

function parseFile<S extends z.ZodType>(path: string, schema: S): z.infer<S> {
  const parsed = schema.safeParse(JSON.parse(readFileSync(path, 'utf8')));
  if (parsed.success) return parsed.data;
  throw new Error(`${path} is not as src/course/schema.ts says:\n${z.prettifyError(parsed.error)}`);
}

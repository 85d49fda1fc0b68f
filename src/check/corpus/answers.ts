import { readdirSync } from 'node:fs';
import { join, relative } from 'node:path';
import { exercises, ROOT, type VerdictWord, wrongAnswers } from '../../course/index.ts';

/** An answer whose verdict is known: the stub, the reference, another right one, or a wrong one. */
export interface KnownAnswer {
  readonly id: string;
  readonly kind: 'stub' | 'reference' | 'right' | 'wrong';
  /** Absolute. */
  readonly path: string;
  /** The same from the top of the course, for people. */
  readonly file: string;
  readonly verdict: VerdictWord;
  /** Words that the verdict's reason must contain. */
  readonly message: string;
}

/** Every answer of the corpus with the verdict it must get, exercise by exercise. */
export function knownAnswers(): KnownAnswer[] {
  return exercises().flatMap(({ id, files }) => {
    const known = (
      kind: KnownAnswer['kind'],
      path: string,
      verdict: VerdictWord,
      message = '',
    ) => ({
      id,
      kind,
      path,
      file: relative(ROOT, path),
      verdict,
      message,
    });
    return [
      known('stub', files.stub, 'not yet', 'is not written yet.'),
      known('reference', files.reference, 'pass'),
      ...readdirSync(files.right).map((file) => known('right', join(files.right, file), 'pass')),
      ...wrongAnswers(id).map(({ file, verdict, message }) =>
        known('wrong', join(files.wrong, file), verdict, message),
      ),
    ];
  });
}

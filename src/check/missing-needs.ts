import { accessSync, constants, existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { ROOT } from '../course/paths.ts';
import type { ExerciseEntry } from '../course/schema.ts';

/** One sentence about what an exercise needs and this machine has not; null when everything is there. */
export function missingNeeds({
  needs,
  native,
}: Pick<ExerciseEntry, 'needs' | 'native'>): string | null {
  const program = needs.find((name) => !onPath(name));
  if (program !== undefined) {
    return `This exercise needs the program ${program}, which is not on the PATH: \`./workshop doctor\` says how to install it.`;
  }
  const file = native.find((name) => !existsSync(join(ROOT, 'native/build', name)));
  if (file === undefined) return null;
  return `This exercise needs native/build/${file}, which is not built yet: \`make -C native\` builds it.`;
}

function onPath(program: string): boolean {
  return (process.env.PATH ?? '').split(delimiter).some((folder) => {
    try {
      accessSync(join(folder, program), constants.X_OK);
      return true;
    } catch {
      return false;
    }
  });
}

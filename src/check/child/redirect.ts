import { registerHooks } from 'node:module';

/**
 * From here on whoever imports the exercise's file gets the answer under test instead: another file with the same
 * exports. The exercise's own file need not exist.
 */
export function redirect(exerciseUrl: string, answerUrl: string): void {
  if (exerciseUrl === answerUrl) return;
  registerHooks({
    resolve(specifier, context, nextResolve) {
      const url = URL.parse(specifier, context.parentURL)?.href;
      if (url !== exerciseUrl) return nextResolve(specifier, context);
      return { url: answerUrl, format: 'module-typescript', shortCircuit: true };
    },
  });
}

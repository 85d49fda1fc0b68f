import { registerHooks } from 'node:module';
import { pathToFileURL } from 'node:url';
import { contentVersion } from './content-version.ts';

const PARAMETER = 'content';
let hooked = false;

/**
 * Imports a file as it is now. Node keeps a module by its address, so the address carries a hash of the content, and
 * hands it on to the files that it imports by a relative path: an edit of any of them makes all of them new.
 */
export async function importCurrent(path: string): Promise<object> {
  if (!hooked) handVersionsOn();
  hooked = true;
  const url = pathToFileURL(path);
  url.searchParams.set(PARAMETER, contentVersion(path));
  return import(url.href);
}

function handVersionsOn(): void {
  registerHooks({
    resolve(specifier, context, nextResolve) {
      const resolved = nextResolve(specifier, context);
      const version = URL.parse(context.parentURL ?? '')?.searchParams.get(PARAMETER);
      if (!version || !/^\.{1,2}\//.test(specifier)) return resolved;
      const url = new URL(resolved.url);
      url.searchParams.set(PARAMETER, version);
      return { ...resolved, url: url.href };
    },
  });
}

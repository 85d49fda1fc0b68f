import { type FSWatcher, readFileSync, watch } from 'node:fs';
import { dirname } from 'node:path';

/** How often the file is looked at besides: mounted volumes often send no events. */
const POLL_MS = 400;
/** Editors save in several steps; what follows within this time is the same save. */
const SETTLE_MS = 80;

/**
 * Calls `changed` after the content of a file has changed and then stayed the same for a moment. Works without events
 * from the file system, and across a save that replaces the file. Ends with the signal.
 */
export function watchFile(path: string, changed: () => void, signal: AbortSignal): void {
  let seen = contentOf(path);
  let settling: NodeJS.Timeout | undefined;
  const look = (): void => {
    if (settling !== undefined) return;
    const now = contentOf(path);
    if (now === seen) return;
    settling = setTimeout(() => {
      settling = undefined;
      // Half a save: look again once it is whole.
      if (contentOf(path) !== now) return look();
      seen = now;
      changed();
    }, SETTLE_MS);
  };
  const poll = setInterval(look, POLL_MS);
  const events = eventsIn(dirname(path), look);
  signal.addEventListener('abort', () => {
    clearInterval(poll);
    clearTimeout(settling);
    events?.close();
  });
}

function contentOf(path: string): string | null {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return null;
  }
}

/** Events make it quick where there are any; where there are none, or no watches are left, polling alone does it. */
function eventsIn(folder: string, look: () => void): FSWatcher | undefined {
  try {
    return watch(folder, look).on('error', () => undefined);
  } catch {
    return undefined;
  }
}

import { createInterface } from 'node:readline';
import { terminalStyle, terminalText } from '../check/show/terminal.ts';
import { watchExercise } from '../check/watch/watch-exercise.ts';

/**
 * Watches one exercise after the other: n and Enter moves on to the next, q and Enter ends it, as Ctrl-C does.
 * Nothing moves on by itself, not even after a pass.
 */
export async function watchInTurn(
  ids: readonly string[],
  json: boolean,
  signal: AbortSignal,
): Promise<void> {
  let quit = false;
  for (const [index, id] of ids.entries()) {
    if (quit || signal.aborted) return;
    const moved = new AbortController();
    const keys = createInterface({ input: process.stdin });
    keys.on('line', (line) => {
      quit ||= line.trim() === 'q';
      if (quit || line.trim() === 'n') moved.abort();
    });
    const next = ids[index + 1];
    await watchExercise(
      id,
      (verdict, notice) => {
        if (json) return console.log(JSON.stringify(verdict));
        if (process.stdout.isTTY) console.clear();
        console.log(terminalText(verdict, terminalStyle(process.stdout)));
        if (notice !== null) console.error(notice);
        const on = next === undefined ? '' : `n and Enter goes on to ${next}, `;
        console.log(`\n  Watching ${id}: save it to check again; ${on}q and Enter stops.`);
      },
      AbortSignal.any([signal, moved.signal]),
    );
    keys.close();
  }
}

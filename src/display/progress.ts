import { randomUUID } from 'node:crypto';
import { escapeHtml } from './escape.ts';
import { type Bundle, inCell, show } from './show.ts';

// Often enough to look alive, seldom enough not to slow down what is being counted.
const INTERVAL_MS = 100;

export type Progress = {
  /** Counts `n` more steps as done. */
  advance(n?: number, detail?: string): void;
  /** Shows the last state; later calls change nothing. */
  finish(detail?: string): void;
  [Symbol.dispose](): void;
};

const progressHtml = (label: string, done: number, total: number, detail: string): string =>
  `<label>${escapeHtml(label)} <progress value="${done}" max="${total}"></progress> ` +
  `${done} of ${total}${detail && ` · ${escapeHtml(detail)}`}</label>`;

/** Shows how far a piece of work has come, in one place of the cell's output that updates itself. */
export const progress = (label: string, total: number): Progress => {
  const displayId = randomUUID();
  let [done, shownAt, shown, finished] = [0, 0, false, false];

  const draw = (detail: string): void => {
    const text = `${label}: ${done} of ${total}${detail && ` · ${detail}`}`;
    const data = { 'text/html': progressHtml(label, done, total, detail), 'text/plain': text };
    const bundle: Bundle = { data, displayId, update: shown };
    // Outside a kernel nothing updates in place: the start and the end are enough.
    if (inCell() || !shown || finished) show(bundle);
    [shown, shownAt] = [true, performance.now()];
  };

  const finish = (detail = ''): void => {
    if (finished) return;
    finished = true;
    draw(detail);
  };

  draw('');
  return {
    advance(n = 1, detail = '') {
      done = Math.min(total, done + n);
      if (!finished && performance.now() - shownAt >= INTERVAL_MS) draw(detail);
    },
    finish,
    [Symbol.dispose]: finish,
  };
};

import type { Standing } from '../check/index.ts';

/** One character that says where a learner stands with an exercise: passed, begun, not begun. */
export function sign({ state }: Pick<Standing, 'state'>): string {
  if (state === 'not begun') return '·';
  return state.startsWith('passed') ? '✔' : '…';
}

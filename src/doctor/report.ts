import { styleText } from 'node:util';
import type { TerminalStyle } from '../check/show/terminal.ts';
import { wrap } from '../check/show/wrap.ts';
import type { Examination, Finding, State } from './finding.ts';

const INDENT = 9;
const COLOUR = { works: 'green', limited: 'yellow', missing: 'red' } as const;

/** One finding: a word, what was asked and what was found, with the remedy under it. Colour only repeats the word. */
export function findingText(finding: Finding, { columns, colour }: TerminalStyle): string {
  const { state, title, found, neededFor, remedy } = finding;
  const under = (text: string) =>
    wrap(text, columns - INDENT).map((line) => ' '.repeat(INDENT) + line);
  const [first = '', ...rest] = under(`${title}: ${found}`);
  const mark = colour ? styleText(COLOUR[state], state, { validateStream: false }) : state;
  const lines = [`${mark}${first.slice(state.length)}`, ...rest];
  if (remedy !== undefined) lines.push(...under(`For ${neededFor}. ${remedy}`));
  return lines.join('\n');
}

/** The closing sentence: what the examination means for the learner. */
export function conclusion({ verdict, findings }: Examination): string {
  const count = (state: State) => findings.filter((finding) => finding.state === state).length;
  if (verdict === 'works') return 'Everything the lessons rely on works here.';
  if (verdict === 'limited') {
    return `Every lesson runs here; ${count('limited')} of ${findings.length} things are limited, and each says what the lesson does instead.`;
  }
  return `${count('missing')} of ${findings.length} things are missing: do what stands under each, then run ./workshop doctor again.`;
}

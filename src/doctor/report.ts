import { stripVTControlCharacters, styleText } from 'node:util';
import type { Examination, Finding, State } from './finding.ts';

const MARK: Record<State, string> = { works: 'works  ', limited: 'limited', missing: 'missing' };
const COLOUR = { works: 'green', limited: 'yellow', missing: 'red' } as const;

/** One finding as a line, and the remedy under it; words carry the meaning, colour only repeats it. */
export function findingText(finding: Finding, width = 80): string {
  const mark = styleText(COLOUR[finding.state], MARK[finding.state]);
  const lines = [`${mark}  ${finding.title.padEnd(21)} ${finding.found}`];
  if (finding.remedy !== undefined) {
    lines.push(`         for ${finding.neededFor}`, `         ${finding.remedy}`);
  }
  return lines.map((line) => wrap(line, width)).join('\n');
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

/** Breaks a line at spaces, indenting what follows by nine columns under a finding's first word. */
function wrap(line: string, width: number): string {
  const room = Math.max(40, width);
  let text = '';
  let used = 0;
  for (const word of line.split(/(?<= )(?=\S)/)) {
    const length = stripVTControlCharacters(word).trimEnd().length;
    if (used + length > room && used > 9) {
      text = `${text.trimEnd()}\n${' '.repeat(9)}`;
      used = 9;
    }
    text += word;
    used += stripVTControlCharacters(word).length;
  }
  return text.trimEnd();
}

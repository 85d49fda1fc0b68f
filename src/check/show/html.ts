import type { VerdictWord } from '../../course/schema.ts';
import { type Bundle, escapeHtml } from '../../display/index.ts';
import type { Verdict } from '../verdict.ts';
import { type Section, sections } from './sections.ts';
import { terminalText } from './terminal.ts';

// The word is always there: the colour of the bar, chosen for all kinds of sight and both themes, only repeats it.
const BAR: Readonly<Record<VerdictWord, string>> = {
  pass: '#009e73',
  'not yet': '#e69f00',
  crashed: '#d55e00',
  'timed out': '#cc79a7',
  'our fault': '#56b4e9',
};

// Rows of a trace keep their columns in a narrow window, and their font in an exported page.
const CODE = 'margin:.2em 0;overflow-x:auto;white-space:pre;font-family:monospace';

/** A verdict as the output of a cell: HTML that takes its colours from the page, and the terminal's text. */
export function verdictBundle(verdict: Verdict): Bundle {
  return {
    data: {
      'text/html': verdictHtml(verdict),
      'text/plain': terminalText(verdict, { columns: 90, colour: false }),
    },
  };
}

function verdictHtml(verdict: Verdict): string {
  const style = `border-left:6px solid ${BAR[verdict.verdict]};padding:.2em 1em`;
  const seconds = verdict.ms === 0 ? '' : ` <small>${(verdict.ms / 1_000).toFixed(1)} s</small>`;
  const head = `<p style="margin:.3em 0"><strong>${verdict.verdict}</strong> <code>${escapeHtml(verdict.exercise)}</code>${seconds}</p>`;
  return `<div role="status" style="${style}">${head}${sections(verdict).map(sectionHtml).join('')}</div>`;
}

function sectionHtml({ title, kind, lines }: Section): string {
  const head =
    title === null ? '' : `<p style="margin:.6em 0 .2em"><strong>${escapeHtml(title)}</strong></p>`;
  if (kind === 'code' || kind === 'diff') {
    const text = lines.map((line) => (kind === 'diff' ? diffLine(line) : escapeHtml(line)));
    return `${head}<pre style="${CODE}">${text.join('\n')}</pre>`;
  }
  const above = title === null ? '.6em' : '.2em';
  const body = lines.map((line) => `<p style="margin:${above} 0 .2em">${proseHtml(line)}</p>`);
  return head + body.join('');
}

function diffLine(line: string): string {
  const tag = { '-': 'del', '+': 'ins' }[line.charAt(0)];
  const text = escapeHtml(line);
  return tag === undefined ? text : `<${tag} style="text-decoration:none">${text}</${tag}>`;
}

/** What stands between backquotes is code, here as in a terminal. */
function proseHtml(line: string): string {
  return escapeHtml(line).replaceAll(/`([^`]+)`/g, '<code>$1</code>');
}

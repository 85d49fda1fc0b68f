import { styleText } from 'node:util';
import type { VerdictWord } from '../../course/schema.ts';
import type { Verdict } from '../verdict.ts';
import { type Section, sections } from './sections.ts';
import { wrap } from './wrap.ts';

/** How a terminal is written to: its width in columns, and whether it shows colour. */
export interface TerminalStyle {
  readonly columns: number;
  readonly colour: boolean;
}

type Format = Parameters<typeof styleText>[0];

const SIGN: Readonly<Record<VerdictWord, { sign: string; format: Format }>> = {
  pass: { sign: '✔', format: ['bold', 'green'] },
  'not yet': { sign: '✘', format: ['bold', 'yellow'] },
  crashed: { sign: '✘', format: ['bold', 'red'] },
  'timed out': { sign: '✘', format: ['bold', 'magenta'] },
  'our fault': { sign: '!', format: ['bold', 'cyan'] },
};

/** The style of a stream: 80 columns where it has none; colour only on a terminal, and never with NO_COLOR. */
export function terminalStyle(stream: NodeJS.WriteStream): TerminalStyle {
  const wanted = process.env.NO_COLOR === undefined || process.env.NO_COLOR === '';
  const forced = process.env.FORCE_COLOR !== undefined && process.env.FORCE_COLOR !== '0';
  return {
    columns: Math.max(30, Math.min(stream.columns ?? 80, 100)),
    colour: wanted && (forced || (stream.isTTY === true && stream.hasColors())),
  };
}

/** A verdict as text for a terminal. The word of the verdict is always there: colour only repeats it. */
export function terminalText(verdict: Verdict, style: TerminalStyle): string {
  const paint = (format: Format, text: string): string =>
    style.colour ? styleText(format, text, { validateStream: false }) : text;
  const { sign, format } = SIGN[verdict.verdict];
  const headline = `${paint(format, `${sign} ${verdict.verdict}`)}  ${paint('bold', verdict.exercise)}`;
  const seconds = verdict.ms === 0 ? '' : paint('dim', `  ${(verdict.ms / 1_000).toFixed(1)} s`);
  return [
    `${headline}${seconds}`,
    ...sections(verdict).flatMap((section, index) => sectionLines(section, index, style, paint)),
  ].join('\n');
}

function sectionLines(
  { title, kind, lines }: Section,
  index: number,
  { columns }: TerminalStyle,
  paint: (format: Format, text: string) => string,
): string[] {
  const indent = title === null ? '  ' : '    ';
  const body = lines.flatMap((line) => {
    if (kind === 'code') return [`${indent}${line}`];
    if (kind === 'diff') return [indent + paint(DIFF[line.charAt(0)] ?? 'dim', line)];
    const hanging = kind === 'tests' ? '  ' : '';
    return wrap(line, columns - indent.length - hanging.length).map(
      (part, row) => indent + (row === 0 ? '' : hanging) + part,
    );
  });
  const gap = index > 0 || title !== null ? [''] : [];
  return [...gap, ...(title === null ? [] : [`  ${paint('dim', title)}`]), ...body];
}

const DIFF: Readonly<Record<string, Format>> = { '-': 'red', '+': 'green' };

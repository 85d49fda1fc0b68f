import { stripVTControlCharacters } from 'node:util';
import type { Output } from '../jupyter/index.ts';
import type { Finding, Problem } from './result.ts';
import { type CellRun, expectsError } from './run-cells.ts';

const LINE_LENGTH = 60;
const MESSAGE_LENGTH = 1000;

/** The first line of a cell that says something, cut to fit a report. */
export function firstLine(source: string): string {
  const line = source.split('\n').find((text) => text.trim() !== '') ?? '';
  return line.length > LINE_LENGTH ? `${line.trim().slice(0, LINE_LENGTH - 1)}…` : line.trim();
}

function errorsIn(outputs: readonly Output[]): string[] {
  return outputs.flatMap((o) => (o.type === 'error' ? [`${o.ename}: ${o.evalue}`] : []));
}

function stderrIn(outputs: readonly Output[]): string {
  return outputs.map((o) => (o.type === 'stream' && o.name === 'stderr' ? o.text : '')).join('');
}

/** What is wrong with a finished cell; call it once late outputs have had their time. */
export function judge(run: CellRun): Finding[] {
  const found: Finding[] = [];
  const report = (problem: Problem, message: string) => {
    const text = stripVTControlCharacters(message).trim();
    const line = firstLine(run.source.source);
    found.push({ cell: run.cell, line, problem, message: text.slice(0, MESSAGE_LENGTH) });
  };
  const errors = errorsIn(run.outputs);
  const lateErrors = errorsIn(run.late);
  const stderr = stderrIn([...run.outputs, ...run.late]);
  const stderrExpected = run.source.metadata.tags?.includes('expect-stderr');

  if (run.status === 'hung' || run.status === 'kernel died') {
    report(run.status, run.reason ?? '');
  } else if (expectsError(run.source)) {
    const raised = run.status === 'error' || errors.length > 0 || lateErrors.length > 0;
    if (!raised) report('no error', 'it is tagged raises-exception, but no error came');
  } else {
    if (run.status !== 'ok') report('error', errors.join('\n') || stderr || `it was ${run.status}`);
    // An error output beside the reply `ok`: nobody waited for the promise that was rejected.
    else for (const error of errors) report('late error', error);
    for (const error of lateErrors) report('late error', error);
  }
  if (stderr && !stderrExpected) report('stderr', stderr);
  if (!stderr && stderrExpected) report('no stderr', 'it is tagged expect-stderr, but wrote none');
  return found;
}

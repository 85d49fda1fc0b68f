import { basename, resolve } from 'node:path';
import type { TypeProblem } from '../verdict.ts';
import { CONTRACT } from './check-types.ts';
import { parseComplaints } from './complaints.ts';
import { plainContract, plainWords } from './plain-words.ts';

/**
 * The complaints about the answer, in the order of its lines, then those about its exports. Complaints about other
 * files are not the learner's, and are left out.
 */
export function typeProblems(output: string, answer: string, shownAs: string): TypeProblem[] {
  return parseComplaints(output).flatMap((complaint): TypeProblem[] => {
    const { file, line, column, code, message, details } = complaint;
    const compiler = [`${code}: ${message}`, ...details].join('\n');
    if (basename(file) === CONTRACT) {
      return code === 'TS2307' ? [] : [{ place: null, plain: plainContract(complaint), compiler }];
    }
    if (resolve('/', file) !== answer) return [];
    return [{ place: { file: shownAs, line, column }, plain: plainWords(complaint), compiler }];
  });
}

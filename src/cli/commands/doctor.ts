import { terminalStyle } from '../../check/index.ts';
import { conclusion, examine, type Finding, findingText } from '../../doctor/index.ts';
import { command } from '../command.ts';

/** Says what of all that the lessons rely on works on this machine. */
export const doctor = command({
  name: 'doctor',
  summary: 'Say what works on this machine, with the remedy for what does not',
  usage: 'doctor [--json]',
  options: { json: { type: 'boolean', description: 'print the same as JSON' } },
  details: `Each thing is asked by doing it: strace attaches, gcc builds, a child touches memory.
  works    the lessons run as they are
  limited  a lesson goes on by a shorter road, and says so
  missing  some lesson cannot run until the remedy is applied`,
  exitCodes: { 0: 'every lesson runs here', 1: 'something is missing' },
  async run({ values, signal }) {
    const style = terminalStyle(process.stdout);
    const tell = (finding: Finding) => console.log(findingText(finding, style));
    const found = await examine(values.json ? undefined : tell, undefined, signal);
    if (signal.aborted) return 1;
    if (values.json) console.log(JSON.stringify(found, null, 2));
    else console.log(`\n${found.machine}\n${conclusion(found)}`);
    return found.verdict === 'missing' ? 1 : 0;
  },
});

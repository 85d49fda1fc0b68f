export { readInTerminal } from './read-in-terminal.ts';
export { type Brief, brief, report } from './report.ts';
export { traceInTerminal } from './trace-in-terminal.ts';

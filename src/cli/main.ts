import { enableCompileCache } from 'node:module';
import { join } from 'node:path';
import { stateFolder } from '../course/paths.ts';

// What is imported from here on is compiled once and kept: a check is short, and most of it would be compiling.
enableCompileCache(join(stateFolder(), 'cache/node'));
const { main } = await import('./run-command.ts');
process.exitCode = await main(process.argv.slice(2));

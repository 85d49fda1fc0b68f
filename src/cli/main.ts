import { main } from './run-command.ts';

// `./workshop` sets it, so that Node compiles this program once and not at each start. It is meant for nobody else.
delete process.env.NODE_COMPILE_CACHE;

process.exitCode = await main(process.argv.slice(2));

import { enableCompileCache } from 'node:module';

const [file] = process.argv.slice(2);
if (file === undefined) {
  console.error('Which connection file? Jupyter gives one: node src/kernel/main.ts FILE');
  process.exitCode = 2;
} else {
  // Loading the compiler is most of the start; what V8 made of it the last time is kept.
  enableCompileCache();
  const { start } = await import('./start.ts');
  await start(file);
}

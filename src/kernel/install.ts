import { mkdirSync, realpathSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { kernelSpec } from './spec.ts';

/** Writes the kernelspec below a Jupyter prefix and returns the file; throws when it cannot. */
function install(prefix: string): string {
  const folder = join(resolve(prefix), 'share/jupyter/kernels/tslab');
  mkdirSync(folder, { recursive: true });
  const file = join(folder, 'kernel.json');
  const spec = kernelSpec(realpathSync(process.execPath));
  writeFileSync(file, `${JSON.stringify(spec, null, 2)}\n`);
  return file;
}

const [prefix] = process.argv.slice(2);
if (prefix === undefined) {
  console.error('Which prefix? For example: node src/kernel/install.ts .venv');
  process.exitCode = 2;
} else {
  try {
    console.log(install(prefix));
  } catch (error) {
    console.error(`The kernelspec could not be written below ${prefix}: ${error}`);
    process.exitCode = 1;
  }
}

// Calls breakIt() in a process of its own and looks at how that process ended.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import test from 'node:test';

const answer = JSON.stringify(import.meta.resolve('./break-it.ts'));
const program = `import { breakIt } from ${answer}; breakIt();`;

test('breakIt ends its process by a signal', () => {
  const child = spawnSync(process.execPath, ['--input-type=module', '--eval', program], {
    encoding: 'utf8',
    timeout: 3_000,
    killSignal: 'SIGKILL',
  });
  const timedOut = child.error !== undefined;
  const threw = /^\w*Error: (.*)$/m.exec(child.stderr)?.[1];

  assert.ok(!timedOut, 'The process was still running after 3 seconds: a hang is not a crash.');
  assert.notEqual(threw, 'not written yet', 'breakIt is not written yet.');
  assert.equal(
    threw,
    undefined,
    'The process ended by an exception: Node caught it, printed it and exited with code 1. Nothing crashed.',
  );
  assert.notEqual(
    child.signal,
    null,
    `The process exited by itself, with code ${child.status}: an exit code, zero or not, is no crash.`,
  );
});

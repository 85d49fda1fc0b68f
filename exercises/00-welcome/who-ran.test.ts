// Calls whoRan() and compares what it says with what the kernel knows about this process and its children.
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import test from 'node:test';
import { promisify } from 'node:util';
import { whoRan } from './who-ran.ts';

/** How many page faults the ended children of this process have had: it grows with every child that ran. */
function faultsOfChildren(): number {
  const afterName = readFileSync('/proc/self/stat', 'utf8').split(') ').at(-1) ?? '';
  return Number(afterName.split(' ')[8]);
}

/** Whether a child of this process ran and ended while `work` was done. */
async function startsAProcess(work: () => Promise<unknown>): Promise<boolean> {
  const before = faultsOfChildren();
  await work();
  return faultsOfChildren() > before;
}

test('parent is the process that called whoRan', async () => {
  const { child, parent } = await whoRan();
  assert.notEqual(typeof parent, 'string', 'parent is text: what a program writes is text.');
  assert.notEqual(typeof child, 'string', 'child is text: what a program writes is text.');
  assert.ok(
    !Number.isNaN(child) && !Number.isNaN(parent),
    'One of the two is NaN, so there was no number in what the command wrote. Who should have put one there?',
  );
  assert.notEqual(
    child,
    process.pid,
    'child is the process that called whoRan. A command runs in a process of its own, not inside Node.',
  );
  assert.equal(
    parent,
    process.pid,
    'The process that started the command is the one that called whoRan: its pid is process.pid.',
  );
});

test('the child is gone when whoRan has resolved', async () => {
  const { child } = await whoRan();
  const left = existsSync(`/proc/${child}`);
  assert.ok(!left, 'The child is still there: whoRan resolved before the command had ended.');
});

test('child is another process, a new one at each call', async () => {
  const seen: number[] = [];
  const ran = await startsAProcess(async () => {
    for (let call = 0; call < 3; call++) seen.push((await whoRan()).child);
  });
  const sound = seen.every((child) => Number.isInteger(child) && child > 0);
  assert.ok(sound, 'child is not a process id: those are whole numbers above 0.');
  assert.equal(new Set(seen).size, 3, 'Three calls named the same child: each must run a new one.');
  assert.ok(
    ran,
    'No command ended in those three calls: the kernel counts no child of this process.',
  );
});

test('parent is a pid and not a process group', async () => {
  // The test's own pid is that of its group, too. A child that it starts is in that group under another pid.
  const program = `
    import { whoRan } from ${JSON.stringify(import.meta.resolve('./who-ran.ts'))};
    console.log(JSON.stringify({ caller: process.pid, ...(await whoRan()) }));
  `;
  const argv = ['--input-type=module', '--eval', program];
  const { stdout } = await promisify(execFile)(process.execPath, argv, { timeout: 10_000 });
  const { caller, parent } = JSON.parse(stdout);
  assert.equal(
    parent,
    caller,
    'parent is another number than the pid of the caller, such as its process group: which field of /proc/self/stat is which?',
  );
});

import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, openSync } from 'node:fs';
import { test } from 'node:test';
import { setTimeout as delay } from 'node:timers/promises';
import {
  children,
  commandLine,
  descendants,
  freeMemory,
  maps,
  openFiles,
  parseMapping,
  parseStat,
  processes,
  smapsRollup,
  stat,
  status,
  threads,
  waitingOn,
} from './index.ts';

const NOBODY = 2 ** 22 + 1;

async function until<T>(look: () => T | undefined | false): Promise<T> {
  for (;;) {
    const found = look();
    if (found !== undefined && found !== false) return found;
    await delay(5);
  }
}

test('this process, from status and stat, agrees with what Node says', () => {
  const own = status() ?? assert.fail();
  const same = stat() ?? assert.fail();
  assert.equal(own.pid, process.pid);
  assert.equal(own.parent, process.ppid);
  assert.equal(own.state, 'R');
  assert.deepEqual([same.pid, same.parent, same.name], [own.pid, own.parent, own.name]);
  assert.ok(Math.abs(own.resident - process.memoryUsage.rss()) < 2 ** 25);
  assert.ok(same.userSeconds > 0 && same.minorFaults > 0);
  assert.equal(threads()?.length, status()?.threads);
  assert.equal(threads()?.[0]?.tid, process.pid);
});

test('a name in stat may hold parentheses and spaces', () => {
  const rest = Array.from({ length: 49 }, (_, i) => i + 4).join(' ');
  const parsed = parseStat(`42 (a) b (c) S ${rest}`);
  assert.equal(parsed.name, 'a) b (c');
  assert.equal(parsed.state, 'S');
  assert.deepEqual(
    [parsed.parent, parsed.group, parsed.session, parsed.minorFaults, parsed.majorFaults],
    [4, 5, 6, 10, 12],
  );
  assert.deepEqual(
    [parsed.userSeconds, parsed.systemSeconds, parsed.startedAt],
    [0.14, 0.15, 0.22],
  );
});

test('a process that does not exist is undefined everywhere', () => {
  for (const read of [
    status,
    stat,
    commandLine,
    threads,
    openFiles,
    maps,
    smapsRollup,
    waitingOn,
  ]) {
    assert.equal(read(NOBODY), undefined, read.name);
  }
  assert.deepEqual(children(NOBODY), []);
});

test('a child: who it is, what it waits on, and the other end of its pipe', async () => {
  const cat = spawn('cat', ['-', 'a b', '']);
  const pid = cat.pid ?? assert.fail();
  try {
    const waiting = await until(() => {
      const now = waitingOn(pid);
      return status(pid)?.name === 'cat' && now?.target !== undefined && now;
    });
    assert.deepEqual(commandLine(pid), ['cat', '-', 'a b', '']);
    assert.deepEqual(
      children().map((child) => child.pid),
      [pid],
    );
    const stdin = openFiles(pid)?.find(({ fd }) => fd === 0) ?? assert.fail();
    assert.equal(waiting.target, stdin.target);
    assert.equal(waiting.args[0], 0n);
    assert.match(stdin.target, /^(socket|pipe):\[\d+\]$/);
    assert.equal(stdin.closeOnExec, false);
  } finally {
    cat.kill();
    await once(cat, 'close');
  }
  assert.equal(status(pid), undefined);
});

test('a zombie has a state and a parent, and neither memory nor files', async () => {
  const shell = spawn('sh', ['-c', '/bin/true & exec sleep 5'], { stdio: 'ignore' });
  const pid = shell.pid ?? assert.fail();
  try {
    const zombie = await until(() => children(pid).find(({ state }) => state === 'Z'));
    assert.equal(zombie.parent, pid);
    assert.deepEqual(descendants(), [stat(pid), zombie]);
    assert.equal(status(zombie.pid)?.resident, 0);
    assert.equal(smapsRollup(zombie.pid), undefined);
    assert.deepEqual(commandLine(zombie.pid), []);
  } finally {
    shell.kill();
    await once(shell, 'close');
  }
});

test('processes that come and go while they are listed do no harm', async () => {
  const busy = spawn('sh', ['-c', 'for i in $(seq 300); do /bin/true; done'], { stdio: 'ignore' });
  const ended = once(busy, 'close');
  let rounds = 0;
  while (busy.exitCode === null) {
    for (const { pid } of processes()) {
      status(pid);
      commandLine(pid);
      threads(pid);
    }
    rounds++;
    await delay(0);
  }
  await ended;
  assert.ok(rounds > 0);
});

test('an open file: its path, its position, whether a child inherits it', () => {
  const fd = openSync('/etc/passwd', 'r');
  try {
    const file = openFiles()?.find((open) => open.fd === fd);
    assert.deepEqual(file, { fd, target: '/etc/passwd', closeOnExec: true, position: 0 });
  } finally {
    closeSync(fd);
  }
});

test('the address space holds this program and its stack', () => {
  const all = maps() ?? assert.fail();
  const program = all.find(({ path }) => path === process.execPath) ?? assert.fail();
  assert.ok(program.size > 0);
  assert.ok(all.some(({ path }) => path === '[stack]'));
  assert.deepEqual(
    parseMapping('7f0000001000-7f0000003000 rw-p 00002000 08:01 42   /tmp/a b (deleted)'),
    {
      from: '7f0000001000',
      to: '7f0000003000',
      size: 8192,
      permissions: 'rw-p',
      offset: 8192,
      path: '/tmp/a b (deleted)',
    },
  );
});

test('memory that is touched shows up as private and dirty', () => {
  const before = smapsRollup() ?? assert.fail();
  const touched = Buffer.alloc(2 ** 26, 1);
  const after = smapsRollup() ?? assert.fail();
  assert.ok(after.privateDirty - before.privateDirty > touched.length / 2);
  assert.ok(after.pss <= after.rss);
});

test('free memory is no more than the machine has, and there is some', () => {
  const free = freeMemory();
  const total = Number(
    spawnSync('free', ['-b'], { encoding: 'utf8' }).stdout.match(/Mem: +(\d+)/)?.[1],
  );
  assert.ok(free > 2 ** 20);
  if (total > 0) assert.ok(free < total);
});

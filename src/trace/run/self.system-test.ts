import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { text } from 'node:stream/consumers';
import { afterEach, test } from 'node:test';
import { setTimeout as delay } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { children, status } from '../../proc/index.ts';
import { isProcessBirth } from '../story/births.ts';
import { calls } from '../story/essentials.ts';
import { isExecSuccess, isPathProbe } from '../story/execs.ts';
import { tasks } from '../story/tasks.ts';
import { traceSelf } from './self.ts';

afterEach(() => {
  assert.deepEqual(
    children().map(({ name }) => name),
    [],
    'no child is left',
  );
  assert.equal(status()?.tracer, 0, 'no tracer is left');
  const ours = `workshop-trace-${process.pid}-`;
  const left = readdirSync(tmpdir()).filter((name) => name.startsWith(ours));
  assert.deepEqual(left, [], 'no folder is left');
});

const MARKER = /@mark/;

test('a spawn in this very process: its birth, its probes, its end, and nothing of strace', async () => {
  const child = Promise.withResolvers<number | undefined>();
  const { value, trace } = await traceSelf(async () => {
    const started = spawn('true');
    child.resolve(started.pid);
    const [code] = await once(started, 'close');
    return code;
  });
  assert.equal(value, 0);
  assert.equal(trace.source, 'live');
  assert.equal(trace.notice, undefined);
  assert.equal(trace.root, process.pid);
  assert.deepEqual(trace.notUnderstood, []);
  const pid = await child.promise;
  const births = trace.events.filter(isProcessBirth);
  assert.deepEqual(
    births.map((call) => call.result?.value),
    [pid],
  );
  const execs = calls(trace, 'execve');
  assert.ok(execs.every((call) => call.pid === pid));
  assert.ok(execs.slice(0, -1).every(isPathProbe) && isExecSuccess(execs.at(-1) ?? assert.fail()));
  assert.ok(trace.events.some((event) => event.kind === 'exit' && event.pid === pid));
  assert.ok(calls(trace, 'wait4').every((call) => call.args[0] === String(pid)));
  assert.ok(
    !trace.events.some((event) => event.kind === 'syscall' && MARKER.test(event.args.join())),
  );
  assert.ok(tasks(trace).some(({ name, kind }) => name === 'true' && kind === 'process'));
});

test('exactly what was done, twenty times over', async () => {
  for (let i = 0; i < 20; i++) {
    const path = `/no/such/file/${i}`;
    const { value, trace } = await traceSelf(() => {
      try {
        readFileSync(path);
      } catch {
        return i;
      }
    });
    assert.equal(value, i);
    const opened = calls(trace, 'open', 'openat').filter((call) => call.pid === process.pid);
    assert.equal(opened.filter((call) => call.args.join().includes(path)).length, 1);
    assert.deepEqual(trace.notUnderstood, []);
  }
});

test('an injected fault strikes this process, and only while it is traced', async () => {
  const inject = 'clone,clone3,vfork,fork:error=ENOMEM';
  const { value, trace } = await traceSelf(() => spawnSync('true').error, { inject });
  assert.equal((value as NodeJS.ErrnoException).code, 'ENOMEM');
  const failed = calls(trace, 'clone', 'clone3', 'vfork', 'fork').filter((c) => c.result?.injected);
  assert.equal(failed.length, 1);
  assert.equal(spawnSync('true').status, 0);
});

test('what the function throws comes out, and strace is gone', async () => {
  const mine = new Error('mine');
  await assert.rejects(
    traceSelf(() => {
      throw mine;
    }),
    (error) => error === mine,
  );
  await assert.rejects(
    traceSelf(async () => {
      await delay(5);
      throw mine;
    }),
    (error) => error === mine,
  );
});

test('an abort lets go at once, though the function never ends', async () => {
  const controller = new AbortController();
  const reason = new Error('enough');
  const traced = traceSelf(() => new Promise(() => {}), { signal: controller.signal });
  setTimeout(() => controller.abort(reason), 100);
  await assert.rejects(traced, (error) => error === reason);
});

test('when strace is ended from outside, one sentence says so', async () => {
  const traced = traceSelf(() => new Promise(() => {}));
  const timer = setInterval(() => {
    const strace = children().find(({ name }) => name === 'strace');
    if (strace !== undefined && status()?.tracer === strace.pid) process.kill(strace.pid, 'SIGINT');
  }, 20);
  try {
    const message = /interrupted before the function/;
    await assert.rejects(traced, { name: 'TraceError', message });
  } finally {
    clearInterval(timer);
  }
});

test('Ctrl-C while strace attaches: the function never begins, and a script ends', async () => {
  const self = fileURLToPath(new URL('./self.ts', import.meta.url));
  const script = `import { traceSelf } from ${JSON.stringify(self)};
    const traced = traceSelf(() => { console.log('began'); });
    process.kill(process.pid, 'SIGINT');
    await traced.catch((error) => console.log(error.message));
    setTimeout(() => {}, 60_000);`;
  const child = spawn(process.execPath, ['--input-type=module', '-e', script]);
  const [[code, signal], out] = await Promise.all([once(child, 'close'), text(child.stdout)]);
  assert.deepEqual([code, signal], [null, 'SIGINT']);
  assert.doesNotMatch(out, /began/);
});

test('a second tracer is refused with one sentence, or makes way for a recording', async () => {
  const { value } = await traceSelf(async () => {
    const refused = await traceSelf(() => 1).catch((error: Error) => error.message);
    const recorded = await traceSelf(() => 2, { recording: 'spawn-true' });
    return { refused, recorded };
  });
  assert.match(String(value.refused), /^This process is already traced by strace \(process \d+\)/);
  assert.equal(value.recorded.value, 2);
  assert.equal(value.recorded.trace.source, 'recording');
  assert.match(value.recorded.trace.notice ?? '', /already traced.*recording from another machine/);
  assert.ok(value.recorded.trace.events.length > 50);
});

test('without strace: one sentence, or the recording; the function runs all the same', async () => {
  const { PATH } = process.env;
  process.env.PATH = '/nowhere';
  try {
    await assert.rejects(
      traceSelf(() => 1),
      { name: 'TraceRefused', message: /not installed/ },
    );
    const { value, trace } = await traceSelf(() => 1, { recording: 'execa-iconv' });
    assert.equal(value, 1);
    assert.match(trace.notice ?? '', /strace is not installed/);
    await assert.rejects(
      traceSelf(() => 1, { recording: 'nosuch' }),
      /no recording or file/,
    );
  } finally {
    process.env.PATH = PATH;
  }
});

test('an injection that cannot be read is refused before anything runs', async () => {
  let ran = false;
  const run = () => {
    ran = true;
  };
  await assert.rejects(traceSelf(run, { inject: 'clone' }), { name: 'TraceError' });
  await assert.rejects(traceSelf(run, { inject: 'clone:error=EWHATEVER' }), /EWHATEVER/);
  assert.equal(ran, false);
});

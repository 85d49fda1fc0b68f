import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { type Examination, examinationSchema } from './finding.ts';

const address = (file: string) => JSON.stringify(new URL(file, import.meta.url).href);

/** Examines in a fresh Node, started by `before` and with this PATH; asks all questions, or those named. */
function examination(before: string[] = [], PATH = process.env.PATH, only?: string[]): Examination {
  const script = `
    import { examine } from ${address('./examine.ts')};
    import { questions } from ${address('./questions/index.ts')};
    const only = ${JSON.stringify(only ?? null)};
    const asked = questions.filter(({ id }) => only === null || only.includes(id));
    console.log(JSON.stringify(await examine(undefined, asked)));`;
  const [program = '', ...args] = [
    ...before,
    process.execPath,
    '--input-type=module',
    '-e',
    script,
  ];
  const env = { ...process.env, PATH };
  return examinationSchema.parse(
    JSON.parse(execFileSync(program, args, { encoding: 'utf8', env, timeout: 120_000 })),
  );
}

function state({ findings }: Examination, id: string) {
  return findings.find((finding) => finding.id === id)?.state;
}

test('here everything is asked and answered, and nothing is missing', () => {
  const before = readdirSync(tmpdir()).filter((name) => name.startsWith('workshop-doctor-'));
  const found = examination();
  assert.equal(found.findings.length, 13);
  assert.notEqual(found.verdict, 'missing', JSON.stringify(found.findings));
  for (const id of ['iconv', 'gcc', 'koffi', 'node-ffi']) {
    assert.equal(state(found, id), 'works', id);
  }
  const after = readdirSync(tmpdir()).filter((name) => name.startsWith('workshop-doctor-'));
  assert.deepEqual(after, before, 'no scratch folder is left');
});

test('on a bare machine each missing program is named with its remedy', () => {
  const bare = mkdtempSync(join(tmpdir(), 'bare-path-'));
  try {
    symlinkSync('/usr/bin/sleep', join(bare, 'sleep'));
    const found = examination([], bare);
    assert.equal(found.verdict, 'missing');
    for (const id of ['strace', 'gcc', 'make', 'gdb', 'iconv', 'asan']) {
      const finding = found.findings.find((each) => each.id === id);
      assert.equal(finding?.state, 'missing', id);
      assert.match(finding.remedy ?? '', /apt-get install -y/);
    }
    assert.equal(state(found, 'programs'), 'limited');
    assert.equal(state(found, 'koffi'), 'works');
  } finally {
    rmSync(bare, { recursive: true });
  }
});

test('where ptrace is taken and processes are few, the lessons go on by their shorter road', () => {
  // A process that is traced already admits no second tracer: EPERM, as under a policy that forbids ptrace.
  const traced = ['strace', '-f', '--seccomp-bpf', '-e', 'trace=ptrace', '-o', '/dev/null'];
  // For root RLIMIT_NPROC is no limit: the few processes are shown as nobody, who may still read this folder.
  const reads = ['--inh-caps=+dac_read_search', '--ambient-caps=+dac_read_search'];
  const few = ['setpriv', '--reuid=65534', '--regid=65534', '--clear-groups', ...reads];
  const asNobody = process.getuid?.() === 0 ? few : [];
  const found = examination([...traced, ...asNobody, 'prlimit', '--nproc=60'], undefined, [
    'strace',
    'processes',
  ]);
  const strace = found.findings.find(({ id }) => id === 'strace');
  assert.equal(strace?.state, 'limited');
  assert.match(strace.remedy ?? '', /recorded traces/);
  const processes = found.findings.find(({ id }) => id === 'processes');
  assert.equal(processes?.state, 'limited');
  assert.match(processes.found, /EAGAIN/);
});

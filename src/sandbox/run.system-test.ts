import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, test } from 'node:test';
import { setTimeout } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { carrying } from './hostile/carrying.ts';
import { type RunOptions, run } from './run.ts';
import { describe as inWords } from './show/outcome-bundle.ts';

const fixture = (name: string) => fileURLToPath(new URL(`fixtures/${name}`, import.meta.url));

async function returned(options: RunOptions): Promise<unknown> {
  const outcome = await run(options);
  assert.equal(outcome.kind, 'returned', inWords(outcome));
  return outcome.kind === 'returned' ? outcome.value : undefined;
}

describe('run', { concurrency: 2 }, () => {
  test('brings a value back by structured clone', async () => {
    const value = await returned({
      fn: (big: bigint, map: Map<string, Uint8Array>) => ({ big: big + 1n, map, none: undefined }),
      args: [41n, new Map([['bytes', Uint8Array.of(1, 2)]])],
    });
    const map = new Map([['bytes', Uint8Array.of(1, 2)]]);
    assert.deepEqual(value, { big: 42n, map, none: undefined });
  });

  test('brings a large value back', async () => {
    const value = await returned({ fn: () => new Uint8Array(40_000_000).fill(7) });
    assert.ok(value instanceof Uint8Array);
    assert.equal(value.length, 40_000_000);
    assert.equal(value.at(-1), 7);
  });

  test('takes arrow functions, functions, methods and async ones', async () => {
    const shapes = {
      method(a: number) {
        return a;
      },
      async later(a: number) {
        return a;
      },
    };
    const functions = [
      (a: number) => a,
      async (a: number) => a,
      function named(a: number) {
        return a;
      },
      shapes.method,
      shapes.later,
    ];
    const values = await Promise.all(functions.map((fn) => returned({ fn, args: [7] })));
    assert.deepEqual(values, [7, 7, 7, 7, 7]);
  });

  test('imports in a function that a cell has compiled to CommonJS', async () => {
    const source = `async () => {
      const { join } = await Promise.resolve().then(() => __importStar(require('node:path')));
      const koffi = await Promise.resolve().then(() => __importStar(require('koffi')));
      return [join('a', 'b'), koffi.sizeof('int'), koffi.default.sizeof('int')];
    }`;
    const fn = Object.assign(() => {}, { toString: () => source });
    assert.deepEqual(await returned({ fn }), ['a/b', 4, 4]);
  });

  test('calls an export of a file, by default or by name', async () => {
    const file = fixture('exports.ts');
    assert.equal(await returned({ file, args: [21] }), 42);
    assert.equal(await returned({ file, name: 'later', args: ['a'] }), 'A');
  });

  test('says which export is missing or no function', async () => {
    for (const name of ['nothing', 'notFunction']) {
      const outcome = await run({ file: fixture('exports.ts'), name });
      assert.ok(outcome.kind === 'threw' && outcome.from === 'import');
      assert.match(outcome.error.message, new RegExp(`no function named ${name}$`));
    }
  });

  test('sees the current content of a file', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'content-'));
    after(() => rmSync(folder, { recursive: true }));
    const file = join(folder, 'answer.mts');
    for (const answer of [1, 2]) {
      writeFileSync(file, `export default (): number => ${answer};\n`);
      assert.equal(await returned({ file }), answer);
    }
  });

  test('an exit while the file is loaded is no result', async () => {
    const outcome = await run({ file: fixture('leaves-at-import.ts') });
    assert.ok(outcome.kind === 'exitedEarly' && outcome.code === 0);
    assert.match(outcome.stack ?? '', /leaves-at-import\.ts:2/);
  });

  test('a syntax error is thrown at import', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'syntax-'));
    after(() => rmSync(folder, { recursive: true }));
    const file = join(folder, 'answer.mts');
    writeFileSync(file, 'export default ( => 1;\n');
    const outcome = await run({ file });
    assert.ok(outcome.kind === 'threw' && outcome.from === 'import');
  });

  test('what cannot be cloned is told, not lost', async () => {
    const outcome = await run({ fn: () => () => 1 });
    assert.ok(outcome.kind === 'threw');
    assert.match(outcome.error.message, /could not be cloned/);
  });

  test('captures what native code prints, and both streams', async () => {
    const outcome = await run({
      fn: async () => {
        const koffi = await import('koffi');
        koffi.load(null).func('int puts(const char *text)')('from C');
        console.log('from JavaScript');
        console.error('to stderr');
      },
    });
    assert.deepEqual(outcome.stdout.trim().split('\n').sort(), ['from C', 'from JavaScript']);
    assert.equal(outcome.stderr, 'to stderr\n');
  });

  test('a child can open /dev/stdout, as in a terminal', async () => {
    const outcome = await run({
      fn: async () => {
        const { execSync } = await import('node:child_process');
        execSync('echo hello > /dev/stdout', { stdio: 'inherit' });
      },
    });
    assert.equal(outcome.stdout, 'hello\n');
  });

  test('WebAssembly still traps, with the fault handler installed', async () => {
    const outcome = await run({
      fn: () => {
        // (memory 1) (func (export "f") (result i32) (i32.load (i32.const 0x7fffffff)))
        const code = Buffer.from(
          'AGFzbQEAAAABBQFgAAF/AwIBAAUDAQABBwUBAWYAAAoNAQsAQf////8HKAIACw==',
          'base64',
        );
        const { f } = new WebAssembly.Instance(new WebAssembly.Module(code)).exports;
        try {
          (f as () => number)();
        } catch (error) {
          return String(error);
        }
        return 'no trap';
      },
    });
    assert.ok(outcome.kind === 'returned');
    assert.match(outcome.value as string, /memory access out of bounds/);
  });

  test('a request to stop ends it', async () => {
    const outcome = await run({
      fn: () => {
        setInterval(() => {}, 1_000);
        return new Promise(() => {});
      },
      signal: AbortSignal.timeout(300),
    });
    assert.equal(outcome.kind, 'stopped');
  });

  test('a missing folder is our fault, in one sentence', async () => {
    const outcome = await run({ fn: () => 1, cwd: '/no/such/folder' });
    assert.ok(outcome.kind === 'lost');
    assert.match(outcome.reason, /does not exist: \/no\/such\/folder/);
  });
});

test('when the caller is killed, everything dies and nothing is left', {
  timeout: 60_000,
}, async () => {
  const folder = mkdtempSync(join(tmpdir(), 'killed-'));
  after(() => rmSync(folder, { recursive: true }));
  const mark = `HOSTILE=${randomUUID()}`;
  const [name = '', value] = mark.split('=');
  const caller = spawn(process.execPath, [fixture('caller.ts')], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, NODE_TEST_CONTEXT: undefined, TMPDIR: folder, [name]: value },
  });
  await once(caller.stdout, 'data');
  assert.equal(readdirSync(folder).length, 1);
  assert.ok(carrying(mark).length >= 4, 'caller, supervisor, child and grandchild');
  caller.kill('SIGKILL');
  while (carrying(mark).length > 0) await setTimeout(20);
  assert.deepEqual(readdirSync(folder), []);
});

test('a sandbox works within a sandbox, fork bombs included', { timeout: 120_000 }, async () => {
  const outcome = await run({
    fn: async (path: string) => {
      const { run: inner } = (await import(path)) as { run: typeof run };
      const crash = await inner({ fn: () => process.abort(), limits: { wallMs: 60_000 } });
      const bomb = await inner({
        fn: async () => {
          const { spawnSync } = await import('node:child_process');
          spawnSync('sh', ['-c', 'b() { b | b & }; b; sleep 60']);
        },
        limits: { processes: 8, wallMs: 60_000 },
      });
      return [crash.kind, bomb.kind];
    },
    args: [new URL('run.ts', import.meta.url).href],
    limits: { wallMs: 120_000, cpuMs: 120_000, processes: 200 },
  });
  assert.ok(outcome.kind === 'returned', inWords(outcome));
  assert.deepEqual(outcome.value, ['signal', 'processes']);
});

import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, symlinkSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { finish, removeClone, scratchClone, shellEnvironment } from './scratch-clone.ts';

// A user namespace plays the machines that this one is not: without a network, with a read-only or a
// full disk, with a user who may not install anything.
const unshare = spawnSync('unshare', ['-rmn', 'true']).status === 0;
const skip = unshare ? false : 'this machine allows no user namespaces';

describe('what set-up refuses, in one sentence with its remedy', () => {
  let folder = '';
  let tree = '';
  before(() => {
    ({ folder, tree } = scratchClone());
  });
  after(() => removeClone(folder));

  /** Runs set-up under a command prefix and asserts that it ends with this one line. */
  async function refuses(expected: RegExp, prefix: string[], env: NodeJS.ProcessEnv = {}) {
    const argv = [...prefix, 'node', 'src/setup/run.js', 'command'];
    const { code, stdout, stderr } = await finish(argv, { cwd: tree, env: shellEnvironment(env) });
    const told = stderr.trim().split('\n').at(-1) ?? '';
    assert.match(told, expected);
    assert.deepEqual({ code, stdout }, { code: 1, stdout: '' });
    assert.ok(!/\n\s+at /.test(stderr), 'no stack trace');
  }

  test('a wrong option is refused before anything is set up', async () => {
    const runs = [
      ['start', '--port', 'x'],
      ['start', '--opn'],
      ['test', 'no-such-stage'],
      ['begin'],
    ];
    for (const args of runs) {
      const { code, stdout, stderr } = await finish(['node', 'src/setup/run.js', ...args], {
        cwd: tree,
      });
      assert.deepEqual(
        { code, stdout, lines: stderr.trim().split('\n').length },
        { code: 2, stdout: '', lines: 1 },
      );
    }
    assert.equal(existsSync(join(tree, '.workshop')), false);
  });

  test('help needs no set-up', async () => {
    const { code, stdout } = await finish(['node', 'src/setup/run.js', 'start', '--help'], {
      cwd: tree,
    });
    assert.equal(code, 0);
    assert.match(stdout, /--no-open/);
    assert.equal(existsSync(join(tree, '.workshop')), false);
  });

  test('a read-only tree', { skip }, async () => {
    const script = 'mount --bind . . && mount -o remount,bind,ro . && cd "$PWD" && exec "$@"';
    const expected = /the course cannot be written to: copy the workshop to a folder of your own/;
    await refuses(expected, ['unshare', '-rm', 'sh', '-c', script, 'sh']);
  });

  test('a disk without room', { skip }, async () => {
    const script =
      'mkdir -p ../small && mount -t tmpfs -o size=40m none ../small && cp -r . ../small/ && cd ../small && exec "$@"';
    const expected = /has \d+ MB free and the workshop needs \d+ MB: free some/;
    await refuses(expected, ['unshare', '-rm', 'sh', '-c', script, 'sh']);
  });

  test('no network', { skip }, async () => {
    const env = { npm_config_cache: join(folder, 'empty cache') };
    const expected =
      /^The npm packages could not be installed: the network could not be reached; connect/;
    await refuses(expected, ['unshare', '-rn'], env);
  });

  test('no npm', async () => {
    const env = { PATH: pathWithout('npm') };
    await refuses(/^npm is not installed or not on PATH: install it/, [], env);
  });

  test('no compiler, and no right to install one', { skip }, async () => {
    const env = { PATH: pathWithout('gcc') };
    const expected =
      /^This system tool is missing; install with {2}sudo apt-get update && sudo apt-get install -y --no-install-recommends gcc {2}and/;
    await refuses(expected, ['unshare', '-U'], env);
  });

  /** A PATH with every program of the real one but this. */
  function pathWithout(program: string): string {
    const bin = join(folder, `without ${program}`);
    mkdirSync(bin);
    const taken = new Set([program]);
    for (const from of (shellEnvironment().PATH ?? '').split(delimiter)) {
      for (const name of existsSync(from) ? readdirSync(from) : []) {
        if (!taken.has(name)) symlinkSync(join(from, name), join(bin, name));
        taken.add(name);
      }
    }
    return bin;
  }
});

import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { validate } from 'dockerfile-utils';
import { STRICT } from './container.ts';

const ROOT = new URL('../../', import.meta.url);
const read = (path: string) => readFileSync(new URL(path, ROOT), 'utf8');

test('the Dockerfile has no fault that a linter knows', () => {
  const faults = validate(read('Dockerfile'));
  assert.deepEqual(
    faults.map(({ message, range }) => `${range.start.line + 1}: ${message}`),
    [],
  );
});

test("compose.yaml has the strict settings that the image's test runs under", () => {
  const compose = read('compose.yaml');
  const settings: Record<string, RegExp> = {
    '--cap-drop ALL': /cap_drop:\n\s+- ALL/,
    '--security-opt no-new-privileges': /security_opt:\n\s+- no-new-privileges/,
    '--read-only': /read_only: true/,
    '--tmpfs /tmp:exec': /tmpfs:\n\s+- \/tmp:exec/,
    '--memory 1g': /mem_limit: 1g/,
    '--memory-swap 1g': /memswap_limit: 1g/,
    '--pids-limit 256': /pids_limit: 256/,
    '--cpus 1': /cpus: 1/,
  };
  const tested = STRICT.join(' ').split(/ (?=--)/);
  assert.deepEqual(tested, Object.keys(settings));
  for (const [setting, expected] of Object.entries(settings)) {
    assert.match(compose, expected, setting);
  }
});

test('every script of the image is executable and has no syntax error', () => {
  const folder = new URL('image/', ROOT);
  const scripts = readdirSync(folder).filter((name) => read(`image/${name}`).startsWith('#!/bin/'));
  assert.ok(scripts.includes('start'));
  for (const name of scripts) {
    const shell = read(`image/${name}`).startsWith('#!/bin/bash') ? 'bash' : 'sh';
    const { status, stderr } = spawnSync(shell, ['-n', new URL(name, folder).pathname]);
    assert.equal(status, 0, `${name}: ${stderr}`);
    assert.equal(spawnSync('test', ['-x', new URL(name, folder).pathname]).status, 0, name);
  }
});

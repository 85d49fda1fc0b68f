import assert from 'node:assert/strict';
import { test } from 'node:test';
import { environment } from './environment.ts';

test('the sandbox takes out what would report elsewhere, and adds what was asked for last', () => {
  process.env.NODE_OPTIONS = '--no-warnings';
  process.env.MAIL = 'inherited';
  const env = environment(
    { MAIL: undefined, TMPDIR: '/mine' },
    { mark: 'm', temporary: '/theirs' },
  );
  delete process.env.NODE_OPTIONS;
  delete process.env.MAIL;
  assert.equal(env.NODE_OPTIONS, undefined);
  assert.equal('MAIL' in env, false);
  assert.equal(env.TMPDIR, '/mine');
  assert.equal(env.SANDBOX_RUN, 'm');
  assert.equal(env.PATH, process.env.PATH);
});

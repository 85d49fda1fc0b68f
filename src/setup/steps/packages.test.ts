import assert from 'node:assert/strict';
import { test } from 'node:test';
import { npmCommand } from './packages.js';

test('the npm that called is called again, on the Node that it runs on', () => {
  const env = { npm_execpath: '/usr/share/npm/bin/npm-cli.js', npm_node_execpath: '/usr/bin/node' };
  assert.deepEqual(npmCommand(env), ['/usr/bin/node', '/usr/share/npm/bin/npm-cli.js']);
});

test('without one, or under another package manager, npm is taken from PATH', () => {
  assert.deepEqual(npmCommand({}), ['npm']);
  const yarn = { npm_execpath: '/usr/lib/yarn/bin/yarn.js', npm_node_execpath: '/usr/bin/node' };
  assert.deepEqual(npmCommand(yarn), ['npm']);
});

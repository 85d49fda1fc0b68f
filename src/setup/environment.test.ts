import assert from 'node:assert/strict';
import { test } from 'node:test';
import { forLearners, forTools, hostPath } from './environment.js';
import { inTree } from './tree.js';

test('what would change Python, Node, pip or make is left out; what reaches a network is kept', () => {
  const env = forTools({
    PATH: '/usr/bin',
    HOME: '/home/a',
    HTTPS_PROXY: 'http://proxy:3128',
    PIP_CERT: '/etc/cert.pem',
    PIP_TARGET: '/elsewhere',
    PYTHONHOME: '/nowhere',
    PYTHONUNBUFFERED: '1',
    NODE_OPTIONS: '--require ./missing.js',
    JUPYTER_CONFIG_DIR: '/home/a/.jupyter',
    MAKEFLAGS: '-n',
  });
  assert.deepEqual(env, {
    PATH: '/usr/bin',
    HOME: '/home/a',
    HTTPS_PROXY: 'http://proxy:3128',
    PIP_CERT: '/etc/cert.pem',
    PIP_USER: '0',
  });
});

test('a lesson sees the environment of a shell, with Node 26 first on PATH', () => {
  const env = forLearners({
    PATH: '/a/node_modules/.bin:/usr/lib/node_modules/npm/node_modules/@npmcli/run-script/lib/node-gyp-bin:/usr/bin',
    npm_config_cache: '/home/a/.npm',
    npm_lifecycle_event: 'start',
    INIT_CWD: '/home/a',
    LANG: 'C.UTF-8',
  });
  assert.deepEqual(env, { PATH: `${inTree('node_modules/.bin')}:/usr/bin`, LANG: 'C.UTF-8' });
});

test('the host’s PATH keeps its order', () => {
  assert.equal(hostPath('/x/node_modules/.bin:/usr/local/bin:/usr/bin'), '/usr/local/bin:/usr/bin');
});

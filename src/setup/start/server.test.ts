import assert from 'node:assert/strict';
import { test } from 'node:test';
import { inTree } from '../tree.js';
import { serverEnvironment } from './server.js';

test('JupyterLab keeps all its state in the tree and nothing of the user’s own Jupyter gets in', () => {
  const env = serverEnvironment(
    { JUPYTER_PATH: '/home/a/jupyter', HOME: '/home/a' },
    'secret',
    'm',
  );
  const folders = Object.entries(env).filter(([name]) => /^(JUPYTER.*_DIR|IPYTHONDIR)$/.test(name));
  assert.equal(folders.length, 6);
  for (const [name, folder] of folders)
    assert.ok(folder?.startsWith(inTree('.workshop/jupyter/')), name);
  assert.equal('JUPYTER_PATH' in env, false);
});

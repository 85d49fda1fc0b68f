import assert from 'node:assert/strict';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { test } from 'node:test';
import { createConnection } from './connection.ts';

test('a connection file can be read by its owner alone, and goes with its folder', async () => {
  const connection = await createConnection('tcp');
  assert.equal(statSync(connection.file).mode & 0o777, 0o600);
  assert.equal(statSync(dirname(connection.file)).mode & 0o777, 0o700);
  connection.remove();
  connection.remove();
  assert.equal(existsSync(dirname(connection.file)), false);
});

test('five ports of loopback, all different, are in the file and in the addresses', async () => {
  const connection = await createConnection('tcp');
  const content = JSON.parse(readFileSync(connection.file, 'utf8'));
  connection.remove();
  const channels = ['shell', 'iopub', 'stdin', 'control', 'hb'] as const;
  const ports = channels.map((channel) => content[`${channel}_port`]);
  assert.equal(new Set(ports).size, 5);
  for (const [i, channel] of channels.entries()) {
    assert.equal(connection.address(channel), `tcp://127.0.0.1:${ports[i]}`);
  }
  assert.equal(content.signature_scheme, 'hmac-sha256');
  assert.equal(content.key, connection.key);
});

test('over ipc the sockets lie beside the file, named as Jupyter names them', async () => {
  const connection = await createConnection('ipc');
  connection.remove();
  assert.equal(connection.address('shell'), `ipc://${dirname(connection.file)}/socket-1`);
});

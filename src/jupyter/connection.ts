import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** How the sockets meet: over loopback ports as under JupyterLab, or over sockets in a private folder. */
export type Transport = 'tcp' | 'ipc';

type Channel = 'shell' | 'iopub' | 'stdin' | 'control' | 'hb';
const CHANNELS: readonly Channel[] = ['shell', 'iopub', 'stdin', 'control', 'hb'];

/** A connection file on disk, in a folder only its owner can enter. */
export type Connection = {
  file: string;
  key: string;
  address(channel: Channel): string;
  /** Removes the file and its folder; safe to call twice. */
  remove(): void;
};

const folders = new Set<string>();

/** Removes what a caller forgot, as process.ts ends the kernels it forgot. */
process.on('exit', () => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

/**
 * Ports of loopback that were free a moment ago, all different because all were held at once.
 * Another program may still take one before the kernel does: the caller starts again then.
 */
async function freePorts(count: number): Promise<number[]> {
  const servers = Array.from({ length: count }, () => createServer().listen(0, '127.0.0.1'));
  await Promise.all(servers.map((server) => once(server, 'listening')));
  const ports = servers.map((server) => {
    const address = server.address();
    return address && typeof address === 'object' ? address.port : 0;
  });
  await Promise.all(servers.map((server) => once(server.close(), 'close')));
  return ports;
}

/** Writes a connection file with a fresh key, and fresh ports where the transport has ports. */
export async function createConnection(transport: Transport): Promise<Connection> {
  const ports = transport === 'tcp' ? await freePorts(CHANNELS.length) : [1, 2, 3, 4, 5];
  const folder = mkdtempSync(join(tmpdir(), 'kernel-'));
  folders.add(folder);
  const file = join(folder, 'connection.json');
  const ip = transport === 'tcp' ? '127.0.0.1' : join(folder, 'socket');
  const key = randomUUID();
  const portOf = (channel: Channel) => ports[CHANNELS.indexOf(channel)];
  const content = {
    transport,
    ip,
    key,
    signature_scheme: 'hmac-sha256',
    kernel_name: 'tslab',
    ...Object.fromEntries(CHANNELS.map((channel) => [`${channel}_port`, portOf(channel)])),
  };
  writeFileSync(file, JSON.stringify(content), { mode: 0o600 });
  return {
    file,
    key,
    address: (channel) =>
      `${transport}://${ip}${transport === 'tcp' ? ':' : '-'}${portOf(channel)}`,
    remove() {
      rmSync(folder, { recursive: true, force: true });
      folders.delete(folder);
    },
  };
}

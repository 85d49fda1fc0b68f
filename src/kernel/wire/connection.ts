import { readFileSync, rmSync } from 'node:fs';

const CHANNELS = ['shell', 'iopub', 'stdin', 'control', 'hb'] as const;

/** One of the five sockets of a kernel. */
export type Channel = (typeof CHANNELS)[number];

/** A connection file: where the sockets are and the key that signs messages. */
export type Connection = {
  transport: 'tcp' | 'ipc';
  ip: string;
  key: string;
  ports: Record<Channel, number>;
};

/** Reads a connection file; throws one sentence when it is missing or not one. */
export function readConnection(file: string): Connection {
  // Checked by hand: a schema library would cost the start-up that the kernel is measured by.
  let content: Record<string, unknown>;
  try {
    content = JSON.parse(readFileSync(file, 'utf8'));
  } catch (error) {
    throw new Error(`The connection file ${file} cannot be read: ${error}`);
  }
  const { transport, ip, key, signature_scheme: scheme } = content ?? {};
  if (transport !== 'tcp' && transport !== 'ipc') {
    throw new Error(`The connection file ${file} asks for a transport other than tcp or ipc.`);
  }
  if (typeof ip !== 'string' || typeof key !== 'string') {
    throw new Error(`The connection file ${file} lacks ip or key.`);
  }
  if (scheme !== undefined && scheme !== 'hmac-sha256') {
    throw new Error(`The connection file ${file} asks for a signature other than hmac-sha256.`);
  }
  const ports = {} as Record<Channel, number>;
  for (const channel of CHANNELS) {
    const port = content[`${channel}_port`];
    if (typeof port !== 'number')
      throw new Error(`The connection file ${file} lacks ${channel}_port.`);
    ports[channel] = port;
  }
  return { transport, ip, key, ports };
}

/** The address a channel is bound to, as ZeroMQ writes it. */
export function addressOf(connection: Connection, channel: Channel): string {
  const { transport, ip, ports } = connection;
  return `${transport}://${ip}${transport === 'ipc' ? '-' : ':'}${ports[channel]}`;
}

/** Removes the files of ipc sockets; ZeroMQ does so only when it is given time. */
export function removeSocketFiles({ transport, ip, ports }: Connection): void {
  if (transport !== 'ipc') return;
  for (const port of Object.values(ports)) rmSync(`${ip}-${port}`, { force: true });
}

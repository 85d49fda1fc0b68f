import type { Router } from 'zeromq';
import { buildMessage, type Message, parseMessage } from '../wire/message.ts';
import type { Publisher } from './publisher.ts';

/** What a request on the control channel may set in motion. */
export type Orders = { shutdown(): void; interrupt(): void };

/** Answers the control channel until the socket closes, whatever the first thread is doing. */
export async function serveControl(
  socket: Router,
  key: string,
  kernelInfo: object,
  publisher: Publisher,
  orders: Orders,
): Promise<void> {
  for await (const frames of socket) {
    let message: Message;
    try {
      message = parseMessage(key, frames);
    } catch {
      // Whoever cannot sign is not the client this kernel was started for.
      continue;
    }
    const { header, identities } = message;
    const status = (state: string) =>
      publisher.send(buildMessage(key, 'status', header, { execution_state: state }));
    const reply = (content: object) =>
      socket.send(
        buildMessage(key, header.msg_type.replace('request', 'reply'), header, content, identities),
      );
    status('busy');
    if (header.msg_type === 'kernel_info_request') await reply(kernelInfo);
    if (header.msg_type === 'interrupt_request') {
      orders.interrupt();
      await reply({ status: 'ok' });
    }
    if (header.msg_type === 'shutdown_request') {
      await reply({ status: 'ok', restart: message.content.restart === true });
    }
    status('idle');
    if (header.msg_type === 'shutdown_request') orders.shutdown();
  }
}

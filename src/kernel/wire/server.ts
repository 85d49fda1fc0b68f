import { Router } from 'zeromq';
import type { SecondThread } from '../beside/second-thread.ts';
import type { Cells } from '../cells/cells.ts';
import { jupyter } from '../tslab.ts';
import { addressOf, type Connection } from './connection.ts';
import type { Handler } from './handler.ts';
import { buildMessage, parseMessage } from './message.ts';

type ZmqMessage = Parameters<InstanceType<typeof jupyter.ZmqServer>['handleExecute']>[1];

// zeromq.js sends at once only 512 times in a turn and then refuses, unless it may neither wait nor
// fill up: a burst of replies would be lost.
const OPTIONS = { sendHighWaterMark: 0, sendTimeout: 0, linger: 0 };
const DELIMITER = Buffer.from('<IDS|MSG>');
const ANSWERED = new Set([
  'kernel_info_request',
  'execute_request',
  'is_complete_request',
  'inspect_request',
  'complete_request',
  'comm_info_request',
  'shutdown_request',
]);

/** tslab's server on the shell channel; broadcasts, control and heartbeat are the second thread's. */
export class Server extends jupyter.ZmqServer {
  #connection: Connection;
  #cells: Cells;
  #beside: SecondThread;
  #onShutdown: () => void;
  #log: (text: string) => void;

  constructor(
    handler: Handler,
    connection: Connection,
    cells: Cells,
    beside: SecondThread,
    on: { shutdown: () => void; log: (text: string) => void },
  ) {
    super(handler, '');
    this.#connection = connection;
    this.#cells = cells;
    this.#beside = beside;
    this.#onShutdown = on.shutdown;
    this.#log = on.log;
  }

  /** Binds the shell and stdin sockets and answers from then on. */
  override async init(): Promise<void> {
    const { transport, ip, key, ports } = this.#connection;
    this.connInfo = {
      transport,
      ip,
      key,
      shell_port: ports.shell,
      iopub_port: ports.iopub,
      stdin_port: ports.stdin,
      control_port: ports.control,
      hb_port: ports.hb,
      signature_scheme: 'hmac-sha256',
      kernel_name: 'tslab',
    };
    const publish = (frames: (string | Uint8Array)[]) => this.#beside.publish(frames);
    this.iopub = { send: publish } as unknown as typeof this.iopub;
    this.shell = new Router(OPTIONS);
    this.stdin = new Router(OPTIONS);
    await this.shell.bind(addressOf(this.#connection, 'shell'));
    await this.stdin.bind(addressOf(this.#connection, 'stdin'));
    void this.#serve();
  }

  override async handleExecute(socket: Router, message: ZmqMessage): Promise<void> {
    const broadcast = (type: string, content: object) => {
      const note = message.createReply();
      note.header.msg_type = type;
      note.content = content;
      note.signAndSend(this.connInfo.key, this.iopub);
    };
    const request = message.content as Parameters<Cells['add']>[0];
    const content = await this.#cells.add(request, message.header, broadcast);
    this.#reply(socket, message, 'execute_reply', content);
  }

  /** Stock tslab answers with a complete_reply. */
  override handleCommInfoRequest(socket: Router, message: ZmqMessage): void {
    this.#reply(socket, message, 'comm_info_reply', { status: 'ok', comms: {} });
  }

  /** Closes this thread's sockets. */
  closeSockets(): void {
    this.shell.close();
    this.stdin.close();
  }

  override close(): void {
    this.#onShutdown();
  }

  #reply(socket: Router, message: ZmqMessage, type: string, content: object): void {
    const reply = message.createReply();
    reply.header.msg_type = type;
    reply.content = content;
    reply.signAndSend(this.connInfo.key, socket);
  }

  /**
   * There is no history, but the answer matters: it is JupyterLab's first request whose status it
   * believes, and until then it shows the kernel as Unknown.
   */
  #answerHistory(frames: readonly Buffer[]): void {
    const { key } = this.#connection;
    const { header, identities } = parseMessage(key, frames);
    const status = (execution_state: string) =>
      this.#beside.publish(buildMessage(key, 'status', header, { execution_state }));
    const reply = { status: 'ok', history: [] };
    status('busy');
    this.shell.send(buildMessage(key, 'history_reply', header, reply, identities));
    status('idle');
  }

  async #serve(): Promise<void> {
    for await (const frames of this.shell) {
      const type = typeOf(frames);
      if (type === 'history_request') this.#answerHistory(frames);
      // Comms, which this kernel does not have, need no answer.
      if (!ANSWERED.has(type)) continue;
      this.handleShellMessage(this.shell, ...frames).catch((error) =>
        this.#log(`A request could not be answered: ${error}`),
      );
    }
  }
}

function typeOf(frames: readonly Buffer[]): string {
  const delimiter = frames.findIndex((frame) => frame.equals(DELIMITER));
  try {
    return JSON.parse(String(frames[delimiter + 2])).msg_type;
  } catch {
    return '';
  }
}

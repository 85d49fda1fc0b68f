import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import type { BrowserSession } from './browser-session.ts';

const Session = z.object({ kernel: z.object({ id: z.string() }) });
const Message = z.object({
  channel: z.string(),
  header: z.object({ msg_type: z.string() }),
  parent_header: z.object({ msg_id: z.string() }).partial(),
  content: z.record(z.string(), z.unknown()),
});
type Message = z.infer<typeof Message>;

const CELL_LIMIT_MS = 300_000;

/** What came of one cell: the text that it showed, and the error when it had one. */
export interface CellResult {
  readonly text: string;
  readonly error: string | undefined;
  readonly ms: number;
}

/** A kernel behind the learner's own server, spoken to over the websocket that JupyterLab uses. */
export class KernelSession implements Disposable {
  readonly #socket: WebSocket;
  readonly #session = randomUUID();
  #listener: (message: Message) => void = () => {};

  private constructor(socket: WebSocket) {
    this.#socket = socket;
    socket.onmessage = ({ data }) => {
      const message = Message.safeParse(JSON.parse(String(data)));
      if (message.success) this.#listener(message.data);
    };
  }

  /** Opens a notebook's session, which starts its kernel. */
  static async open(browser: BrowserSession, path: string): Promise<KernelSession> {
    const wanted = { path, name: path, type: 'notebook', kernel: { name: 'tslab' } };
    const { kernel } = Session.parse(await browser.post(`${browser.home}api/sessions`, wanted));
    const socket = browser.socket(`${browser.home}api/kernels/${kernel.id}/channels`);
    await new Promise<void>((resolve, reject) => {
      socket.onopen = () => resolve();
      socket.onerror = () =>
        reject(new Error(`No websocket to the kernel of ${browser.account.name}.`));
    });
    return new KernelSession(socket);
  }

  /** Runs one cell; resolves when the kernel has replied and is idle again. */
  run(code: string): Promise<CellResult> {
    const id = randomUUID();
    const start = performance.now();
    const texts: string[] = [];
    let error: string | undefined;
    return new Promise((resolve, reject) => {
      const limit = setTimeout(
        () => reject(new Error(`No end of the cell: ${code}`)),
        CELL_LIMIT_MS,
      );
      const open = new Set(['reply', 'idle']);
      const ended = (part: string) => {
        open.delete(part);
        if (open.size > 0) return;
        clearTimeout(limit);
        resolve({ text: texts.join(''), error, ms: performance.now() - start });
      };
      this.#listener = ({ header, parent_header, content }) => {
        const state = content.execution_state;
        if (state === 'restarting' || state === 'dead') {
          clearTimeout(limit);
          reject(new Error(`The kernel died in the cell: ${code}`));
        }
        if (parent_header.msg_id !== id) return;
        texts.push(shown(content));
        if (header.msg_type === 'error') error = `${content.ename}: ${content.evalue}`;
        if (header.msg_type === 'execute_reply') ended('reply');
        if (header.msg_type === 'status' && content.execution_state === 'idle') ended('idle');
      };
      this.#socket.send(JSON.stringify(this.#request(id, code)));
    });
  }

  #request(id: string, code: string): object {
    const header = {
      ...{ msg_id: id, session: this.#session, username: 'learner', version: '5.3' },
      ...{ date: new Date().toISOString(), msg_type: 'execute_request' },
    };
    const content = { code, silent: false, store_history: true, allow_stdin: false };
    return { channel: 'shell', header, parent_header: {}, metadata: {}, content };
  }

  [Symbol.dispose](): void {
    this.#socket.close();
  }
}

/** The plain text that a message shows, empty for the ones that show none. */
function shown(content: Message['content']): string {
  const Shown = z
    .object({ text: z.string(), data: z.object({ 'text/plain': z.string() }) })
    .partial();
  const { text, data } = Shown.parse(content);
  return text ?? data?.['text/plain'] ?? '';
}

import { setTimeout as sleep } from 'node:timers/promises';
import { Cookies } from './cookies.ts';

const START_LIMIT_MS = 180_000;

/** Who logs in. */
export interface Account {
  readonly name: string;
  readonly password: string;
}

/** What a learner's browser does at the hub: logs in, waits for the server, and then speaks its API. */
export class BrowserSession {
  readonly #origin: string;
  readonly #cookies = new Cookies();
  readonly account: Account;

  constructor(origin: string, account: Account) {
    this.#origin = origin;
    this.account = account;
  }

  /** The path of the learner's own server, with its slash. */
  get home(): string {
    return `/user/${this.account.name}/`;
  }

  /** Logs in by the form; throws when the hub refuses. */
  async logIn(): Promise<void> {
    await this.get('/hub/login');
    const { name: username, password } = this.account;
    const form = new URLSearchParams({ username, password, _xsrf: this.#cookies.xsrf('/hub/') });
    const answer = await this.#request('/hub/login', { method: 'POST', body: form });
    if (answer.status !== 302) throw new Error(`${username} could not log in: ${answer.status}.`);
    await answer.body?.cancel();
  }

  /** Asks for the server and resolves once it serves this learner. */
  async startServer(): Promise<void> {
    const limit = Date.now() + START_LIMIT_MS;
    await this.get(`/hub/spawn/${this.account.name}`);
    for (;;) {
      const answer = await this.get(`${this.home}api/status`);
      if (answer.ok && answer.headers.get('content-type')?.includes('json')) return;
      if (Date.now() > limit) throw new Error(`The server of ${this.account.name} did not start.`);
      await sleep(250);
    }
  }

  /** GETs a path, following redirects as a browser does; the body is read already. */
  async get(
    path: string,
  ): Promise<{ status: number; ok: boolean; headers: Headers; text: string }> {
    let next = path;
    for (let hops = 0; hops < 20; hops++) {
      const answer = await this.#request(next, {});
      const to = answer.headers.get('location');
      const text = await answer.text();
      if (to === null || answer.status < 300 || answer.status >= 400) {
        return { status: answer.status, ok: answer.ok, headers: answer.headers, text };
      }
      const target = new URL(to, new URL(next, this.#origin));
      next = target.pathname + target.search;
    }
    throw new Error(`${path} redirects for ever.`);
  }

  /** POSTs JSON to the learner's server and resolves with the JSON that answers. */
  async post(path: string, body: unknown): Promise<unknown> {
    const answer = await this.#request(path, {
      method: 'POST',
      body: JSON.stringify(body),
      headers: { 'content-type': 'application/json', 'x-xsrftoken': this.#cookies.xsrf(path) },
    });
    if (!answer.ok) throw new Error(`${path} answered ${answer.status}: ${await answer.text()}`);
    return await answer.json();
  }

  /** Opens a websocket with the learner's cookies. */
  socket(path: string): WebSocket {
    const address = new URL(path, this.#origin);
    address.protocol = 'ws:';
    const headers = { cookie: this.#cookies.header(path), origin: this.#origin };
    // Node takes headers here; the type that the compiler sees is a browser's, which does not.
    return Reflect.construct(WebSocket, [address, { headers }]);
  }

  async #request(path: string, init: RequestInit): Promise<Response> {
    const headers = new Headers(init.headers);
    headers.set('cookie', this.#cookies.header(new URL(path, this.#origin).pathname));
    const answer = await fetch(new URL(path, this.#origin), {
      ...init,
      headers,
      redirect: 'manual',
    });
    this.#cookies.take(answer);
    return answer;
  }
}

import { setTimeout as sleep } from 'node:timers/promises';
import { Cookies } from './cookies.ts';
import { type Answer, ask } from './http.ts';

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
    const type = 'application/x-www-form-urlencoded';
    const answer = await this.#ask('/hub/login', { 'content-type': type }, form.toString());
    if (answer.status !== 302) throw new Error(`${username} could not log in: ${answer.status}.`);
  }

  /** Asks for the server and resolves once it serves this learner. */
  async startServer(): Promise<void> {
    const limit = Date.now() + START_LIMIT_MS;
    await this.get(`/hub/spawn/${this.account.name}`);
    for (;;) {
      // The page, unlike the API, sends a newcomer to the hub and back for the server's own cookie.
      await this.get(`${this.home}lab`);
      const { status, headers } = await this.get(`${this.home}api/status`);
      if (status === 200 && headers['content-type']?.includes('json')) return;
      if (Date.now() > limit) throw new Error(`The server of ${this.account.name} did not start.`);
      await sleep(250);
    }
  }

  /** GETs a path, following redirects as a browser does. */
  async get(path: string): Promise<Answer> {
    let next = path;
    for (let hops = 0; hops < 20; hops++) {
      const answer = await this.#ask(next, {});
      const to = answer.headers.location;
      if (to === undefined || answer.status < 300 || answer.status >= 400) return answer;
      const target = new URL(to, new URL(next, this.#origin));
      next = target.pathname + target.search;
    }
    throw new Error(`${path} redirects for ever.`);
  }

  /** POSTs JSON to the learner's server and resolves with the JSON that answers. */
  async post(path: string, body: unknown): Promise<unknown> {
    const headers = {
      'content-type': 'application/json',
      'x-xsrftoken': this.#cookies.xsrf(path),
    };
    const { status, text } = await this.#ask(path, headers, JSON.stringify(body));
    if (status >= 300) throw new Error(`${path} answered ${status}: ${text}`);
    return JSON.parse(text);
  }

  /** Opens a websocket with the learner's cookies. */
  socket(path: string): WebSocket {
    const address = new URL(path, this.#origin);
    address.protocol = 'ws:';
    const headers = { cookie: this.#cookies.header(path), origin: this.#origin };
    // Node takes headers here; the type that the compiler sees is a browser's, which does not.
    return Reflect.construct(WebSocket, [address, { headers }]);
  }

  async #ask(path: string, headers: Record<string, string>, body?: string): Promise<Answer> {
    const target = new URL(path, this.#origin);
    const cookie = this.#cookies.header(target.pathname);
    const answer = await ask(target, { ...headers, cookie }, body);
    this.#cookies.take(answer.headers['set-cookie'] ?? []);
    return answer;
  }
}

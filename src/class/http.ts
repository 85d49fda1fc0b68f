import { type IncomingHttpHeaders, request } from 'node:http';
import { text } from 'node:stream/consumers';

/** What a server answered, its body read. */
export interface Answer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly text: string;
}

/**
 * Sends one request, a POST when it has a body, and follows no redirect. It is not `fetch`, because that calls itself
 * a request from another site, to which JupyterHub gives no cookie.
 */
export function ask(url: URL, headers: Record<string, string>, body?: string): Promise<Answer> {
  const method = body === undefined ? 'GET' : 'POST';
  return new Promise((resolve, reject) => {
    const sent = request(url, { method, headers }, (response) => {
      const { statusCode: status = 0, headers } = response;
      text(response).then((text) => resolve({ status, headers, text }), reject);
    });
    sent.on('error', reject).end(body);
  });
}

/** The cookies of one learner's browser: kept by name and path, sent where the path fits, the nearest first. */
export class Cookies {
  readonly #kept = new Map<string, { name: string; value: string; path: string }>();

  /** Takes the Set-Cookie lines of a response, and forgets what they clear. */
  take(lines: readonly string[]): void {
    for (const line of lines) {
      const [pair = '', ...attributes] = line.split(';').map((part) => part.trim());
      const name = pair.slice(0, pair.indexOf('='));
      const value = pair.slice(pair.indexOf('=') + 1);
      const path = attributes.find((text) => /^path=/i.test(text))?.slice(5) ?? '/';
      const key = `${path} ${name}`;
      if (value === '' || value === '""') this.#kept.delete(key);
      else this.#kept.set(key, { name, value, path });
    }
  }

  /** The value of the Cookie header for a path. */
  header(path: string): string {
    return this.#fitting(path)
      .map(({ name, value }) => `${name}=${value}`)
      .join('; ');
  }

  /** The token against cross-site requests that a form or an API call of this path must repeat. */
  xsrf(path: string): string {
    return this.#fitting(path).find(({ name }) => name === '_xsrf')?.value ?? '';
  }

  #fitting(path: string) {
    return [...this.#kept.values()]
      .filter((cookie) => path.startsWith(cookie.path))
      .sort((a, b) => b.path.length - a.path.length);
  }
}

import { createHash } from 'node:crypto';
import { globSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import * as z from 'zod';
import { ROOT } from '../course/index.ts';
import { Outcome } from './outcome.ts';

const FILE = join(ROOT, 'node_modules/.cache/workshop/mutants.json');
const RUNNER = [
  'src/check/{child,judge,types}/*.ts',
  'src/check/*.ts',
  'src/sandbox/*.ts',
  'src/mutate/*.ts',
];

/** Outcomes of earlier runs, by everything that decides them; an unreadable file is an empty one. */
export class Cache {
  readonly #known: Map<string, Outcome>;
  readonly #used = new Map<string, Outcome>();
  readonly #runner = hash(process.version, ...RUNNER.flatMap((pattern) => texts(pattern)));

  constructor() {
    this.#known = new Map(Object.entries(read()));
  }

  /** The key of a mutant: its own text, the test it is run on and the runner. */
  key(mutant: string, test: string): string {
    return hash(this.#runner, test, mutant);
  }

  get(key: string): Outcome | undefined {
    const outcome = this.#known.get(key);
    if (outcome !== undefined) this.#used.set(key, outcome);
    return outcome;
  }

  set(key: string, outcome: Outcome): void {
    this.#known.set(key, outcome);
    this.#used.set(key, outcome);
  }

  /** Writes it all; after a run over every exercise only what that run used. */
  save(complete: boolean): void {
    mkdirSync(dirname(FILE), { recursive: true });
    writeFileSync(FILE, JSON.stringify(Object.fromEntries(complete ? this.#used : this.#known)));
  }
}

function hash(...parts: string[]): string {
  const digest = createHash('sha256');
  for (const part of parts) digest.update(`${part.length}:${part}`);
  return digest.digest('hex').slice(0, 32);
}

function texts(pattern: string): string[] {
  return globSync(pattern, { cwd: ROOT })
    .filter((file) => !file.endsWith('test.ts'))
    .sort()
    .map((file) => readFileSync(join(ROOT, file), 'utf8'));
}

function read(): Record<string, Outcome> {
  try {
    return z.record(z.string(), Outcome).parse(JSON.parse(readFileSync(FILE, 'utf8')));
  } catch {
    return {};
  }
}

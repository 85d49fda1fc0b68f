import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, test } from 'node:test';
import { run } from '../run.ts';
import { describe as inWords } from '../show/outcome-bundle.ts';
import { carrying } from './carrying.ts';
import type { HostileCase } from './cases.ts';

/** Runs each case two at a time: the right ending, no process left, and in the end no temporary file. */
export function checkHostile(title: string, cases: readonly HostileCase[]): void {
  const folder = mkdtempSync(join(tmpdir(), 'hostile-'));
  process.env.TMPDIR = folder;
  after(() => rmSync(folder, { recursive: true, force: true }));

  describe(title, { concurrency: 2 }, () => {
    for (const { what, kind, expect, ...options } of cases) {
      test(`${what}: ${kind}`, { timeout: 120_000 }, async () => {
        const mark = `HOSTILE=${randomUUID()}`;
        const [name = '', value] = mark.split('=');
        const outcome = await run({ ...options, env: { [name]: value } });
        assert.equal(outcome.kind, kind, inWords(outcome));
        expect?.(outcome);
        assert.deepEqual(carrying(mark), [], 'a process is left');
      });
    }
  });
  // Registered after the cases, so that it runs when all of them are done.
  test(`${title}: no temporary file is left`, () => {
    assert.deepEqual(readdirSync(folder), []);
  });
}

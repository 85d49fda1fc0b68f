import assert from 'node:assert/strict';
import test, { type TestContext } from 'node:test';
import { COMMANDS } from './commands.ts';
import { main } from './run-command.ts';

/** Runs a command line in this process: the exit code, and what it printed. */
async function run(t: TestContext, ...args: string[]) {
  const out = t.mock.method(console, 'log', () => {});
  const err = t.mock.method(console, 'error', () => {});
  const code = await main(args);
  const said = (calls: typeof out.mock.calls): string =>
    calls.map((call) => String(call.arguments[0])).join('\n');
  const result = { code, out: said(out.mock.calls), err: said(err.mock.calls) };
  out.mock.restore();
  err.mock.restore();
  return result;
}

test('every command says what it does, its options and its exit codes', async (t) => {
  const overview = await run(t, 'help');
  assert.equal(overview.code, 0);
  for (const [name, load] of Object.entries(COMMANDS)) {
    const loaded = await load();
    assert.equal(loaded.name, name);
    assert.match(overview.out, new RegExp(`^  ${name} `, 'm'));
    const { code, out } = await run(t, name, '--help');
    assert.equal(code, 0);
    assert.ok(out.startsWith(`Usage: ./workshop ${name}`), out);
    assert.match(out, /64 +the command line cannot be understood/);
  }
});

test('a command line that cannot be understood is one sentence, the nearest, and 64', async (t) => {
  const cases: [string[], RegExp][] = [
    [[], /^$/],
    [['chekc'], /^There is no command "chekc"\. Did you mean check\?/],
    [['toString'], /^There is no command "toString"\./],
    [['check', 'brek-it'], /^There is no exercise "brek-it"\. Did you mean 00-welcome\/break-it\?/],
    [['check', '--jsn'], /^There is no option --jsn\. Did you mean --json\?/],
    [['hint'], /^Which exercise\?/],
    [['reset', 'probes', 'decode'], /^One exercise at a time/],
  ];
  for (const [args, expected] of cases) {
    const { code, err } = await run(t, ...args);
    assert.equal(code, 64, args.join(' '));
    assert.match(err, expected);
  }
});

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { SetupFailure } from '../failure.js';
import { readStartOptions } from './start-options.js';

test('without options the browser opens and the port is Jupyter’s own', () => {
  assert.deepEqual(readStartOptions([]), { open: true, port: 8888, help: false });
});

test('options come in any order, with a space or an equals sign', () => {
  const expected = { open: false, port: 9000, help: false };
  assert.deepEqual(readStartOptions(['--no-open', '--port', '9000']), expected);
  assert.deepEqual(readStartOptions(['--port=9000', '--no-open']), expected);
  assert.equal(readStartOptions(['-h']).help, true);
});

const wrong: [string[], string][] = [
  [['--open'], 'npm start does not know "--open": it takes --port N, --no-open and --help.'],
  [
    ['--no-open=yes'],
    'npm start does not know "--no-open=yes": it takes --port N, --no-open and --help.',
  ],
  [['9000'], 'npm start does not know "9000": it takes --port N, --no-open and --help.'],
  [['--port'], '--port needs a number after it, as in --port 9000.'],
  [['--port='], '--port needs a number after it, as in --port 9000.'],
  [
    ['--port', '--no-open'],
    '--port takes a whole number from 1 to 65535, and "--no-open" is not one.',
  ],
  [['--port', '0'], '--port takes a whole number from 1 to 65535, and "0" is not one.'],
  [['--port', '65536'], '--port takes a whole number from 1 to 65535, and "65536" is not one.'],
  [['--port', '1e3'], '--port takes a whole number from 1 to 65535, and "1e3" is not one.'],
];
for (const [args, sentence] of wrong) {
  test(`refuses ${args.join(' ')} in one sentence, as a wrong command line`, () => {
    assert.throws(() => readStartOptions(args), new SetupFailure(sentence, 2));
  });
}

test('an option that npm kept for itself is noticed, not lost', () => {
  assert.throws(() => readStartOptions([], { npm_config_port: '9000' }), /two dashes/);
});

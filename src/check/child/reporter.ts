import type { TestEvent } from 'node:test/reporters';
import { describeError } from './describe-error.ts';
import { channel } from './results.ts';

/** A reporter of node:test: sends each result over the private channel, prints nothing, and says when it is the end. */
export default async function* report(events: AsyncIterable<TestEvent>): AsyncGenerator<string> {
  let success = false;
  for await (const event of events) {
    if (event.type === 'test:pass' || event.type === 'test:fail') sendResult(event);
    if (event.type === 'test:diagnostic') sendLateError(event.data.message);
    if (event.type === 'test:summary') success = event.data.success;
  }
  channel.send({ type: 'end', success });
  yield '';
}

function sendResult({ type, data }: Extract<TestEvent, { type: 'test:pass' | 'test:fail' }>): void {
  const failure: unknown = type === 'test:fail' ? data.details.error : undefined;
  const { cause, failureType } = (failure ?? {}) as { cause?: unknown; failureType?: unknown };
  channel.send({
    type: 'test',
    name: data.name,
    nesting: data.nesting,
    file: data.file ?? '',
    ok: type === 'test:pass',
    skipped: data.skip !== undefined || data.todo !== undefined,
    ...(failure === undefined
      ? {}
      : { failureType: String(failureType), error: describeError(cause ?? failure) }),
  });
}

/** node:test reports an error that surfaced outside of every test in words alone, and fails the run. */
function sendLateError(diagnostic: string): void {
  const activity = /This activity created the error "(?:(\w*Error): )?(.*)" (?:and|which)/s;
  const [, name = 'Error', message] = activity.exec(diagnostic) ?? [];
  if (message !== undefined) {
    channel.send({ type: 'uncaught', error: { name, message, stack: '' } });
  }
}

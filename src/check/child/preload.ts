/**
 * Loaded into the supervised process before the test and the answer. Everything the results depend on is taken hold
 * of here, while nobody else has run yet.
 */
import { guardAssertions } from './guard-assertions.ts';
import { redirect } from './redirect.ts';
import { channel, input } from './results.ts';
import { watchExit } from './watch-exit.ts';

guardAssertions();
watchExit(channel);
redirect(input.exercise, input.answer);

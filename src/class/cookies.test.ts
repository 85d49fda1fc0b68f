import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Cookies } from './cookies.ts';

test('a cookie is sent to the paths below its own, the nearest first', () => {
  const cookies = new Cookies();
  cookies.take(['_xsrf=hub; Path=/hub/', '_xsrf=mine; Path=/user/learner-01/', 'id=7; Path=/']);
  assert.equal(cookies.header('/user/learner-01/api'), '_xsrf=mine; id=7');
  assert.equal(cookies.xsrf('/hub/login'), 'hub');
  assert.equal(cookies.header('/other'), 'id=7');
});

test('a cookie that is cleared is sent no longer', () => {
  const cookies = new Cookies();
  cookies.take(['id=7; Path=/']);
  cookies.take(['id=""; Path=/']);
  assert.equal(cookies.header('/'), '');
});

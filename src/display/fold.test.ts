import assert from 'node:assert/strict';
import { test } from 'node:test';
import { foldBundle } from './fold.ts';
import { listingBundle } from './listing.ts';

test('a fold escapes what it holds, and its text form holds everything', () => {
  const { data } = foldBundle('All <3> rows', 'openat("<stdin>")');
  assert.match(
    data['text/html'] ?? '',
    /<summary>All &lt;3&gt; rows<\/summary><pre[^>]*>openat\(&quot;&lt;stdin/,
  );
  assert.equal(data['text/plain'], 'All <3> rows\n\nopenat("<stdin>")');
});

test('a listing keeps its spaces and shows its markup', () => {
  const { data } = listingBundle('read(0</dev/null>)   = 0');
  assert.match(data['text/html'] ?? '', /read\(0&lt;\/dev\/null&gt;\) {3}= 0/);
});

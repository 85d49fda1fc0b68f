import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { compile } from './compile.ts';
import { structLayout } from './struct-layout.ts';

const state = mkdtempSync(join(tmpdir(), 'state-'));
process.env.WORKSHOP_STATE = state;
after(() => rmSync(state, { recursive: true, force: true }));

const SOURCE = `
#include <stddef.h>
#include <stdint.h>
enum kind { LETTER, PARCEL };
typedef struct { short row, column; } place;
struct message {
  char mark;
  int32_t grams;
  double rate;
  const char *to;
  uint8_t tag[3];
  enum kind kind;
  place at[2][3];
  void (*notify)(int);
  volatile int64_t sent;
  long double weight;
  struct message *next;
  char last;
};
struct __attribute__((packed)) tight { char mark; double rate; };
struct flags { unsigned urgent : 1, colour : 3, rest : 12; char tail; };
`;

test('agrees with offsetof and sizeof for every field', async () => {
  const { size, parts } = await structLayout(SOURCE, 'message');
  const fields = parts.flatMap(({ offset, size, field }) =>
    field ? [{ offset, size, ...field }] : [],
  );
  const lines = fields.map(
    ({ name }) =>
      `printf("%zu %zu\\n", offsetof(struct message, ${name}), sizeof ((struct message *)0)->${name});`,
  );
  const main = `#include <stdio.h>\nint main(void) { printf("%zu\\n", sizeof(struct message)); ${lines.join(' ')} }`;
  const { path } = await compile({ source: SOURCE + main, kind: 'program' });
  const said = execFileSync(path, { encoding: 'utf8' }).trim().split('\n');
  assert.deepEqual(said, [String(size), ...fields.map((field) => `${field.offset} ${field.size}`)]);
});

test('the parts lie end to end and fill the struct', async () => {
  const { size, parts } = await structLayout(SOURCE, 'message');
  let end = 0;
  for (const part of parts) {
    assert.equal(part.offset, end);
    end += part.size;
  }
  assert.equal(end, size);
});

test('spells the types as C does', async () => {
  const { parts } = await structLayout(SOURCE, 'message');
  const types = Object.fromEntries(
    parts.flatMap(({ field }) => (field ? [[field.name, field.type]] : [])),
  );
  assert.deepEqual(types, {
    mark: 'char',
    grams: 'int32_t',
    rate: 'double',
    to: 'const char *',
    tag: 'uint8_t[3]',
    kind: 'enum kind',
    at: 'place[2][3]',
    notify: 'function *',
    sent: 'volatile int64_t',
    weight: 'long double',
    next: 'struct message *',
    last: 'char',
  });
});

test('knows typedefs, packed structs and bit fields', async () => {
  assert.equal((await structLayout(SOURCE, 'place')).size, 4);
  const tight = await structLayout(SOURCE, 'tight');
  assert.deepEqual(
    tight.parts.map(({ offset }) => offset),
    [0, 1],
  );
  const flags = await structLayout(SOURCE, 'flags');
  assert.deepEqual(
    flags.parts.flatMap(({ field }) => field?.bits ?? []),
    [1, 3, 12],
  );
});

test('a struct that is not there is told', async () => {
  await assert.rejects(structLayout(SOURCE, 'parcel'), {
    message: 'the source declares no struct parcel',
  });
});

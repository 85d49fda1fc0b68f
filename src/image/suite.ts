/**
 * `npm run test:image`: builds the image with a Docker engine of its own, from stand-ins for the two bases, and
 * shows that it keeps its promises. Everything it starts ends with it.
 */
import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync } from 'node:fs';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { execa } from 'execa';
import { standInBases } from './bases.ts';
import { Container, IMAGE, LOCKED, STRICT } from './container.ts';
import { Engine, removeWork } from './engine.ts';
import { layersOf, sizeReport } from './layers.ts';
import { missingTools } from './tools.ts';

const ROOT = new URL('../../', import.meta.url).pathname;

const missing = await missingTools();
if (missing !== undefined) {
  console.error(missing);
  process.exit(process.env.CI === undefined ? 0 : 1);
}

const work = await mkdtemp(join(tmpdir(), 'workshop-image-'));
let engine: Engine;

before(async () => {
  engine = await Engine.start('build', work);
  await standInBases(engine, work);
});

after(async () => {
  await engine?.[Symbol.asyncDispose]();
  await removeWork(work);
});

describe('the build', () => {
  test("the README's build command builds the image", async () => {
    const [command] = readmeCommands(/^docker build .*$/gm);
    const start = performance.now();
    const args = command.replace('-t workshop ', `-t ${IMAGE} `).split(' ').slice(1, -1);
    await engine.docker([...args, '--network', 'host', ROOT]);
    console.log(`built in ${((performance.now() - start) / 1000).toFixed(0)} s`);
  });

  test('no layer above the bases holds anything of the machine that built it', async () => {
    const layers = await layersOf(engine, IMAGE, join(work, 'layers'));
    for (const layer of layers.slice(1)) {
      const { stdout } = await execa('tar', ['-tf', layer.tar]);
      const stray = stdout
        .split('\n')
        .filter((path) =>
          /\.crt$|pip\.conf$|npmrc$|\/\.npm\/|\.cache\/pip|apt\/lists\/(?!\.wh\.)./.test(path),
        )
        .filter((path) => path !== 'opt/workshop/.npmrc' && !path.includes('/site-packages/'));
      assert.deepEqual(stray, [], layer.madeBy);
      const found = await execa('grep', ['-c', '-a', '-F', ROOT, layer.tar], { reject: false });
      assert.equal(found.stdout, '0', `${ROOT} stands in the layer of ${layer.madeBy}`);
    }
    const environment = await engine.docker(['run', '--rm', '--network', 'none', IMAGE, 'env']);
    assert.doesNotMatch(environment, /npm_|pip_|proxy|_cert|\.crt/i);
    console.log(sizeReport(layers));
    await removeWork(join(work, 'layers'));
  });
});

describe('the run', () => {
  before(async () => {
    await engine[Symbol.asyncDispose]();
    engine = await Engine.start('run', work);
  });

  test("the README's run command publishes JupyterLab on loopback and asks for the token", async () => {
    const [command] = readmeCommands(/^docker run .*$/gm);
    const options = command
      .replace(/ -it| --rm/g, '')
      .split(' ')
      .slice(2, -1);
    const start = performance.now();
    await using container = await Container.run(engine, options);
    const get = (path: string) =>
      engine.shell(`curl -s -o /dev/null -w '%{http_code}' 'http://127.0.0.1:8888${path}'`);
    while ((await get('/api')).output !== '200') {
      assert.ok(performance.now() - start < 60_000, await container.logs());
    }
    console.log(`answered ${(performance.now() - start).toFixed(0)} ms after docker run`);
    const token = (await container.logs()).match(/token=([0-9a-f]{32,})/)?.[1];
    assert.ok(token, 'the printed address holds a token');
    assert.equal((await get('/api/contents')).output, '403', 'without the token');
    assert.equal((await get(`/api/contents?token=${token}`)).output, '200', 'with the token');
    await healthy(container);

    const output = await container.sh(`node /opt/workshop/src/image/two-kernels.ts ${token}`);
    assert.equal(output.code, 0, output.output);
    const mib = Number(output.output) / 2 ** 20;
    console.log(`a server and two kernels with the five packages: ${mib.toFixed(0)} MiB`);
    assert.ok(mib < 1024, 'a learner fits a container of 1 GB');

    const stopping = performance.now();
    await engine.docker(['stop', '-t', '10', container.id]);
    const ms = performance.now() - stopping;
    console.log(`stopped in ${ms.toFixed(0)} ms`);
    assert.equal(await container.inspect('{{.State.ExitCode}}'), '0');
    assert.ok(ms < 10_000, 'SIGTERM ended it, not the SIGKILL that follows after ten seconds');
  });

  test('every lesson runs offline as uid 1000 without capabilities', async () => {
    await lessonsPass(['--network', 'none', ...LOCKED]);
  });

  test('every lesson runs with the strict settings and a volume', async () => {
    await engine.docker(['volume', 'create', 'home']);
    await lessonsPass(['--network', 'none', ...STRICT, '-v', 'home:/home/jovyan']);
    await engine.docker(['volume', 'rm', 'home']);
  });

  test('with the strict settings strace attaches, exercises are checked, and the commands answer', async () => {
    await engine.docker(['volume', 'create', 'home']);
    const options = ['--network', 'none', ...STRICT, '-v', 'home:/home/jovyan'];
    {
      await using container = await Container.run(engine, options);
      await container.answers();
      assert.equal((await container.sh('id -u')).output, '1000');
      await passes(container, './workshop trace --json -- true', /"notUnderstood": ?0/);
      await passes(
        container,
        'sleep 30 & strace -o /tmp/s -p $! & sleep 1; kill %1; wait; cat /tmp/s',
        /SIGTERM/,
      );
      await passes(container, './workshop doctor', /strace/);
      await checksPass(container);
    }
    await engine.docker(['volume', 'rm', 'home']);
  });

  test('a home with an older course is brought up to date without loss', async () => {
    await engine.docker(['volume', 'create', 'home']);
    const options = ['--network', 'none', ...STRICT, '-v', 'home:/home/jovyan'];
    await olderHome(options);
    {
      await using container = await Container.run(engine, options);
      await container.answers();
      assert.match(await container.logs(), /\.\/workshop update/);
      const update = await container.sh('./workshop update');
      assert.equal(update.code, 0, update.output);
      const kept = await container.sh('grep -rl "my own line" exercises');
      assert.match(kept.output, /who-ran/, 'the edited exercise is kept');
      const same = await container.sh('diff -q README.md /opt/workshop/README.md');
      assert.equal(same.output, '', 'an outdated file is brought on');
    }
    await engine.docker(['volume', 'rm', 'home']);
  });
});

/** The commands of the README that match, so that what is tested is what a reader copies. */
function readmeCommands(pattern: RegExp): [string, ...string[]] {
  const [first, ...others] = readFileSync(join(ROOT, 'README.md'), 'utf8').match(pattern) ?? [];
  assert.ok(first, `README.md names no command ${pattern}`);
  return [first, ...others];
}

async function healthy(container: Container): Promise<void> {
  const limit = Date.now() + 60_000;
  while ((await container.inspect('{{.State.Health.Status}}')) !== 'healthy') {
    assert.ok(Date.now() < limit, 'the health check never passed');
    await new Promise((resolve) => setTimeout(resolve, 500));
  }
}

async function lessonsPass(options: readonly string[]): Promise<void> {
  const command = ['node', 'src/notebook/main.ts', 'run'];
  const { code, output } = await engine.tryDocker(['run', '--rm', ...options, IMAGE, ...command]);
  console.log(output);
  assert.equal(code, 0, output);
}

async function passes(container: Container, line: string, expected: RegExp): Promise<void> {
  const { code, output } = await container.sh(line);
  assert.equal(code, 0, `${line}\n${output}`);
  assert.match(output, expected, line);
}

/** Each stub is "not yet"; with the reference solution in its place the same exercise passes. */
async function checksPass(container: Container): Promise<void> {
  const list = await container.sh("cd exercises && ls */*.test.ts | sed 's/.test.ts$//'");
  for (const id of list.output.split('\n')) {
    const stub = await container.sh(`./workshop check ${id} --json`);
    assert.match(stub.output, /"verdict": ?"not yet"/, id);
    await container.sh(`cp solutions/${id}.ts exercises/${id}.ts`);
    const solved = await container.sh(`./workshop check ${id} --json`);
    assert.match(solved.output, /"verdict": ?"pass"/, `${id}\n${solved.output}`);
    assert.equal(solved.code, 0, id);
  }
}

/** Makes the volume a home that an earlier image laid: an older file, and an exercise the learner edited. */
async function olderHome(options: readonly string[]): Promise<void> {
  const folder = mkdtempSync(join(work, 'older-'));
  const file = join(folder, 'Dockerfile');
  const lines = [
    `FROM ${IMAGE}`,
    'USER root',
    'RUN cd /opt/workshop && echo "An older line." >> README.md && image/list-files . > image/version',
    'USER 1000:100',
  ];
  await execa('tee', [file], { input: `${lines.join('\n')}\n` });
  await engine.docker(['build', '-q', '-t', 'workshop:older', folder]);
  const edit = 'echo "// my own line" >> exercises/00-welcome/who-ran.ts';
  await engine.docker(['run', '--rm', ...options, 'workshop:older', 'sh', '-c', edit]);
}

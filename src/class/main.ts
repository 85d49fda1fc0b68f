/**
 * `npm run class -- --learners N [--lesson ID] [--stay]`: starts a JupyterHub for a class on this machine, lets N
 * learners run a lesson at once, reports what they met, and removes everything again.
 */
import { existsSync, readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { lessons } from 'workshop/course';
import { Hub } from './hub.ts';
import { addLearners, type Learner, removeLearners } from './learners.ts';
import { visit } from './lesson.ts';
import { installMaster } from './master.ts';
import { MemoryPeaks, memoryOf } from './memory.ts';
import { describeClass, passed } from './report.ts';
import { trespass } from './strangers.ts';

const USAGE = `npm run class -- [--learners N] [--lesson ID] [--stay]

Starts a JupyterHub on loopback with N learners (8 unless said), each a user of this system, who log in at once,
run a lesson (01-one-call unless said) and check its exercises. Needs root on Debian 12, and removes all it made.
  --stay   prints the learners' passwords and serves until Ctrl-C instead
Exit code: 0 without an error, 1 with one, 2 for a wrong option, 130 after Ctrl-C.`;

const options = readOptions();
if (process.getuid?.() !== 0) {
  refuse('A class makes users of the system, which only root can do: run this as root.');
}

const interrupted = new Promise<void>((resolve) => {
  process.once('SIGINT', resolve);
  process.once('SIGTERM', resolve);
});

const base = await mkdtemp('/var/tmp/workshop-class-');
let learners: Learner[] = [];
try {
  process.exitCode = await Promise.race([classHour(), interrupted.then(() => 130)]);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  console.error(troubles(join(base, 'hub/hub.log')));
  process.exitCode = 1;
} finally {
  await removeLearners(learners);
  await rm(base, { recursive: true, force: true });
}
process.exit();

async function classHour(): Promise<number> {
  say('Installing the course, JupyterLab and JupyterHub');
  const master = await installMaster(base);
  learners = await addLearners(options.learners, base);
  say('Starting the hub');
  await using hub = await Hub.start(master, base);
  if (options.stay) {
    say(`The class is at ${hub.origin} until Ctrl-C.`);
    for (const { name, password } of learners) console.log(`${name}  ${password}`);
    await interrupted;
    return 0;
  }
  say(`${learners.length} learners run ${options.lesson}`);
  using peaks = new MemoryPeaks(learners.map(({ uid }) => uid));
  const visits = await Promise.all(
    learners.map((learner) => visit(hub.origin, learner, options.lesson)),
  );
  const memoryAtEnd = learners.map(({ uid }) => memoryOf(uid));
  const tried = await trespass(learners, hub, master);
  const report = {
    lesson: options.lesson,
    visits,
    memoryAtEnd,
    memoryPeaks: peaks.values,
    trespass: tried,
  };
  console.log(describeClass(report));
  return passed(report) ? 0 : 1;
}

/** The last warnings and errors of the hub's log, or nothing when there is no log yet. */
function troubles(log: string): string {
  if (!existsSync(log)) return '';
  const lines = readFileSync(log, 'utf8').split('\n');
  return lines
    .filter((line) => /^\[[WEC] /.test(line))
    .slice(-20)
    .join('\n');
}

function readOptions(): { learners: number; lesson: string; stay: boolean } {
  const known = lessons().map(({ id }) => id);
  try {
    const { values } = parseArgs({
      options: {
        learners: { type: 'string', default: '8' },
        lesson: { type: 'string', default: '01-one-call' },
        stay: { type: 'boolean', default: false },
        help: { type: 'boolean', short: 'h', default: false },
      },
    });
    if (values.help) {
      console.log(USAGE);
      process.exit(0);
    }
    const learners = Number(values.learners);
    if (!Number.isInteger(learners) || learners < 1 || learners > 99) {
      refuse(`--learners takes a number from 1 to 99, not ${values.learners}.`);
    }
    if (!known.includes(values.lesson)) {
      refuse(`There is no lesson ${values.lesson}; there are ${known.join(', ')}.`);
    }
    return { learners, lesson: values.lesson, stay: values.stay };
  } catch (error) {
    return refuse(`${error instanceof Error ? error.message : error}\n\n${USAGE}`);
  }
}

function refuse(sentence: string): never {
  console.error(sentence);
  process.exit(2);
}

function say(text: string): void {
  console.log(`${new Date().toTimeString().slice(0, 8)}  ${text}`);
}

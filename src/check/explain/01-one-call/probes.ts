import { execPath, isExec, isExecSuccess, lines, type Trace } from '../../../trace/index.ts';
import type { Explainer } from '../explainer.ts';

/** Every trap at once: a miss, a file that may not be executed, a directory, an empty entry; then a hit, and one more. */
const PATH = ['missing', 'forbidden', 'a-directory', '', 'works', 'works-too'].join(':');

/** Explains probes by a search that really took place: what execve was asked for, beside the learner's list. */
export const explainer: Explainer = {
  program: (answerUrl) => `
    import { probes } from ${JSON.stringify(answerUrl)};
    import { spawnSync } from 'node:child_process';
    import { chmodSync, copyFileSync, mkdirSync } from 'node:fs';
    for (const name of ['forbidden', 'works', 'works-too']) {
      mkdirSync(name);
      copyFileSync('/bin/true', name + '/tool');
      chmodSync(name + '/tool', name === 'forbidden' ? 0o644 : 0o755);
    }
    mkdirSync('a-directory/tool', { recursive: true });
    process.stdout.write(JSON.stringify(probes('tool', ${JSON.stringify(PATH)})));
    spawnSync('/usr/bin/env', ['PATH=' + ${JSON.stringify(PATH)}, 'tool']);`,

  explain(trace) {
    const asked = search(trace);
    const listed = listOf(trace.stdout.toString('utf8'));
    if (listed === null || asked.length === 0) return null;
    const files = asked.map((call) => tidy(execPath(call) ?? ''));
    const at = files.findIndex((file, index) => file !== listed[index]);
    if (at === -1 && listed.length === files.length) return null;
    return {
      sentence: `For "tool" in PATH=${PATH} ${difference(files, listed, at)}`,
      syscalls: lines(asked, { width: 76 }).split('\n'),
    };
  },
};

/** The execve calls of env after it had itself been executed. */
function search(trace: Trace) {
  const env = trace.events.find(
    (event) => isExecSuccess(event) && execPath(event) === '/usr/bin/env',
  );
  return trace.events
    .filter(isExec)
    .filter((call) => env !== undefined && call.pid === env.pid && call.line > env.line);
}

function listOf(printed: string): string[] | null {
  try {
    const list: unknown = JSON.parse(printed);
    return Array.isArray(list) ? list.map((file) => tidy(String(file))) : null;
  } catch {
    return null;
  }
}

/** 'tool' and './tool' are the same file; the second is easier to see. */
function tidy(file: string): string {
  const path = file.includes('/') ? file : `./${file}`;
  return path.replaceAll(/\/(\.\/|\/)+/g, '/');
}

function difference(files: readonly string[], listed: readonly string[], at: number): string {
  const count = `the kernel was asked for ${files.length} files; your list has ${listed.length}.`;
  if (at === -1) return `${count} It should have ended with ${files.at(-1)}, which ran.`;
  const there = listed[at] === undefined ? 'your list has ended by then' : `yours is ${listed[at]}`;
  return `${count} The first difference is number ${at + 1}: the kernel was asked for ${files[at]}, and ${there}.`;
}

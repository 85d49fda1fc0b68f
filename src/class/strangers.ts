import { readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { execa } from 'execa';
import type { Hub } from './hub.ts';
import type { Learner } from './learners.ts';
import type { Master } from './master.ts';
import { pidsOf } from './memory.ts';

/** Something that a learner must not be able to do, as a shell line that exits 0 when it could be done. */
interface Attempt {
  readonly on: string;
  readonly line: string;
  /** Who may do it, `root` or its owner, and a line that shows so: a refusal of what nobody could do proves nothing. */
  readonly control: { readonly as: string; readonly line: string };
}

/** How many attempts were made on something that its owner could do, and those that succeeded. */
export interface Trespass {
  readonly attempts: number;
  readonly succeeded: readonly string[];
}

/** Lets each learner try to reach the files, the server and the processes of the next, and those of the hub. */
export async function trespass(
  learners: readonly Learner[],
  hub: Hub,
  master: Master,
): Promise<Trespass> {
  const succeeded: string[] = [];
  let attempts = 0;
  for (const [index, learner] of learners.entries()) {
    const victim = learners[(index + 1) % learners.length];
    if (victim === undefined || victim === learner) continue;
    for (const attempt of [...against(victim, hub), ...againstTheClass(hub, master)]) {
      const { on, line, control } = attempt;
      const done = await can(learner.name, line);
      if (done) succeeded.push(`${learner.name} on ${on}: ${line}`);
      if (done || (await can(control.as, control.line))) attempts += 1;
    }
  }
  if (attempts === 0) throw new Error('No attempt of a learner on another could be made.');
  return { attempts, succeeded };
}

function against(victim: Learner, hub: Hub): Attempt[] {
  const files = [
    `ls ${victim.home}`,
    `cat ${victim.home}/workshop/README.md`,
    `touch ${victim.home}/workshop/mine`,
    `ls ${victim.home}/.run`,
  ];
  const processes = pidsOf(victim.uid).flatMap((pid) => [
    `kill -0 ${pid}`,
    `cat /proc/${pid}/environ`,
    `ls /proc/${pid}/cwd/`,
    `ls /proc/${pid}/fd/`,
    `timeout 1 strace -o /dev/null -p ${pid}; [ $? = 124 ]`,
  ]);
  const own = [...files, ...processes].map((line) => ({
    ...{ on: victim.name, line },
    control: { as: victim.name, line },
  }));
  const ports = listening(victim.uid);
  const addresses = [
    `${hub.origin}/user/${victim.name}/api/contents`,
    ...ports.map((port) => `http://127.0.0.1:${port}/user/${victim.name}/api/contents`),
    ...ports.map((port) => `http://127.0.0.1:${port}/user/${victim.name}/api/kernels`),
  ];
  return [...own, ...addresses.map((address) => onServer(victim, address))];
}

/** A server that refuses answers 403, or sends to the login page; anything else lets the stranger in. */
function onServer(victim: Learner, address: string): Attempt {
  const code = `curl -s -o /dev/null -m 5 -w '%{http_code}' '${address}'`;
  return {
    on: victim.name,
    line: `case $(${code}) in 000|302|400|403|404|405) exit 1;; esac`,
    control: { as: victim.name, line: `[ $(${code}) != 000 ]` },
  };
}

function againstTheClass(hub: Hub, master: Master): Attempt[] {
  const lines = [
    `kill -0 ${hub.pid}`,
    `cat /proc/${hub.pid}/environ`,
    `ls ${dirname(hub.log)}`,
    `touch ${master.folder}/mine`,
    `echo >> ${master.folder}/src/kernel/main.ts`,
  ];
  return lines.map((line) => ({ on: 'the hub', line, control: { as: 'root', line } }));
}

async function can(user: string, line: string): Promise<boolean> {
  const as = ['--reuid', user, '--regid', user, '--init-groups'];
  const shell = ['bash', '-c', line];
  const env = { PATH: '/usr/bin:/bin' };
  const { exitCode } = await execa('setpriv', [...as, ...shell], {
    reject: false,
    env,
    cwd: '/',
    timeout: 20_000,
  });
  return exitCode === 0;
}

/** The TCP ports on which a user's processes listen. */
function listening(uid: number): number[] {
  const LISTEN = '0A';
  return readFileSync('/proc/net/tcp', 'utf8')
    .split('\n')
    .map((line) => line.trim().split(/\s+/))
    .filter((row) => row[3] === LISTEN && Number(row[7]) === uid)
    .map((row) => Number.parseInt(row[1]?.split(':')[1] ?? '0', 16));
}

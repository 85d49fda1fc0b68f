import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { limited, type Question, works } from '../finding.ts';
import { probe, why } from '../probe.ts';

/** Do a hundred processes run at once? */
export const processes: Question = {
  id: 'processes',
  title: 'processes',
  neededFor: 'lessons 04 and 07',
  async ask() {
    const started = await probe(
      'processes',
      z.object({ ran: z.number(), refused: z.string().nullable() }),
    );
    const remedy =
      'Raise the limit: docker run --pids-limit 256 in a container, ulimit -u elsewhere. The lessons start fewer.';
    if ('failed' in started) return limited(`could not be asked: ${why(started.failed)}`, remedy);
    const { ran, refused } = started.value;
    if (refused !== null) return limited(`after ${ran} at once the next got ${refused}`, remedy);
    const limits = readFileSync('/proc/self/limits', 'utf8');
    const [soft] = /^Max processes\s+(\S+)/m.exec(limits)?.slice(1) ?? [];
    return works(`${ran} ran at once (the user's limit: ${soft ?? 'unknown'})`);
  },
};

/** Does the kernel grant io_uring and clone3, or does a seccomp filter change what traces look like? */
export const seccomp: Question = {
  id: 'seccomp',
  title: 'io_uring and seccomp',
  neededFor: 'traces that look as they do elsewhere',
  async ask() {
    const asked = await probe(
      'syscalls',
      z.object({
        ioUring: z.string(),
        clone3: z.union([z.string(), z.number()]),
        filtered: z.boolean(),
      }),
    );
    const differs =
      'Nothing to do: traces show epoll_ctl and clone instead, and the lessons say so.';
    if ('failed' in asked) return limited(`could not be asked: ${why(asked.failed)}`, differs);
    const { ioUring, clone3, filtered } = asked.value;
    const filter = filtered ? 'a seccomp filter is on' : 'no seccomp filter';
    const refused = [
      ...(ioUring === 'works' ? [] : [`io_uring is refused (${ioUring})`]),
      ...(clone3 === 'EINVAL' ? [] : [`clone3 is refused (${clone3})`]),
    ];
    return refused.length === 0
      ? works(`io_uring and clone3 are granted; ${filter}`)
      : limited(`${refused.join(', ')}; ${filter}`, differs);
  },
};

import { z } from 'zod';
import { ask } from '../ask.ts';
import { type Answer, limited, missing, type Question, works } from '../finding.ts';
import { probe } from '../probe.ts';
import { inContainer, install } from '../remedy.ts';

const RECORDED = 'Until then the lessons show recorded traces and say so.';

/** May a child strace attach to the program that started it? Yama says no unless that program allows it. */
export const strace: Question = {
  id: 'strace',
  title: 'strace and ptrace',
  neededFor: 'every trace, from lesson 01 on',
  async ask() {
    const attached = await probe(
      'attach',
      z.object({ asItStands: z.boolean(), whenAllowed: z.boolean() }),
    );
    if ('value' in attached) {
      if (attached.value.asItStands) return works('a child strace attached to its parent');
      if (attached.value.whenAllowed) {
        return works('a child strace attached to its parent, once the parent allowed it (Yama)');
      }
    }
    return fromBirth();
  },
};

async function fromBirth(): Promise<Answer> {
  const traced = await ask(['strace', '-f', '-o', '/dev/null', 'true']);
  if (traced.end === 'not installed') {
    return missing('strace is not installed', `${install('strace')}. ${RECORDED}`);
  }
  if (traced.end === 'exited' && traced.code === 0) {
    return limited(
      'strace may trace what it starts, but not attach to a running program',
      'Run: sudo sysctl kernel.yama.ptrace_scope=0 (on the host, until it restarts). Until then a trace starts a fresh Node.',
    );
  }
  return limited(
    `strace may trace nothing here: ${traced.stderr.trim().split('\n').at(-1)?.slice(0, 120) ?? 'no reason given'}`,
    inContainer
      ? `Start the container with Docker's default seccomp profile, on a kernel of at least 4.8. ${RECORDED}`
      : `Another tracer, or the security policy, forbids ptrace. ${RECORDED}`,
  );
}

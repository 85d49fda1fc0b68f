import type { SyscallEvent } from '../events.ts';
import { cloneFlags } from './births.ts';
import { descriptorOf } from './descriptors.ts';

const SLEEPERS = new Set(
  `nanosleep clock_nanosleep pause rt_sigsuspend rt_sigtimedwait restart_syscall vfork flock
  semop semtimedop msgrcv mq_timedreceive futex_wait futex_waitv`.split(/\s+/),
);
const POLLERS = new Set(
  `poll ppoll select pselect6 epoll_wait epoll_pwait epoll_pwait2`.split(/\s+/),
);
const TRANSFERS = new Set(
  `read readv write writev recvfrom recvmsg recvmmsg sendto sendmsg accept accept4 connect
  splice tee`.split(/\s+/),
);
const CAN_BLOCK = /^(pipe:|socket:|\/dev\/(pts|tty)|.*\bfifo\b)/;

/** Below this a transfer did not wait: a traced call that finds its data ready takes some 0.05 ms. */
const AT_ONCE_SECONDS = 0.0005;

/**
 * True for a call in which its thread slept until something else happened: another process ended, a lock was freed,
 * data or a deadline came. Reads and writes count where they work on a pipe, socket or terminal and took their time.
 */
export function isWaiting(call: SyscallEvent): boolean {
  const { name, args } = call;
  if (SLEEPERS.has(name)) return true;
  if (POLLERS.has(name)) return !args.slice(-3).includes('0');
  if (name === 'wait4' || name === 'waitid') return !args.some((arg) => arg.includes('WNOHANG'));
  if (name === 'futex') return /^FUTEX_(WAIT|LOCK_PI)/.test(args[1] ?? '');
  if (name === 'io_uring_enter') return /GETEVENTS/.test(args[3] ?? '') && args[2] !== '0';
  if (name === 'clone' || name === 'clone3') return cloneFlags(call).includes('CLONE_VFORK');
  if (!TRANSFERS.has(name)) return false;
  return CAN_BLOCK.test(descriptorOf(call)?.path ?? '') && took(call) > AT_ONCE_SECONDS;
}

function took(call: SyscallEvent): number {
  return call.duration ?? (call.result === undefined ? Number.POSITIVE_INFINITY : 0);
}

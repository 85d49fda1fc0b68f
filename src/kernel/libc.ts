import { createRequire } from 'node:module';
import type * as Koffi from 'koffi';

// koffi's ES module entry copies every export; the CommonJS one is what cells share with us.
const koffi: typeof Koffi = createRequire(import.meta.url)('koffi');
const libc = koffi.load('libc.so.6');

function bind<Signature>(declaration: string): Signature {
  return libc.func(declaration) as unknown as Signature;
}

const pipe2 = bind<(fds: Int32Array, flags: number) => number>('int pipe2(void *fds, int flags)');
const dup2 = bind<(from: number, to: number) => number>('int dup2(int from, int to)');
const fcntl = bind<(fd: number, command: number, value: number) => number>(
  'int fcntl(int fd, int command, int value)',
);
const ioctl = bind<(fd: number, request: number, out: Int32Array) => number>(
  'int ioctl(int fd, unsigned long request, void *out)',
);
const read = bind<(fd: number, buffer: Uint8Array, size: number) => number | bigint>(
  'long read(int fd, void *buffer, size_t size)',
);
const prctl = bind<(option: number, value: bigint) => number>(
  'int prctl(int option, unsigned long value)',
);
const fflush = bind<(file: bigint) => number>('int fflush(void *file)');
const exitNow = bind<(code: number) => never>('void _exit(int code)');
const getpgrp = bind<() => number>('int getpgrp()');

// <fcntl.h>, <sys/ioctl.h> and <sys/prctl.h> of Linux on x86-64 and arm64.
const O_NONBLOCK = 0o4000;
const O_CLOEXEC = 0o2000000;
const F_GETFL = 3;
const F_SETFL = 4;
const F_DUPFD_CLOEXEC = 1030;
const F_SETPIPE_SZ = 1031;
const F_GETPIPE_SZ = 1032;
const FIONREAD = 0x541b;
const PR_SET_PTRACER = 0x59616d61;
const PR_SET_PTRACER_ANY = 0xffffffffffffffffn;

const stdout = koffi.decode(libc.symbol('stdout'), 'void *') as bigint;
const waiting = new Int32Array(1);

/** Lets any process of this user attach to this one; without Yama there is nothing to allow. */
export function allowTracing(): void {
  prctl(PR_SET_PTRACER, PR_SET_PTRACER_ANY);
}

/** A pipe whose ends no child inherits; throws when the process is out of descriptors. */
export function openPipe(): { readEnd: number; writeEnd: number } {
  const fds = new Int32Array(2);
  if (pipe2(fds, O_CLOEXEC) !== 0) throw new Error('pipe2 failed: too many open files');
  const [readEnd = -1, writeEnd = -1] = fds;
  return { readEnd, writeEnd };
}

/** Makes `to` name what `from` names. */
export function duplicateOnto(from: number, to: number): void {
  if (dup2(from, to) < 0) throw new Error(`dup2(${from}, ${to}) failed`);
}

/** A second descriptor of the same open file, above the standard ones and closed by exec. */
export function duplicate(fd: number): number {
  return fcntl(fd, F_DUPFD_CLOEXEC, 10);
}

/** Whether reads and writes on this open file wait; shared by every process that inherited it. */
export function setBlocking(fd: number, blocking: boolean): void {
  const flags = fcntl(fd, F_GETFL, 0);
  fcntl(fd, F_SETFL, blocking ? flags & ~O_NONBLOCK : flags | O_NONBLOCK);
}

/** Asks for a pipe of this many bytes and returns what it holds now: the system may grant less. */
export function sizePipe(fd: number, bytes: number): number {
  fcntl(fd, F_SETPIPE_SZ, bytes);
  return fcntl(fd, F_GETPIPE_SZ, 0);
}

/** How many bytes wait in a pipe. */
export function unread(fd: number): number {
  return ioctl(fd, FIONREAD, waiting) === 0 ? (waiting[0] ?? 0) : 0;
}

/** Reads without waiting from a non-blocking descriptor; 0 when nothing is there. */
export function readNow(fd: number, buffer: Uint8Array): number {
  return Math.max(0, Number(read(fd, buffer, buffer.length)));
}

/**
 * Sends what C's stdout holds back to its descriptor. Only this one: fflush(NULL) would wait for
 * the lock of every stream, also of one that a thread blocks on.
 */
export function flushStdout(): void {
  fflush(stdout);
}

/** Ends the process at once: no exit handlers, no waiting for a debugger or a socket. */
export function exitAtOnce(code: number): never {
  return exitNow(code);
}

/** The process group of this process. */
export function processGroup(): number {
  return getpgrp();
}

import { z } from 'zod';
import { limited, missing, type Question, works } from '../finding.ts';
import { probe, why } from '../probe.ts';

/** Does koffi load and call C? */
export const koffi: Question = {
  id: 'koffi',
  title: 'koffi',
  neededFor: 'every foreign call, from lesson 08 on',
  async ask() {
    const called = await probe('koffi', z.object({ right: z.boolean(), version: z.string() }));
    if ('value' in called && called.value.right) {
      return works(`koffi ${called.value.version} called getpid()`);
    }
    const reason = 'failed' in called ? why(called.failed) : 'getpid() gave another process';
    return missing(
      `koffi called nothing: ${reason}`,
      'Run npm start again: it installs the package. koffi needs glibc or musl on x64 or arm64.',
    );
  },
};

/** Does this Node have its own foreign function interface, without a flag? */
export const nodeFfi: Question = {
  id: 'node-ffi',
  title: 'node:ffi',
  neededFor: 'lesson 13',
  async ask() {
    const called = await probe('node-ffi', z.object({ right: z.boolean() }));
    if ('value' in called && called.value.right) {
      return works(`Node ${process.versions.node} called getpid()`);
    }
    const reason = 'failed' in called ? why(called.failed) : 'getpid() gave another process';
    return limited(
      `node:ffi called nothing: ${reason}`,
      'It is on by default from Node 26.9 on; ./workshop runs that one. Lesson 13 leaves its row empty.',
    );
  },
};

import { copyFileSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../course/index.ts';
import { derive } from './case-names.ts';

const NATIVE = join(ROOT, 'native', 'build');

/** A program that misbehaves: what is known of it, and how its folder is laid out for a fresh nonce. */
export type CaseFile = {
  program: string;
  brief: string;
  hint: string;
  lay: (folder: string, nonce: string) => void;
};

const courier: CaseFile = {
  program: 'case-courier',
  brief:
    'A sealed program: the courier. It takes a folder, prints nothing and exits with 1. It worked ' +
    'yesterday. Find out from outside what it is missing, and make it exit with 0. Its source is in ' +
    'the course; you will not need it.',
  hint: 'Trace it from birth and look at its execve calls: the name, and the error beside each.',
  lay(folder, nonce) {
    for (const part of ['1', '2', '3']) mkdirSync(join(folder, `tray-${derive(nonce, part)}`));
    const helper = join(folder, `tray-${derive(nonce, '2')}`, `stamp-${derive(nonce, 's')}`);
    // There, but without an execute bit: the search goes on and ends with ENOENT.
    writeFileSync(helper, '#!/bin/sh\nexit 0\n', { mode: 0o644 });
  },
};

const sorter: CaseFile = {
  program: 'case-sorter',
  brief:
    'A sealed program: the sorter. It takes a folder, prints nothing and exits with 1 since a library ' +
    'was upgraded. The new library lies in shelf/ within the folder. Find out from outside what the ' +
    'sorter asks for, and make it exit with 0 without changing the program.',
  hint: 'Run it with LD_DEBUG=libs in its environment, or trace its openat calls: which name, and where?',
  lay(folder, nonce) {
    mkdirSync(join(folder, 'shelf'));
    const name = `libletters-${derive(nonce, 'l')}.so.2`;
    copyFileSync(join(NATIVE, 'libmail.so'), join(folder, 'shelf', name));
  },
};

/** The sealed cases, by lesson. */
export const CASES: Readonly<Record<string, CaseFile>> = {
  '01-one-call': courier,
  '08-first-foreign-call': sorter,
};

/** The absolute path of a case's program. */
export const programOf = ({ program }: CaseFile): string => join(NATIVE, program);

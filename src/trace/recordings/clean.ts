import { homedir } from 'node:os';
import { fileURLToPath } from 'node:url';

const REPOSITORY = fileURLToPath(new URL('../../../', import.meta.url)).replace(/\/$/, '');
const LEARNER_HOME = '/home/learner';

/** Puts the home of a learner in place of this machine's paths, so that a recording could be anyone's. */
export function withoutMachinePaths(text: string): string {
  return text
    .replaceAll(REPOSITORY, `${LEARNER_HOME}/subprocess-to-ffi`)
    .replaceAll(homedir(), LEARNER_HOME)
    .replaceAll(/\/tmp\/workshop-[a-z]+-\d+-\w{6}/g, '/tmp/workshop');
}

import { execa } from 'execa';

const PACKAGES = { dockerd: 'docker.io', mmdebstrap: 'mmdebstrap', curl: 'curl' };

/**
 * Makes sure of the programs that the test of the image needs, installing what is missing when it may.
 * Resolves with undefined, or with the one sentence that says why no image can be tested here.
 */
export async function missingTools(): Promise<string | undefined> {
  const needed: string[] = [];
  for (const [program, name] of Object.entries(PACKAGES)) {
    const { failed } = await execa('sh', ['-c', `command -v ${program}`], { reject: false });
    if (failed) needed.push(name);
  }
  const root = process.getuid?.() === 0;
  const install = `apt-get install -y --no-install-recommends ${needed.join(' ')}`;
  if (!root) {
    return `The image is tested with a Docker engine of its own, which only root can start: run this as root${needed.length > 0 ? `, after ${install}` : ''}.`;
  }
  if (needed.length === 0) return undefined;
  const env = { DEBIAN_FRONTEND: 'noninteractive' };
  await execa('apt-get', ['update', '-qq'], { reject: false, env });
  const { failed } = await execa(install, { shell: true, reject: false, env });
  return failed
    ? `The image cannot be tested here: ${needed.join(', ')} could not be installed.`
    : undefined;
}

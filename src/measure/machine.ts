import { existsSync, readFileSync } from 'node:fs';
import { availableParallelism, cpus, release, totalmem } from 'node:os';

const GIB = 2 ** 30;

const processor = (): string => {
  const name = cpus()[0]?.model.trim();
  return name && name !== 'unknown' ? name.replace(/\s+/g, ' ') : `${process.arch} processor`;
};

// A cgroup's limit counts where there is one: in a container the host's memory is not yours.
const memory = (): number => {
  const limit = process.constrainedMemory();
  return limit > 0 ? Math.min(limit, totalmem()) : totalmem();
};

/** Says whether this process runs in a container, by the marks that Docker, Podman and Kubernetes leave. */
export const inContainer = (): boolean => {
  if (existsSync('/.dockerenv') || existsSync('/run/.containerenv')) return true;
  if (process.env.KUBERNETES_SERVICE_HOST !== undefined) return true;
  try {
    return /docker|kubepods|containerd|libpod/.test(readFileSync('/proc/self/cgroup', 'utf8'));
  } catch {
    return false;
  }
};

const cores = (): string => {
  const n = availableParallelism();
  return n === 1 ? '1 core' : `${n} cores`;
};

/** Describes this machine in one line, to stand beside whatever was measured on it. */
export const machine = (): string =>
  [
    processor(),
    cores(),
    `${(memory() / GIB).toFixed(1)} GiB`,
    `Linux ${release()}`,
    `Node ${process.versions.node}`,
    inContainer() ? 'in a container' : 'not in a container',
  ].join(' · ');

import { existsSync } from 'node:fs';

/** True inside Docker, Podman or a Kubernetes pod, where the remedy belongs to whoever starts the container. */
export const inContainer: boolean =
  existsSync('/.dockerenv') ||
  existsSync('/run/.containerenv') ||
  process.env.KUBERNETES_SERVICE_HOST !== undefined;

/** How a Debian or Ubuntu user gets `packages`; elsewhere the names say what to look for. */
export function install(...packages: string[]): string {
  const command = `apt-get install -y ${packages.join(' ')}`;
  if (process.getuid?.() === 0) return `Run: ${command}`;
  if (inContainer) return `In this container's image, run as root: ${command}`;
  return `Run: sudo ${command} (elsewhere than on Debian or Ubuntu: the packages of these names)`;
}

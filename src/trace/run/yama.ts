import { readFileSync } from 'node:fs';

/** Ubuntu's restriction of ptrace: 0 none, 1 only by an ancestor or with leave, 2 only by root, 3 never; 0 where the kernel has none. */
export function yamaScope(): number {
  try {
    return Number(readFileSync('/proc/sys/kernel/yama/ptrace_scope', 'utf8'));
  } catch {
    return 0;
  }
}

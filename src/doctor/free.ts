import { readFileSync } from 'node:fs';

const MIB = 1024 * 1024;

/** Memory this process may still take, in MiB, and whether the machine or a control group sets the bound. */
export function freeMebibytes(): { free: number; bound: 'the machine' | 'its control group' } {
  const available = Number(/^MemAvailable:\s+(\d+)/m.exec(read('/proc/meminfo'))?.[1] ?? 0) * 1024;
  const group = Math.min(...groupRooms());
  return group < available
    ? { free: Math.floor(group / MIB), bound: 'its control group' }
    : { free: Math.floor(available / MIB), bound: 'the machine' };
}

/** Bytes left in this process's control group and those above it, under cgroup v2 or v1; empty without limits. */
function groupRooms(): number[] {
  const rooms: number[] = [];
  for (const line of read('/proc/self/cgroup').split('\n')) {
    const [, controllers = '', path = '/'] = line.split(':');
    if (controllers !== '' && controllers !== 'memory') continue;
    const root = controllers === '' ? '/sys/fs/cgroup' : '/sys/fs/cgroup/memory';
    const [limitFile, usedFile] =
      controllers === ''
        ? ['memory.max', 'memory.current']
        : ['memory.limit_in_bytes', 'memory.usage_in_bytes'];
    for (let at = path; ; at = at.slice(0, at.lastIndexOf('/'))) {
      const limit = Number(read(`${root}${at}/${limitFile}`) || 'max');
      const used = Number(read(`${root}${at}/${usedFile}`) || 'max');
      if (Number.isFinite(limit) && Number.isFinite(used)) rooms.push(Math.max(0, limit - used));
      if (at === '' || at === '/') break;
    }
  }
  return rooms;
}

function read(path: string): string {
  try {
    return readFileSync(path, 'utf8').trim();
  } catch {
    return '';
  }
}

import { dirname, join } from 'node:path';
import { bytes, fields } from './fields.ts';
import { readProc } from './read.ts';

/**
 * Bytes that can still be taken without pushing anyone out: what the machine has available,
 * or what the tightest cgroup around this process leaves (a container's limit), whichever is less.
 */
export function freeMemory(): number {
  const machine = bytes(fields(readProc('/proc/meminfo') ?? '').get('MemAvailable'));
  return Math.max(0, Math.min(machine, ...cgroupRooms()));
}

function cgroupRooms(): number[] {
  const groups = (readProc('/proc/self/cgroup') ?? '').trim().split('\n');
  return groups.flatMap((line) => {
    const [, controllers = '', path = '/'] = /^\d+:([^:]*):(.*)$/.exec(line) ?? [];
    if (controllers === '') return roomsUpwards('/sys/fs/cgroup', path, version2);
    if (controllers.split(',').includes('memory')) {
      return roomsUpwards('/sys/fs/cgroup/memory', path, version1);
    }
    return [];
  });
}

/** The limit may be set on any group from this process's up to the top; inside a container the path may not exist, its top does. */
function roomsUpwards(
  top: string,
  path: string,
  room: (folder: string) => number | undefined,
): number[] {
  const rooms: number[] = [];
  for (let at = path; ; at = dirname(at)) {
    const found = room(join(top, at));
    if (found !== undefined) rooms.push(found);
    if (at === '/' || at === '.') return rooms;
  }
}

function version2(folder: string): number | undefined {
  return roomIn(folder, 'memory.max', 'memory.current', 'inactive_file');
}

function version1(folder: string): number | undefined {
  return roomIn(folder, 'memory.limit_in_bytes', 'memory.usage_in_bytes', 'total_inactive_file');
}

/** The page cache that no one has used lately counts as free, as the kernel gives it back first. */
function roomIn(folder: string, limit: string, usage: string, cache: string): number | undefined {
  const most = readProc(join(folder, limit))?.trim();
  const used = readProc(join(folder, usage));
  if (most === undefined || most === 'max' || used === undefined) return undefined;
  const stat = readProc(join(folder, 'memory.stat')) ?? '';
  const inactive = Number(new RegExp(`^${cache} (\\d+)$`, 'm').exec(stat)?.[1] ?? 0);
  return Number(most) - Number(used) + inactive;
}

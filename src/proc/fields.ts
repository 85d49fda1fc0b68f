/** The lines `Name: value` of files such as status, meminfo and smaps_rollup. */
export function fields(text: string): ReadonlyMap<string, string> {
  const map = new Map<string, string>();
  for (const line of text.split('\n')) {
    const colon = line.indexOf(':');
    if (colon > 0) map.set(line.slice(0, colon), line.slice(colon + 1).trim());
  }
  return map;
}

/** A value such as `1024 kB` in bytes; 0 when the kernel does not give it (a kernel thread has no memory). */
export function bytes(value: string | undefined): number {
  return Number(/^\d+/.exec(value ?? '')?.[0] ?? 0) * 1024;
}

/** Any signal that ends a process will do, and a process may send it to itself. */
export function breakIt(): void {
  process.kill(process.pid, 'SIGKILL');
}

/** Raises SIGABRT in this process, which is what C's abort() does when a program gives up. */
export function breakIt(): void {
  process.abort();
}

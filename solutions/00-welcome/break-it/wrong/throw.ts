export function breakIt(): void {
  throw new Error('crash');
}

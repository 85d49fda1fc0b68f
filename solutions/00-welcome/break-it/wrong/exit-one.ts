export function breakIt(): void {
  process.exit(1);
}

export function breakIt(): void {
  for (;;);
}

export function inSandbox(): void {}

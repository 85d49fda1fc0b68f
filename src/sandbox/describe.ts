export function describe(): void {}

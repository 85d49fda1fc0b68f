import { spawn } from 'node:child_process';

/**
 * The command that opens an address in the user's browser, or undefined where there is no screen.
 * @param {NodeJS.ProcessEnv} env
 */
export function browserCommand(env) {
  if (env.BROWSER && !env.BROWSER.includes('%')) return env.BROWSER;
  if (env.WSL_DISTRO_NAME) return 'wslview';
  return env.DISPLAY || env.WAYLAND_DISPLAY ? 'xdg-open' : undefined;
}

/** Opens the address in the user's browser where there is one; the printed address serves everywhere else. @param {string} url @param {NodeJS.ProcessEnv} env */
export function openBrowser(url, env) {
  const command = browserCommand(env);
  if (!command) return;
  const child = spawn(command, [url], { detached: true, stdio: 'ignore', env });
  child.once('error', () => {});
  child.unref();
}

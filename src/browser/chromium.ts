import { existsSync } from 'node:fs';
import { type Browser, chromium } from 'playwright-core';

const PLACES = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

// As root inside a container there is no sandbox to be had; nothing but our own server is visited.
const ARGUMENTS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** Starts the system's Chromium, without a window; throws one sentence when there is none. */
export async function launchBrowser(): Promise<Browser> {
  const executablePath = [process.env.CHROMIUM ?? '', ...PLACES].find((file) => existsSync(file));
  if (!executablePath) {
    throw new Error(
      'There is no Chromium here: install the package chromium, or name one in CHROMIUM.',
    );
  }
  return chromium.launch({ executablePath, args: ARGUMENTS });
}

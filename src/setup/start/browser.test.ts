import assert from 'node:assert/strict';
import { test } from 'node:test';
import { browserCommand } from './browser.js';

test('the user’s own browser comes first, then the desktop’s; without a screen there is none', () => {
  assert.equal(browserCommand({ BROWSER: 'firefox', DISPLAY: ':0' }), 'firefox');
  assert.equal(browserCommand({ WSL_DISTRO_NAME: 'Debian' }), 'wslview');
  assert.equal(browserCommand({ WAYLAND_DISPLAY: 'wayland-0' }), 'xdg-open');
  assert.equal(browserCommand({}), undefined);
});

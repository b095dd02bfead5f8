import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { StartPage } from '../pages/start.mjs';
import { openWindow } from '../support/window.mjs';

let window;
before(async () => {
  window = await openWindow();
});
after(() => window?.close());

test('the window opens and shows the application', async () => {
  await new StartPage(window).shown();
  assert.equal(await window.browser.getTitle(), 'BinaASN');
  await window.screen('start');
});

test('the page cannot reach Tauri around the bindings', async () => {
  assert.equal(await window.browser.execute(() => '__TAURI__' in globalThis), false);
});

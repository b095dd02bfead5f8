// What a spec works with: the window, its keys, its dialogs, and one picture with one accessibility check per screen.
import { execFileSync, spawnSync } from 'node:child_process';
import { appendFileSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { test } from 'node:test';
import { remote } from 'webdriverio';
import { savePicture } from './picture.mjs';

/** What the runner has prepared for this spec: folders and programs. */
export const run = JSON.parse(process.env.BINAASN_E2E ?? '{}');

/** Counts through the spec, also over several windows. */
let pictures = 0;

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** Keys by the name that a keyboard shows. */
const KEYS = {
  Ctrl: '\uE009', Shift: '\uE008', Alt: '\uE00A', Enter: '\uE007', Tab: '\uE004', Escape: '\uE00C', Esc: '\uE00C',
  Backspace: '\uE003', Delete: '\uE017', Home: '\uE011', End: '\uE010', PageUp: '\uE00E', PageDown: '\uE00F',
  Left: '\uE012', Up: '\uE013', Right: '\uE014', Down: '\uE015', Space: ' ',
  F1: '\uE031', F2: '\uE032', F4: '\uE034', F5: '\uE035',
};

/** Calls the command line program on the spec's data folder, while no window is open on it; gives its JSON. */
export function cli(...args) {
  const text = execFileSync(run.cli, ['--data', run.data, '--json', ...args], { encoding: 'utf8' });
  return text.trim() === '' ? null : JSON.parse(text);
}

/** Whether another program holds a data folder. */
function isLocked(data) {
  const found = spawnSync(run.cli, ['--data', data, '--json', 'safety', 'journal', '--limit', '1'], { encoding: 'utf8' });
  return found.status === 1 && JSON.parse(found.stdout).error.code === 'locked';
}

/** Answers the next dialogs for files and folders, one each; `null` cancels. */
export function answerDialogs(...paths) {
  appendFileSync(run.answers, paths.map((path) => `${path ?? ''}\n`).join(''));
}

/** Opens the window on the spec's data folder. Close it before the next one is opened. */
export async function openWindow({ data = run.data, args = [] } = {}) {
  const browser = await remote({
    hostname: '127.0.0.1',
    port: run.port,
    path: '/',
    logLevel: process.env.BINAASN_E2E_LOG ?? 'error',
    connectionRetryTimeout: 60_000,
    connectionRetryCount: 0,
    waitforTimeout: 10_000,
    capabilities: {
      'wdio:enforceWebDriverClassic': true,
      'tauri:options': { application: run.window, args: ['--data', data, ...args] },
    },
  });
  const window = new Window(browser, data);
  await window.watchPolicy();
  return window;
}

/** Steps of one job: when one fails, the rest is skipped, and a picture shows where it stopped. */
export function steps() {
  let failed = false;
  return (name, step) =>
    test(name, async (context) => {
      if (failed) return context.skip('a step before this one has failed');
      try {
        return await step();
      } catch (error) {
        failed = true;
        savePicture(run.screen, join(run.out, `${run.name}-00-${name.replace(/\W+/g, '-')}.png`));
        throw error;
      }
    });
}

/** The open window. `browser` is WebdriverIO's, for what has no helper here. */
export class Window {
  constructor(browser, data) {
    this.browser = browser;
    this.data = data;
  }

  /** One or more chords, such as `keys('Ctrl+K')` or `keys('Down', 'Down', 'H')`. */
  async keys(...chords) {
    for (const chord of chords) {
      const parts = chord === '+' ? ['+'] : chord.split('+');
      const values = parts.map((part) => KEYS[part] ?? (parts.length > 1 ? part.toLowerCase() : part));
      await this.browser.performActions([
        {
          type: 'key',
          id: 'keyboard',
          actions: [
            ...values.map((value) => ({ type: 'keyDown', value })),
            ...values.toReversed().map((value) => ({ type: 'keyUp', value })),
          ],
        },
      ]);
      await this.browser.releaseActions();
    }
  }

  /** Keys so quickly one after the other that the page cannot draw between them. */
  async press(...names) {
    await this.type(names.map((name) => KEYS[name]).join(''));
  }

  /** Types a text into whatever has the focus. */
  async type(text) {
    await this.browser.performActions([
      {
        type: 'key',
        id: 'keyboard',
        actions: [...text].flatMap((value) => [
          { type: 'keyDown', value },
          { type: 'keyUp', value },
        ]),
      },
    ]);
    await this.browser.releaseActions();
  }

  /** Pastes a text into whatever has the focus, as Ctrl+V from a spreadsheet would. */
  async paste(text) {
    await this.browser.execute((pasted) => {
      const data = new DataTransfer();
      data.setData('text/plain', pasted);
      const target = document.activeElement ?? document.body;
      target.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }));
    }, text);
  }

  /** The shown element of a role with an accessible name, waited for. The name is a text, or a part of it with `/…/`. */
  async role(role, name) {
    let found;
    await this.browser.waitUntil(
      async () => {
        found = await this.findRole(role, name);
        return found !== undefined;
      },
      { timeoutMsg: `no ${role} named ${name} is shown` },
    );
    return found;
  }

  /** Like `role`, without waiting: the element, or undefined. */
  async findRole(role, name) {
    const pattern = name instanceof RegExp ? name : undefined;
    const index = await this.browser.execute(findByRole, role, pattern?.source ?? name ?? null, pattern !== undefined);
    if (index === null) return undefined;
    return this.browser.$(`[data-e2e="${index}"]`);
  }

  /** Waits until the page shows a text. */
  async text(text) {
    await this.browser.waitUntil(
      () => this.browser.execute((wanted) => document.body.innerText.includes(wanted), text),
      { timeoutMsg: `the text "${text}" is not shown` },
    );
  }

  /** Notes what the page's policy blocks from now on. */
  async watchPolicy() {
    await this.browser.execute(() => {
      if (globalThis.blockedByPolicy !== undefined) return;
      globalThis.blockedByPolicy = [];
      document.addEventListener('securitypolicyviolation', (event) => {
        globalThis.blockedByPolicy.push(`${event.violatedDirective}: ${event.blockedURI} ${event.sample}`);
      });
    });
  }

  /** Takes a picture of the screen, and fails when axe or the page's policy finds anything wrong with it. */
  async screen(name) {
    pictures += 1;
    const file = `${run.name}-${String(pictures).padStart(2, '0')}-${name}.png`;
    await this.settle();
    savePicture(run.screen, join(run.out, file));
    const blocked = await this.browser.execute(findBlocked);
    if (blocked.length > 0) throw new Error(`${file}: blocked by the window's policy:\n${blocked.join('\n')}`);
    const findings = await this.axe();
    if (findings.length > 0) throw new Error(`${file}: axe finds\n${findings.join('\n')}`);
  }

  /** Waits until what has been drawn is on the screen. */
  async settle() {
    await this.browser.executeAsync((done) => {
      requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done, 150)));
    });
  }

  /** The violations that axe finds now, one line each. */
  async axe() {
    // Given as a script of the driver: a script element would, rightly, be refused by the page's policy.
    if (!(await this.browser.execute(() => 'axe' in globalThis))) await this.browser.execute(axeSource);
    return this.browser.executeAsync((done) => {
      const lines = (results) =>
        results.violations.flatMap((violation) =>
          violation.nodes.map((node) => `  ${violation.id} (${violation.impact}): ${violation.help}\n    ${node.html}`),
        );
      globalThis.axe.run(document, { resultTypes: ['violations'] }).then(
        (results) => done(lines(results)),
        (error) => done([String(error)]),
      );
    });
  }

  /** Closes the window, and waits until its program has let go of the data. */
  async close() {
    await this.browser.deleteSession();
    const deadline = Date.now() + 15_000;
    while (isLocked(this.data) && Date.now() < deadline) await new Promise((done) => setTimeout(done, 100));
  }
}

/** Runs in the page: marks the first shown element of a role and name, and gives the mark. */
function findByRole(role, name, isPattern) {
  const implicit = {
    button: 'button, summary, input[type=button], input[type=submit]',
    link: 'a[href]',
    textbox: 'input:not([type]), input[type=text], input[type=search], input[type=email], input[type=tel], textarea',
    checkbox: 'input[type=checkbox]', radio: 'input[type=radio]', combobox: 'select', heading: 'h1, h2, h3, h4, h5, h6',
    row: 'tr', cell: 'td', columnheader: 'th', table: 'table', dialog: 'dialog', navigation: 'nav', main: 'main',
    spinbutton: 'input[type=number]', listitem: 'li', list: 'ul, ol', searchbox: 'input[type=search]',
  };
  const selector = [`[role="${role}"]`, implicit[role]].filter(Boolean).join(', ');
  const textOf = (id) => document.getElementById(id)?.textContent ?? '';
  const nameOf = (element) => {
    const labelled = element.getAttribute('aria-labelledby');
    if (labelled) return labelled.split(/\s+/).map(textOf).join(' ');
    return (
      element.getAttribute('aria-label') ??
      ([...(element.labels ?? [])].map((label) => label.textContent).join(' ') ||
        (element.matches('input, textarea, select') ? '' : element.innerText) ||
        element.getAttribute('title') ||
        element.getAttribute('placeholder') ||
        '')
    );
  };
  const clean = (text) => text.replace(/\s+/g, ' ').replace(/ ?\*$/, '').trim();
  const fits = (text) => name === null || (isPattern ? new RegExp(name).test(text) : text === name);
  const shown = (element) => {
    const box = element.getBoundingClientRect();
    return box.width > 0 && box.height > 0 && getComputedStyle(element).visibility !== 'hidden';
  };
  const element = [...document.querySelectorAll(selector)].find((one) => shown(one) && fits(clean(nameOf(one))));
  if (element === undefined) return null;
  globalThis.marks = (globalThis.marks ?? 0) + 1;
  element.dataset.e2e = String(globalThis.marks);
  return element.dataset.e2e;
}

/** Runs in the page: what the policy has blocked, also before anybody listened. */
function findBlocked() {
  const blocked = [...(globalThis.blockedByPolicy ?? [])];
  for (const style of document.querySelectorAll('style')) {
    const rules = style.sheet === null ? 0 : style.sheet.cssRules.length;
    if (style.textContent.replace(/\/\*[^]*?\*\//g, '').trim() !== '' && rules === 0) {
      blocked.push(`a style element: ${style.textContent.slice(0, 80)}`);
    }
  }
  for (const element of document.querySelectorAll('[style]')) {
    if (element.getAttribute('style').trim() !== '' && element.style.length === 0) {
      blocked.push(`a style attribute: ${element.outerHTML.slice(0, 120)}`);
    }
  }
  return blocked;
}

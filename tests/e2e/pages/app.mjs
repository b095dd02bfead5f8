/** The frame of the window and what every screen has in common. */
export class App {
  constructor(window) {
    this.window = window;
  }

  /** Opens a screen by its address and waits for it. */
  async open(address, title) {
    await this.window.browser.execute((to) => {
      globalThis.location.hash = `#${to}`;
    }, address);
    await this.at(address, title);
  }

  /** Waits until the screen of an address has drawn what it shows. */
  async at(address, title) {
    const { browser } = this.window;
    let found = '';
    await browser.waitUntil(
      async () => {
        found = await browser.execute(whatIsMissing, address, title ?? null);
        return found === '';
      },
      { timeoutMsg: `the screen ${address} is not shown` },
    ).catch((error) => {
      throw new Error(`${error.message}: ${found}`);
    });
  }

  /** The address now. */
  async address() {
    return this.window.browser.execute(() => globalThis.location.hash.slice(1).split('?')[0]);
  }

  /** Whether what has the focus answers to a name: a text, or a part of it as `/…/`. */
  async focusIs(name) {
    const pattern = name instanceof RegExp ? name.source : null;
    return this.window.browser.execute(focusIs, pattern ?? name, pattern !== null);
  }

  /** Waits until an element with the focus answers to a name. */
  async focused(name) {
    const { browser } = this.window;
    await browser.waitUntil(() => this.focusIs(name), {
      timeoutMsg: `${name} has not got the focus`,
    });
  }

  /** Goes on with Tab until the element of a name has the focus, as a person without a mouse does. */
  async tabTo(name, { limit = 60, back = false } = {}) {
    const { browser } = this.window;
    for (let pressed = 0; pressed <= limit; pressed += 1) {
      if (await this.focusIs(name)) return;
      await this.window.keys(back ? 'Shift+Tab' : 'Tab');
    }
    const at = await browser.execute(() => document.activeElement?.outerHTML.slice(0, 200));
    throw new Error(`Tab does not reach "${name}" within ${limit} presses; the focus is on ${at}`);
  }

  /** Presses what the keyboard reaches. */
  async press(name, options) {
    await this.tabTo(name, options);
    await this.window.keys('Enter');
  }

  /** Chooses a command or what is found from the palette. */
  async palette(words, chosen = words) {
    const { window } = this;
    await window.keys('Ctrl+K');
    await this.focused('Cari apa saja');
    await window.type(words);
    await window.browser.waitUntil(
      () => window.browser.execute((wanted) => document.querySelector('[role=option][aria-selected=true]')?.innerText.includes(wanted), chosen),
      { timeoutMsg: `the palette does not offer "${chosen}" first for "${words}"` },
    );
    await window.keys('Enter');
  }

  /** Waits until a document is drawn. */
  async drawn() {
    const { browser } = this.window;
    await browser.waitUntil(() => browser.execute(() => document.querySelector('canvas[aria-busy=false]') !== null), {
      timeoutMsg: 'the document is not drawn',
    });
  }

  /** Waits until nothing of a role is shown. */
  async closed(role, name) {
    await this.window.browser.waitUntil(async () => (await this.window.findRole(role, name)) === undefined, {
      timeoutMsg: `the ${role} ${name ?? ''} stays open`,
    });
  }

  /** How far the screen can be scrolled sideways, in pixels; 0 when nothing sticks out. */
  async sideways() {
    return this.window.browser.execute(() => {
      const main = document.querySelector('main');
      return [document.documentElement, main].reduce((most, box) => Math.max(most, box.scrollWidth - box.clientWidth), 0);
    });
  }
}

/** Runs in the page: what still differs from a screen that is ready, or nothing. */
function whatIsMissing(address, title) {
  const here = globalThis.location.hash.slice(1).split('?')[0] || '/';
  if (here !== address) return `the address is ${here}`;
  const main = document.querySelector('main');
  const heading = main?.querySelector('h1')?.innerText ?? '';
  if (title === null ? heading === '' : heading !== title) return `its title is "${heading}"`;
  if (main.innerText.includes('Memuat …')) return 'it says that it loads';
  return main.querySelector('[aria-busy=true]')?.outerHTML.slice(0, 300) ?? '';
}

/** Runs in the page. */
function focusIs(name, isPattern) {
  const element = document.activeElement;
  if (element === null || element === document.body) return false;
  const label = [...(element.labels ?? [])].map((one) => one.innerText).join(' ');
  const names = [
    element.getAttribute('aria-label'),
    ...(element.getAttribute('aria-labelledby') ?? '').split(/\s+/).map((id) => document.getElementById(id)?.innerText),
    label,
    element.getAttribute('placeholder'),
    element.innerText,
  ];
  const clean = (text) => (text ?? '').replace(/\s+/g, ' ').replace(/ ?\*$/, '').trim();
  return names.some((one) => (isPattern ? new RegExp(name).test(clean(one)) : clean(one) === name));
}

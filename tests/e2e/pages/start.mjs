/** What every start of the window shows. */
export class StartPage {
  constructor(window) {
    this.window = window;
  }

  /** Waits until the application has drawn its first screen. */
  async shown() {
    const { browser } = this.window;
    await browser.waitUntil(
      () => browser.execute(() => (document.getElementById('root')?.childElementCount ?? 0) > 0),
      { timeout: 20_000, timeoutMsg: 'the first screen does not come' },
    );
    await this.window.watchPolicy();
  }
}

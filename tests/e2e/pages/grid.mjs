/** A grid of marks or scores. Cells are named row/column as a person counts them: `1/1` is the first. */
export class Grid {
  constructor(app, label) {
    this.browser = app.window.browser;
    this.label = label;
  }

  /** Waits until a cell shows a text that is on the disk. */
  async stored(cell, text) {
    await this.until(cell, (found) => found.text === text && found.state !== 'saving' && found.state !== 'refused', `"${text}" stored`);
  }

  /** Waits until a cell is refused. */
  async refused(cell) {
    await this.until(cell, (found) => found.state === 'refused', 'refused');
  }

  /** Waits until one of the sums of a row reads so. */
  async summary(row, text) {
    await this.browser.waitUntil(
      () =>
        this.browser.execute(
          (label, at, wanted) => {
            const line = document.querySelector(`[role=grid][aria-label="${label}"] tbody`).rows[at - 1];
            return [...line.cells].some((cell) => cell.dataset.col === undefined && cell.innerText.trim() === wanted);
          },
          this.label,
          Number(row),
          text,
        ),
      { timeoutMsg: `no sum of row ${row} is "${text}"` },
    );
  }

  /** The texts of the last line, which counts what is blank. */
  async blanks() {
    return this.browser.execute(
      (label) => [...document.querySelector(`[role=grid][aria-label="${label}"] tfoot`).rows[0].cells].slice(1).map((cell) => cell.innerText),
      this.label,
    );
  }

  /** The texts of the first rows and columns. */
  async block(rows, columns) {
    const lines = [];
    for (let row = 1; row <= rows; row += 1) {
      const line = [];
      for (let column = 1; column <= columns; column += 1) line.push((await this.read(`${row}/${column}`)).text);
      lines.push(line);
    }
    return lines;
  }

  async read(cell) {
    const [row, column] = cell.split('/').map(Number);
    return this.browser.execute(
      (label, at, col) => {
        const found = document.querySelector(
          `[role=grid][aria-label="${label}"] td[data-row="${at - 1}"][data-col="${col - 1}"]`,
        );
        return found && { text: found.querySelector('input')?.value ?? found.innerText, state: found.dataset.state ?? '' };
      },
      this.label,
      row,
      column,
    );
  }

  async until(cell, fits, wanted) {
    let found;
    await this.browser
      .waitUntil(async () => {
        found = await this.read(cell);
        return found !== null && fits(found);
      })
      .catch(() => {
        throw new Error(`${this.label} ${cell} is ${JSON.stringify(found)} instead of ${wanted}`);
      });
  }
}

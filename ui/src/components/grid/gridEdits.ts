import type { CellWrite, GridState, Position } from './gridState';

export interface Rectangle {
  top: number;
  bottom: number;
  left: number;
  right: number;
}

/** What an edit may look at and must respect. */
export interface EditContext {
  shown: (row: string, col: string) => string;
  writable: (row: string, col: string) => boolean;
  normalise: (text: string, col: string) => string;
}

export function selection(state: GridState): Rectangle {
  const { active, anchor } = state;
  return {
    top: Math.min(active.row, anchor.row),
    bottom: Math.max(active.row, anchor.row),
    left: Math.min(active.col, anchor.col),
    right: Math.max(active.col, anchor.col),
  };
}

export function selectedCount(area: Rectangle): number {
  return (area.bottom - area.top + 1) * (area.right - area.left + 1);
}

/** Writes `text(row, col)` into an area, leaving out what may not be written and what would stay the same. */
function writes(
  state: GridState,
  context: EditContext,
  area: Rectangle,
  text: (row: number, col: number) => string | undefined,
): CellWrite[] {
  const cells: CellWrite[] = [];
  for (let r = area.top; r <= area.bottom; r++) {
    for (let c = area.left; c <= area.right; c++) {
      const row = state.rows[r];
      const col = state.cols[c];
      const raw = text(r, c);
      if (row === undefined || col === undefined || raw === undefined || !context.writable(row, col)) continue;
      const clean = context.normalise(raw, col);
      if (clean !== context.shown(row, col)) cells.push({ row, col, text: clean });
    }
  }
  return cells;
}

const idOf = (state: GridState, at: Position) => ({ row: state.rows[at.row] ?? '', col: state.cols[at.col] ?? '' });

/** One text into every selected cell; with one cell selected, into the active one. */
export function setSelection(state: GridState, context: EditContext, text: string): CellWrite[] {
  return writes(state, context, selection(state), () => text);
}

/** One text into the active cell. */
export function setActive(state: GridState, context: EditContext, text: string): CellWrite[] {
  const { row, col } = state.active;
  return writes(state, context, { top: row, bottom: row, left: col, right: col }, () => text);
}

/** Ctrl+D: the first selected row into the rest; with one row selected, the cell above into this one. */
export function fillDown(state: GridState, context: EditContext): CellWrite[] {
  const area = selection(state);
  const single = area.top === area.bottom;
  const source = single ? area.top - 1 : area.top;
  if (source < 0) return [];
  return writes(state, context, { ...area, top: source + 1 }, (_, col) => {
    const from = idOf(state, { row: source, col });
    return context.shown(from.row, from.col);
  });
}

/** Ctrl+R: the first selected column into the rest; with one column selected, the cell at the left into this one. */
export function fillRight(state: GridState, context: EditContext): CellWrite[] {
  const area = selection(state);
  const single = area.left === area.right;
  const source = single ? area.left - 1 : area.left;
  if (source < 0) return [];
  return writes(state, context, { ...area, left: source + 1 }, (row) => {
    const from = idOf(state, { row, col: source });
    return context.shown(from.row, from.col);
  });
}

/** The selection as Excel reads it from the clipboard. */
export function copyText(state: GridState, context: EditContext): string {
  const area = selection(state);
  const lines: string[] = [];
  for (let r = area.top; r <= area.bottom; r++) {
    const line: string[] = [];
    for (let c = area.left; c <= area.right; c++) {
      const { row, col } = idOf(state, { row: r, col: c });
      const text = context.shown(row, col);
      line.push(/["\t\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
    }
    lines.push(line.join('\t'));
  }
  return lines.join('\r\n');
}

/** Reads what Excel puts on the clipboard: tabs, line ends, and quotes around cells that hold either. */
export function parseBlock(clipboard: string): string[][] {
  const text = clipboard.replace(/\r\n?/g, '\n').replace(/\n$/, '');
  const rows: string[][] = [[]];
  let cell = '';
  let quoted = false;
  for (let at = 0; at < text.length; at++) {
    const letter = text.charAt(at);
    if (quoted) {
      if (letter !== '"') cell += letter;
      else if (text[at + 1] === '"') cell += text.charAt(++at);
      else quoted = false;
    } else if (letter === '"' && cell === '') quoted = true;
    else if (letter === '\t' || letter === '\n') {
      rows[rows.length - 1]?.push(cell);
      cell = '';
      if (letter === '\n') rows.push([]);
    } else cell += letter;
  }
  rows[rows.length - 1]?.push(cell);
  return rows;
}

export interface Paste {
  block: string[][];
  cells: CellWrite[];
  /** How many rows and columns of the block find a place. */
  fits: { rows: number; cols: number };
  /** Whether something of the block finds no place, so that the person must be asked. */
  larger: boolean;
}

/** A block at the upper left corner of the selection; a single value fills the whole selection. */
export function paste(state: GridState, context: EditContext, clipboard: string): Paste {
  const block = parseBlock(clipboard);
  const area = selection(state);
  const width = Math.max(...block.map((line) => line.length));
  const only = block.length === 1 && width === 1 ? (block[0]?.[0] ?? '') : null;
  if (only !== null) {
    const cells = setSelection(state, context, only);
    return { block, cells, fits: { rows: 1, cols: 1 }, larger: false };
  }
  const rows = Math.min(block.length, state.rows.length - area.top);
  const cols = Math.min(width, state.cols.length - area.left);
  const target = { top: area.top, bottom: area.top + rows - 1, left: area.left, right: area.left + cols - 1 };
  const cells = writes(state, context, target, (row, col) => block[row - area.top]?.[col - area.left]);
  return { block, cells, fits: { rows, cols }, larger: rows < block.length || cols < width };
}

/** The next refused cell after the active one, round the end, row by row. */
export function nextRefused(state: GridState): Position | null {
  const { rows, cols, active } = state;
  const count = rows.length * cols.length;
  const start = active.row * cols.length + active.col;
  for (let step = 1; step <= count; step++) {
    const at = (start + step) % count;
    const position = { row: Math.floor(at / cols.length), col: at % cols.length };
    const { row, col } = idOf(state, position);
    if (state.entries[row]?.[col]?.status === 'refused') return position;
  }
  return null;
}

/**
 * What the entry grid knows: where the ring is, what is selected, what is being typed, and which cells are on their
 * way to the disk. Pure, so that every key can be tested without a browser.
 */

export interface Position {
  row: number;
  col: number;
}

export interface CellWrite {
  row: string;
  col: string;
  text: string;
}

export interface EntryRefusal {
  row: string;
  col: string;
  message: string;
}

export type CellEntry =
  /** `text` stands in for the stored value until the stored value has moved away from `before`. */
  | { status: 'saving'; text: string; before: string; ticket: number }
  | { status: 'saved'; text: string | null; before: string; ticket: number }
  | { status: 'refused'; text: string; before: string; ticket: number; message: string };

export type RowEntries = Readonly<Record<string, CellEntry>>;

/** `typing` began with a letter: arrows leave the cell. `editing` began with F2: arrows move in the text. */
export interface Draft {
  text: string;
  mode: 'typing' | 'editing';
}

export interface GridState {
  rows: readonly string[];
  cols: readonly string[];
  active: Position;
  /** The other corner of the selection; equal to `active` when one cell is selected. */
  anchor: Position;
  draft: Draft | null;
  entries: Readonly<Record<string, RowEntries>>;
  /** A sentence about the last key, such as a letter that is no mark. */
  hint: string | null;
}

export type GridAction =
  | { type: 'resize'; rows: readonly string[]; cols: readonly string[] }
  | { type: 'go'; to: Position; extend?: boolean }
  | { type: 'move'; by: Position; extend?: boolean }
  | { type: 'edge'; to: 'rowStart' | 'rowEnd' | 'top' | 'bottom' | 'first' | 'last'; extend?: boolean }
  | { type: 'draft'; draft: Draft | null }
  | { type: 'hint'; text: string | null }
  | { type: 'commit'; ticket: number; cells: readonly (CellWrite & { before: string })[] }
  | { type: 'settle'; ticket: number; refusals: readonly EntryRefusal[] }
  | { type: 'refuseAll'; ticket: number; message: string }
  | { type: 'drop'; cells: readonly { row: string; col: string }[] }
  | { type: 'stored'; read: (row: string, col: string) => string };

export function initialState(rows: readonly string[], cols: readonly string[]): GridState {
  const start = { row: 0, col: 0 };
  return { rows, cols, active: start, anchor: start, draft: null, entries: {}, hint: null };
}

const clamp = (value: number, count: number) => Math.max(0, Math.min(value, count - 1));

function place(state: GridState, to: Position, extend = false): GridState {
  const active = { row: clamp(to.row, state.rows.length), col: clamp(to.col, state.cols.length) };
  return { ...state, active, anchor: extend ? state.anchor : active, draft: null, hint: null };
}

/** Keeps the ring on the same person and column when rows come, go or are sorted. */
function resize(state: GridState, rows: readonly string[], cols: readonly string[]): GridState {
  const follow = (at: Position): Position => {
    const row = rows.indexOf(state.rows[at.row] ?? '');
    const col = cols.indexOf(state.cols[at.col] ?? '');
    return {
      row: row < 0 ? clamp(at.row, rows.length) : row,
      col: col < 0 ? clamp(at.col, cols.length) : col,
    };
  };
  return { ...state, rows, cols, active: follow(state.active), anchor: follow(state.anchor) };
}

function edge(state: GridState, to: 'rowStart' | 'rowEnd' | 'top' | 'bottom' | 'first' | 'last'): Position {
  const { row, col } = state.active;
  const last = { row: state.rows.length - 1, col: state.cols.length - 1 };
  switch (to) {
    case 'rowStart':
      return { row, col: 0 };
    case 'rowEnd':
      return { row, col: last.col };
    case 'top':
      return { row: 0, col };
    case 'bottom':
      return { row: last.row, col };
    case 'first':
      return { row: 0, col: 0 };
    case 'last':
      return last;
  }
}

type Change = (entry: CellEntry | undefined, row: string, col: string) => CellEntry | undefined;

/** Changes single entries and leaves the objects of all other rows as they are, so that only these draw again. */
function patch(state: GridState, cells: readonly { row: string; col: string }[], change: Change): GridState {
  const entries: Record<string, RowEntries> = { ...state.entries };
  for (const { row, col } of cells) {
    const before = entries[row]?.[col];
    const after = change(before, row, col);
    if (after === before) continue;
    const others = Object.entries(entries[row] ?? {}).filter(([key]) => key !== col);
    entries[row] = Object.fromEntries(after ? [...others, [col, after]] : others);
  }
  return { ...state, entries };
}

function allCells(state: GridState): { row: string; col: string }[] {
  return Object.entries(state.entries).flatMap(([row, cols]) => Object.keys(cols).map((col) => ({ row, col })));
}

function commit(state: GridState, ticket: number, cells: readonly (CellWrite & { before: string })[]): GridState {
  const byKey = new Map(cells.map((cell) => [`${cell.row}\n${cell.col}`, cell]));
  return patch({ ...state, draft: null, hint: null }, cells, (_, row, col) => {
    const cell = byKey.get(`${row}\n${col}`);
    return cell && { status: 'saving', text: cell.text, before: cell.before, ticket };
  });
}

function settle(state: GridState, ticket: number, refused: (row: string, col: string) => string | undefined) {
  return patch(state, allCells(state), (entry, row, col) => {
    if (entry?.status !== 'saving' || entry.ticket !== ticket) return entry;
    const message = refused(row, col);
    return message === undefined ? { ...entry, status: 'saved' } : { ...entry, status: 'refused', message };
  });
}

export function reduce(state: GridState, action: GridAction): GridState {
  switch (action.type) {
    case 'resize':
      return resize(state, action.rows, action.cols);
    case 'go':
      return place(state, action.to, action.extend);
    case 'move': {
      const { row, col } = state.active;
      return place(state, { row: row + action.by.row, col: col + action.by.col }, action.extend);
    }
    case 'edge':
      return place(state, edge(state, action.to), action.extend);
    case 'draft':
      return { ...state, draft: action.draft, hint: null };
    case 'hint':
      return { ...state, hint: action.text };
    case 'commit':
      return commit(state, action.ticket, action.cells);
    case 'settle': {
      const messages = new Map(action.refusals.map((cell) => [`${cell.row}\n${cell.col}`, cell.message]));
      return settle(state, action.ticket, (row, col) => messages.get(`${row}\n${col}`));
    }
    case 'refuseAll':
      return settle(state, action.ticket, () => action.message);
    case 'drop':
      return patch(state, action.cells, () => undefined);
    case 'stored':
      return patch(state, allCells(state), (entry, row, col) => {
        if (entry?.status !== 'saved' || entry.text === null) return entry;
        return action.read(row, col) === entry.before ? entry : { ...entry, text: null };
      });
  }
}

/** The text that a cell shows: what was typed as long as it is not stored, then what is stored. */
export function shownText(entry: CellEntry | undefined, stored: string): string {
  return entry && entry.text !== null ? entry.text : stored;
}

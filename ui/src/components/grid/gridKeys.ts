import type { KeyboardEvent } from 'react';
import { fillDown, fillRight, setActive, setSelection, type EditContext } from './gridEdits';
import type { CellWrite, GridAction, GridState } from './gridState';
import type { EntryColumn } from './types';

export interface KeyTools {
  read: () => GridState;
  /** Moves the ring and takes the focus along. */
  go: (action: GridAction) => void;
  dispatch: (action: GridAction) => void;
  write: (cells: CellWrite[]) => void;
  context: EditContext;
  columns: readonly EntryColumn[];
  unknownMark: (text: string, marks: string) => string;
  onUndo: (() => void) | undefined;
  onSubmit: (() => void) | undefined;
}

const steps: Readonly<Record<string, { row: number; col: number }>> = {
  ArrowUp: { row: -1, col: 0 },
  ArrowDown: { row: 1, col: 0 },
  ArrowLeft: { row: 0, col: -1 },
  ArrowRight: { row: 0, col: 1 },
  PageUp: { row: -10, col: 0 },
  PageDown: { row: 10, col: 0 },
};

const edges = {
  ArrowUp: 'top',
  ArrowDown: 'bottom',
  ArrowLeft: 'rowStart',
  ArrowRight: 'rowEnd',
  Home: 'first',
  End: 'last',
} as const;

/** Stores what is being typed, if anything. */
export function commitDraft({ read, write, context }: KeyTools): void {
  const { draft } = read();
  if (draft) write(setActive(read(), context, draft.text));
}

function handleTab(event: KeyboardEvent, tools: KeyTools): void {
  const { active, rows, cols } = tools.read();
  commitDraft(tools);
  const next = active.row * cols.length + active.col + (event.shiftKey ? -1 : 1);
  // From the first and the last cell Tab leaves the grid.
  if (next < 0 || next >= rows.length * cols.length) return;
  event.preventDefault();
  tools.go({ type: 'go', to: { row: Math.floor(next / cols.length), col: next % cols.length } });
}

function handleMove(event: KeyboardEvent, tools: KeyTools, ctrl: boolean): boolean {
  const extend = event.shiftKey;
  const key = event.key;
  if (key === 'Enter') {
    commitDraft(tools);
    tools.go({ type: 'move', by: { row: event.shiftKey ? -1 : 1, col: 0 } });
    return true;
  }
  if (tools.read().draft?.mode === 'editing') return false;
  const to = ctrl ? edges[key as keyof typeof edges] : key === 'Home' ? 'rowStart' : key === 'End' ? 'rowEnd' : undefined;
  const by = steps[key];
  if (!to && !by) return false;
  commitDraft(tools);
  if (to) tools.go({ type: 'edge', to, extend });
  else if (by) tools.go({ type: 'move', by, extend });
  return true;
}

function handleCtrl(event: KeyboardEvent, tools: KeyTools): boolean {
  const { read, write, context, dispatch } = tools;
  switch (event.key.toLowerCase()) {
    case 'd':
      write(fillDown(read(), context));
      return true;
    case 'r':
      write(fillRight(read(), context));
      return true;
    case 's':
      commitDraft(tools);
      return true;
    case 'a':
      dispatch({ type: 'edge', to: 'first' });
      dispatch({ type: 'edge', to: 'last', extend: true });
      return true;
    case 'z':
      event.stopPropagation();
      tools.onUndo?.();
      return true;
    default:
      return false;
  }
}

function handleMark(event: KeyboardEvent, tools: KeyTools, column: EntryColumn): boolean {
  if (event.key.length !== 1 || event.key === ' ') return false;
  const { read, write, context, dispatch } = tools;
  const mark = context.normalise(event.key, column.id);
  const marks = column.marks ?? [];
  if (marks.length === 0 || marks.includes(mark)) write(setSelection(read(), context, mark));
  else dispatch({ type: 'hint', text: tools.unknownMark(event.key, marks.join(' ')) });
  return true;
}

/** One key in the grid. Returns true when the key was used up. */
function handle(event: KeyboardEvent, tools: KeyTools): boolean {
  const { read, dispatch, write, context } = tools;
  const state = read();
  const ctrl = event.ctrlKey || event.metaKey;
  const column = tools.columns[state.active.col];
  const row = state.rows[state.active.row];
  if (!column || row === undefined || event.altKey) return false;

  if (event.key === 'Escape') {
    const wide = state.active.row !== state.anchor.row || state.active.col !== state.anchor.col;
    if (state.draft) dispatch({ type: 'draft', draft: null });
    else if (wide) dispatch({ type: 'go', to: state.active });
    else return false;
    event.stopPropagation();
    return true;
  }
  if (ctrl && event.key === 'Enter') {
    commitDraft(tools);
    tools.onSubmit?.();
    return tools.onSubmit !== undefined;
  }
  if (handleMove(event, tools, ctrl)) return true;
  if (ctrl && (!state.draft || event.key.toLowerCase() === 's')) return handleCtrl(event, tools);
  if (ctrl || state.draft) return false;

  const writable = context.writable(row, column.id);
  if (event.key === 'F2') {
    if (writable) dispatch({ type: 'draft', draft: { text: context.shown(row, column.id), mode: 'editing' } });
    return true;
  }
  if (event.key === 'Delete' || event.key === 'Backspace') {
    write(setSelection(state, context, ''));
    return true;
  }
  return column.mode === 'mark' && writable ? handleMark(event, tools, column) : false;
}

export function onGridKey(event: KeyboardEvent, tools: KeyTools): void {
  if (event.key === 'Tab') handleTab(event, tools);
  else if (handle(event, tools)) event.preventDefault();
}

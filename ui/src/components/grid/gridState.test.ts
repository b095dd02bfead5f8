import { describe, expect, it } from 'vitest';
import { initialState, reduce, shownText, type GridAction, type GridState } from './gridState';

const start = () => initialState(['r1', 'r2', 'r3'], ['a', 'b', 'c']);
const run = (state: GridState, ...actions: GridAction[]) => actions.reduce(reduce, state);
const at = (state: GridState) => [state.active.row, state.active.col];

describe('the ring', () => {
  it('moves and stops at the edges', () => {
    let state = run(start(), { type: 'move', by: { row: 1, col: 0 } }, { type: 'move', by: { row: 0, col: 1 } });
    expect(at(state)).toEqual([1, 1]);
    state = run(state, { type: 'move', by: { row: 10, col: 0 } }, { type: 'move', by: { row: 0, col: -5 } });
    expect(at(state)).toEqual([2, 0]);
  });

  it.each([
    ['rowStart', [1, 0]],
    ['rowEnd', [1, 2]],
    ['top', [0, 1]],
    ['bottom', [2, 1]],
    ['first', [0, 0]],
    ['last', [2, 2]],
  ] as const)('jumps to %s', (to, expected) => {
    const state = run(start(), { type: 'go', to: { row: 1, col: 1 } }, { type: 'edge', to });
    expect(at(state)).toEqual(expected);
  });

  it('extends the selection with Shift and gives it up without', () => {
    const wide = run(start(), { type: 'move', by: { row: 1, col: 1 }, extend: true });
    expect(wide.anchor).toEqual({ row: 0, col: 0 });
    const narrow = run(wide, { type: 'move', by: { row: 1, col: 0 } });
    expect(narrow.anchor).toEqual(narrow.active);
  });

  it('stays on the same person when the rows are sorted anew', () => {
    const state = run(
      start(),
      { type: 'go', to: { row: 2, col: 1 } },
      { type: 'resize', rows: ['r3', 'r1', 'r2', 'r4'], cols: ['a', 'b', 'c'] },
    );
    expect(at(state)).toEqual([0, 1]);
  });

  it('stays inside when its row is gone', () => {
    const state = run(start(), { type: 'go', to: { row: 2, col: 2 } }, { type: 'resize', rows: ['r1'], cols: ['a'] });
    expect(at(state)).toEqual([0, 0]);
  });
});

describe('what is typed', () => {
  it('is given up when the ring moves', () => {
    const state = run(
      start(),
      { type: 'draft', draft: { text: '8', mode: 'typing' } },
      { type: 'move', by: { row: 1, col: 0 } },
    );
    expect(state.draft).toBeNull();
  });
});

describe('cells on their way to the disk', () => {
  const commit = (ticket: number, text: string): GridAction => ({
    type: 'commit',
    ticket,
    cells: [{ row: 'r1', col: 'a', text, before: '' }],
  });

  it('show the typed text while saving and as saved', () => {
    let state = run(start(), commit(1, '85'));
    expect(state.entries['r1']?.['a']).toMatchObject({ status: 'saving', text: '85' });
    state = run(state, { type: 'settle', ticket: 1, refusals: [] });
    expect(state.entries['r1']?.['a']).toMatchObject({ status: 'saved', text: '85' });
  });

  it('keep a refused text with its reason', () => {
    const state = run(start(), commit(1, '850'), {
      type: 'settle',
      ticket: 1,
      refusals: [{ row: 'r1', col: 'a', message: 'Nilai paling tinggi 100.' }],
    });
    const entry = state.entries['r1']?.['a'];
    expect(entry).toMatchObject({ status: 'refused', text: '850', message: 'Nilai paling tinggi 100.' });
    expect(shownText(entry, '80')).toBe('850');
    // A later refresh of the data does not take it away.
    const refreshed = run(state, { type: 'stored', read: () => '80' });
    expect(refreshed.entries['r1']?.['a']).toBe(entry);
  });

  it('are all refused when the whole commit fails', () => {
    const state = run(start(), commit(1, '85'), { type: 'refuseAll', ticket: 1, message: 'Kelas sudah ditutup.' });
    expect(state.entries['r1']?.['a']).toMatchObject({ status: 'refused', message: 'Kelas sudah ditutup.' });
  });

  it('ignore the answer to an older commit of the same cell', () => {
    const state = run(start(), commit(1, '8'), commit(2, '85'), {
      type: 'settle',
      ticket: 1,
      refusals: [{ row: 'r1', col: 'a', message: 'lama' }],
    });
    expect(state.entries['r1']?.['a']).toMatchObject({ status: 'saving', text: '85', ticket: 2 });
  });

  it('show what is stored once it has arrived, so that an undo is seen', () => {
    let state = run(start(), commit(1, '85'), { type: 'settle', ticket: 1, refusals: [] });
    state = run(state, { type: 'stored', read: () => '' });
    expect(shownText(state.entries['r1']?.['a'], '')).toBe('85');
    state = run(state, { type: 'stored', read: () => '85' });
    expect(shownText(state.entries['r1']?.['a'], '85')).toBe('85');
    expect(shownText(state.entries['r1']?.['a'], '')).toBe('');
  });

  it('leave the entries of other rows untouched, so that only one row draws', () => {
    const before = run(start(), { type: 'commit', ticket: 1, cells: [{ row: 'r2', col: 'b', text: 'x', before: '' }] });
    const after = run(before, commit(2, '85'));
    expect(after.entries['r2']).toBe(before.entries['r2']);
  });
});

import { describe, expect, it } from 'vitest';
import { copyText, fillDown, fillRight, nextRefused, parseBlock, paste, setSelection, type EditContext } from './gridEdits';
import { initialState, reduce, type GridState } from './gridState';

const data: Record<string, string> = { 'r1 a': '1', 'r1 b': '2', 'r1 c': '3', 'r2 a': '4' };

const context: EditContext = {
  shown: (row, col) => data[`${row} ${col}`] ?? '',
  writable: (_, col) => col !== 'c',
  normalise: (text) => text.trim().toUpperCase(),
};

function selected(top: number, left: number, bottom = top, right = left): GridState {
  const state = initialState(['r1', 'r2', 'r3'], ['a', 'b', 'c']);
  const placed = reduce(state, { type: 'go', to: { row: top, col: left } });
  return reduce(placed, { type: 'go', to: { row: bottom, col: right }, extend: true });
}

describe('filling', () => {
  it('takes the cell above when one row is selected', () => {
    expect(fillDown(selected(1, 1), context)).toEqual([{ row: 'r2', col: 'b', text: '2' }]);
  });

  it('t29: takes the first selected row into the rest', () => {
    expect(fillDown(selected(0, 0, 2, 1), context)).toEqual([
      { row: 'r2', col: 'a', text: '1' },
      { row: 'r2', col: 'b', text: '2' },
      { row: 'r3', col: 'a', text: '1' },
      { row: 'r3', col: 'b', text: '2' },
    ]);
  });

  it('t29: goes right, leaving out what may not be written', () => {
    expect(fillRight(selected(0, 0, 1, 2), context)).toEqual([
      { row: 'r1', col: 'b', text: '1' },
      { row: 'r2', col: 'b', text: '4' },
    ]);
    expect(fillRight(selected(1, 1), context)).toEqual([{ row: 'r2', col: 'b', text: '4' }]);
  });

  it('does nothing at the first row and column', () => {
    expect(fillDown(selected(0, 0), context)).toEqual([]);
    expect(fillRight(selected(0, 0), context)).toEqual([]);
  });
});

describe('setting', () => {
  it('writes into every selected cell that changes and may be written', () => {
    expect(setSelection(selected(0, 0, 1, 2), context, '1')).toEqual([
      { row: 'r1', col: 'b', text: '1' },
      { row: 'r2', col: 'a', text: '1' },
      { row: 'r2', col: 'b', text: '1' },
    ]);
  });

  it('brings the text into its usual form', () => {
    expect(setSelection(selected(2, 0), context, ' h ')).toEqual([{ row: 'r3', col: 'a', text: 'H' }]);
  });
});

describe('the clipboard', () => {
  it('is read as Excel writes it', () => {
    expect(parseBlock('a\tb\r\nc\td\r\n')).toEqual([['a', 'b'], ['c', 'd']]);
    expect(parseBlock('"dua\nbaris"\t"ia bilang ""ya"""')).toEqual([['dua\nbaris', 'ia bilang "ya"']]);
    expect(parseBlock('5" pipa\tb')).toEqual([['5" pipa', 'b']]);
  });

  it('is written as Excel reads it', () => {
    expect(copyText(selected(0, 0, 1, 1), context)).toBe('1\t2\r\n4\t');
  });

  it('t29: goes in at the corner of the selection', () => {
    const found = paste(selected(1, 0), context, '7\t8\n9\t10');
    expect(found.larger).toBe(false);
    expect(found.cells).toHaveLength(4);
    expect(found.cells[3]).toEqual({ row: 'r3', col: 'b', text: '10' });
  });

  it('fills the selection when it holds one value', () => {
    expect(paste(selected(1, 0, 2, 1), context, '9').cells).toHaveLength(4);
  });

  it('says when it does not fit and keeps what does', () => {
    const found = paste(selected(2, 0), context, 'x\ty\nz\tw');
    expect(found).toMatchObject({ larger: true, fits: { rows: 1, cols: 2 } });
    expect(found.cells).toEqual([
      { row: 'r3', col: 'a', text: 'X' },
      { row: 'r3', col: 'b', text: 'Y' },
    ]);
  });

  it('never reaches beyond short lines', () => {
    expect(paste(selected(0, 0), context, 'p\tq\ns').cells).toEqual([
      { row: 'r1', col: 'a', text: 'P' },
      { row: 'r1', col: 'b', text: 'Q' },
      { row: 'r2', col: 'a', text: 'S' },
    ]);
  });
});

describe('refused cells', () => {
  it('are found one after the other, round the end', () => {
    const cells = [
      { row: 'r1', col: 'a', text: 'x', before: '' },
      { row: 'r3', col: 'b', text: 'y', before: '' },
    ];
    let state = reduce(selected(1, 1), { type: 'commit', ticket: 1, cells });
    state = reduce(state, { type: 'refuseAll', ticket: 1, message: 'tidak' });
    expect(nextRefused(state)).toEqual({ row: 2, col: 1 });
    state = reduce(state, { type: 'go', to: { row: 2, col: 1 } });
    expect(nextRefused(state)).toEqual({ row: 0, col: 0 });
    expect(nextRefused(selected(0, 0))).toBeNull();
  });
});

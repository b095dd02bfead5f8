import { useCallback, useEffect, useRef, useState } from 'react';
import { initialState, reduce, type CellWrite, type EntryRefusal, type GridAction } from './gridState';

interface Options {
  rows: readonly string[];
  cols: readonly string[];
  value: (row: string, column: string) => string;
  onCommit: (cells: CellWrite[]) => Promise<EntryRefusal[]>;
}

/** The reducer, with a door to the newest state for event handlers, and the way to the disk, one commit at a time. */
export function useGridState({ rows, cols, value, onCommit }: Options) {
  const [state, setState] = useState(() => initialState(rows, cols));
  const latest = useRef(state);
  const ticket = useRef(0);
  const queue = useRef<Promise<void>>(Promise.resolve());
  const commitNow = useRef(onCommit);
  const valueNow = useRef(value);

  const dispatch = useCallback((action: GridAction) => {
    latest.current = reduce(latest.current, action);
    setState(latest.current);
  }, []);

  useEffect(() => {
    commitNow.current = onCommit;
  }, [onCommit]);

  useEffect(() => dispatch({ type: 'resize', rows, cols }), [rows, cols, dispatch]);
  useEffect(() => {
    valueNow.current = value;
    dispatch({ type: 'stored', read: value });
  }, [value, dispatch]);

  const write = useCallback(
    (cells: CellWrite[]) => {
      if (cells.length === 0) {
        dispatch({ type: 'draft', draft: null });
        return;
      }
      const mine = ++ticket.current;
      const withBefore = cells.map((cell) => ({ ...cell, before: value(cell.row, cell.col) }));
      dispatch({ type: 'commit', ticket: mine, cells: withBefore });
      // One after the other: two quick keys on one cell must reach the disk in the order in which they were struck.
      queue.current = queue.current.then(async () => {
        try {
          dispatch({ type: 'settle', ticket: mine, refusals: await commitNow.current(cells) });
          // The stored value may have come before the answer; the cell then shows that, also after it is taken back.
          dispatch({ type: 'stored', read: valueNow.current });
        } catch (error) {
          const message = error instanceof Error ? error.message : String(error);
          dispatch({ type: 'refuseAll', ticket: mine, message });
        }
      });
    },
    [dispatch, value],
  );

  const read = useCallback(() => latest.current, []);
  /** When every commit up to now has been answered. */
  const settled = useCallback(() => queue.current, []);
  return { state, read, dispatch, write, settled };
}

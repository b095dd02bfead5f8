import { useEffect, useRef, useState, type RefObject } from 'react';
import type { EntryGridHandle } from '../../../components/EntryGrid';
import { columnsOf, rowsOf, type ScoreView } from './gridColumns';
import type { ScoreGrid } from '../../../data/evaluation';

export interface Jump {
  view: ScoreView;
  setView: (view: ScoreView) => void;
  handle: RefObject<EntryGridHandle | null>;
  /** Puts the ring on a cell, in a view that shows it. */
  jump: (to: { row: string; column: string }) => void;
}

/** The view of the grid, and the way to one of its cells. */
export function useJump(grid: ScoreGrid): Jump {
  const [view, setView] = useState<ScoreView>('all');
  const [wanted, setWanted] = useState<{ row: string; column: string } | null>(null);
  const handle = useRef<EntryGridHandle>(null);
  // After the grid has drawn the view that the cell is in.
  useEffect(() => {
    if (wanted) handle.current?.go(wanted.row, wanted.column);
  }, [wanted]);
  const jump = (to: { row: string; column: string }) => {
    const here =
      rowsOf(grid, view).some((row) => row.enrolment === to.row) &&
      columnsOf(grid, view, () => true).some((column) => column.id === to.column);
    if (!here) setView('all');
    setWanted({ ...to });
  };
  return { view, setView, handle, jump };
}

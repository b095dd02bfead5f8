import { useCallback, useMemo } from 'react';
import type { CellNote, CellWrite } from '../../../components/EntryGrid';
import { useSetScores, type Scheme, type ScoreEdit, type ScoreGrid } from '../../../data/evaluation';
import { useUndo } from '../../../data/mutation';
import { ScoreBar } from './ScoreBar';
import { ScoreTable } from './ScoreTable';
import { useJump } from './useJump';

export interface ScoreEntryProps {
  classId: string;
  grid: ScoreGrid;
  scheme: Scheme;
}

/** What the grid gives, as the core takes it. */
export function editsOf(grid: ScoreGrid, cells: readonly CellWrite[]): ScoreEdit[] {
  const columns = new Map(grid.columns.map(({ key, column }) => [key, column]));
  return cells.flatMap(({ row, col, text }) => {
    const column = columns.get(col);
    return column ? [{ enrolment: row, column, text }] : [];
  });
}

/** The doubts of the core as notes of cells. */
export function useDoubtNotes(grid: ScoreGrid): (row: string, column: string) => CellNote | undefined {
  return useMemo(() => {
    const place = new Map(grid.columns.map((column, at) => [column.key, at]));
    const rows = new Map(grid.rows.map((row) => [row.enrolment, row]));
    return (row: string, column: string) => {
      const text = rows.get(row)?.cells[place.get(column) ?? -1]?.doubt ?? null;
      return text === null ? undefined : { tone: 'warn', text };
    };
  }, [grid]);
}

/** The scores of an open class: each cell goes to the disk as it is typed. */
export function ScoreEntry({ classId, grid, scheme }: ScoreEntryProps) {
  const { mutateAsync } = useSetScores(classId);
  const undo = useUndo();
  const { view, setView, handle, jump } = useJump(grid);
  const note = useDoubtNotes(grid);
  const onCommit = useCallback(
    async (cells: CellWrite[]) => {
      const { value: refused } = await mutateAsync(editsOf(grid, cells));
      return refused.map((cell) => ({ row: cell.enrolment, col: cell.column, message: cell.message }));
    },
    [mutateAsync, grid],
  );
  return (
    <>
      <ScoreBar grid={grid} scheme={scheme} view={view} onView={setView} onDoubt={jump} />
      <ScoreTable grid={grid} view={view} onCommit={onCommit} onUndo={() => void undo()} note={note} handle={handle} />
    </>
  );
}

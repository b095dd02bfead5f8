import { useCallback, useMemo, useRef, useState } from 'react';
import type { CellNote, CellWrite } from '../../../components/EntryGrid';
import type { ScoreEdit, ScoreGrid } from '../../../data/evaluation';
import { id } from '../../../i18n/id';
import { formatHundredths } from '../../../i18n/numbers';
import { titleOf } from './gridColumns';

const text = id.evaluation.corrections;

/** A score that is to be changed. */
export interface Change {
  row: string;
  column: string;
  edit: ScoreEdit;
  /** `Siti Aminah, Ujian`. */
  where: string;
  before: string;
  after: string;
  /** Why the core did not take it. */
  refused?: string;
}

const keyOf = (row: string, column: string) => `${row}\n${column}`;

/** Changes of a closed class, kept here until they are saved together. */
export function useGathered(grid: ScoreGrid) {
  const [changes, setChanges] = useState<ReadonlyMap<string, Change>>(new Map());
  const latest = useRef(changes);
  const replace = useCallback((next: ReadonlyMap<string, Change>) => {
    latest.current = next;
    setChanges(next);
  }, []);
  const known = useMemo(
    () => ({
      rows: new Map(grid.rows.map((row) => [row.enrolment, row])),
      columns: new Map(grid.columns.map((column, at) => [column.key, { column, at }])),
    }),
    [grid],
  );

  const gather = useCallback(
    (cells: readonly CellWrite[]) => {
      const next = new Map(latest.current);
      for (const cell of cells) {
        const row = known.rows.get(cell.row);
        const found = known.columns.get(cell.col);
        if (!row || !found) continue;
        const { column, at } = found;
        const score = row.cells[at]?.value ?? null;
        const before = score === null ? '' : formatHundredths(score);
        const where = `${row.name}, ${titleOf(column)}`;
        const edit = { enrolment: cell.row, column: column.column, text: cell.text };
        next.delete(keyOf(cell.row, cell.col));
        if (cell.text !== before) {
          next.set(keyOf(cell.row, cell.col), { row: cell.row, column: cell.col, edit, where, before, after: cell.text });
        }
      }
      replace(next);
      return Promise.resolve([]);
    },
    [known, replace],
  );

  /** What was not taken stays, with its reason; the rest is stored now. */
  const keepRefused = useCallback(
    (refused: readonly { enrolment: string; column: string; message: string }[]) => {
      const messages = new Map(refused.map((one) => [keyOf(one.enrolment, one.column), one.message]));
      const kept = [...latest.current].filter(([key]) => messages.has(key));
      replace(new Map(kept.map(([key, change]) => [key, { ...change, refused: messages.get(key) }])));
    },
    [replace],
  );

  /** Whether there is anything to save, counting what was typed a moment ago. */
  const hasChanges = useCallback(() => latest.current.size > 0, []);
  const gathered = useCallback((row: string, column: string) => changes.get(keyOf(row, column))?.after, [changes]);
  const noteOf = useCallback(
    (row: string, column: string): CellNote | undefined => {
      const change = changes.get(keyOf(row, column));
      if (!change) return undefined;
      if (change.refused !== undefined) return { tone: 'bad', text: change.refused };
      return { tone: 'info', text: text.was(change.before) };
    },
    [changes],
  );
  return { changes: [...changes.values()], gather, gathered, noteOf, keepRefused, hasChanges };
}

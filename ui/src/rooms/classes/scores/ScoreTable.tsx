import { useCallback, useMemo, type Ref } from 'react';
import {
  EntryGrid, type CellNote, type CellWrite, type EntryGridHandle, type EntryRefusal, type EntryRow, type SummaryColumn,
} from '../../../components/EntryGrid';
import { EmptyState } from '../../../components/EmptyState';
import { Icon } from '../../../components/icons';
import type { ScoreGrid } from '../../../data/evaluation';
import { id } from '../../../i18n/id';
import { formatHundredths } from '../../../i18n/numbers';
import styles from '../classes.module.css';
import { columnsOf, normalise, rowsOf, type ScoreView } from './gridColumns';

const text = id.evaluation.scores;
/** With more columns than this the names and the predicate make room. */
const manyColumns = 5;
/** Scores of tests stand beside the judgement and are no part of it. */
const judged = new Set(['component', 'part', 'remedial']);

export interface ScoreTableProps {
  grid: ScoreGrid;
  view: ScoreView;
  onCommit: (cells: CellWrite[]) => Promise<EntryRefusal[]>;
  onUndo?: () => void;
  onSubmit?: () => void;
  /** Texts that stand in for what is stored while changes are gathered, by row and column. */
  gathered?: (row: string, column: string) => string | undefined;
  note: (row: string, column: string) => CellNote | undefined;
  handle: Ref<EntryGridHandle>;
}

function useSummaries(grid: ScoreGrid, narrow: boolean): SummaryColumn[] {
  return useMemo(() => {
    const byRow = new Map(grid.rows.map((row) => [row.enrolment, row]));
    const totalOf = (row: string) => {
      const total = byRow.get(row)?.total ?? null;
      if (total === null) return '';
      if (total >= grid.pass_mark) return <strong>{formatHundredths(total)}</strong>;
      return (
        <span className={styles.low} title={text.pass(formatHundredths(grid.pass_mark))}>
          <Icon name="warning" size={14} />
          <strong>{formatHundredths(total)}</strong>
        </span>
      );
    };
    const predicateOf = (row: string) => {
      const found = byRow.get(row);
      const words = [found?.predicate ?? '', found?.remedial === true ? text.mayRepeat : ''].filter((word) => word !== '');
      return <span title={words.join(', ')}>{found?.predicate}</span>;
    };
    const predicate: SummaryColumn = { id: 'predicate', header: text.predicate, width: 168, align: 'start', cell: predicateOf };
    return [
      { id: 'total', header: text.total, width: 84, cell: totalOf },
      // Where columns are many, what is typed needs the room; the results show the predicate.
      ...(narrow ? [] : [predicate]),
      { id: 'place', header: text.place, width: 88, cell: (row) => byRow.get(row)?.place ?? '' },
    ];
  }, [grid, narrow]);
}

/** The grid of scores in one of its views; what is typed goes where the screen around it says. */
export function ScoreTable({ grid, view, onCommit, onUndo, onSubmit, gathered, note, handle }: ScoreTableProps) {
  const gathers = gathered !== undefined;
  const columns = useMemo(
    () => columnsOf(grid, view, (column) => (gathers ? judged.has(column.column.kind) : column.editable)),
    [grid, view, gathers],
  );
  const narrow = columns.length > manyColumns;
  const members = useMemo(() => rowsOf(grid, view), [grid, view]);
  const rows = useMemo<EntryRow[]>(
    () =>
      members.map((row) => ({
        id: row.enrolment,
        name: row.name,
        detail: row.withdrawn !== '' ? id.classes.participants.withdrawn : narrow ? undefined : row.nip,
      })),
    [members, narrow],
  );
  const known = useMemo(
    () => ({
      rows: new Map(grid.rows.map((row) => [row.enrolment, row])),
      columns: new Map(columns.map((column) => [column.id, column.from])),
    }),
    [grid, columns],
  );
  const value = useCallback(
    (row: string, column: string) => {
      const waiting = gathered?.(row, column);
      if (waiting !== undefined) return waiting;
      const found = known.rows.get(row);
      const from = known.columns.get(column);
      if (!found || !from) return '';
      const score = ('cell' in from ? found.cells[from.cell]?.value : found.components[from.component]) ?? null;
      return score === null ? '' : formatHundredths(score);
    },
    [known, gathered],
  );
  const summaries = useSummaries(grid, narrow);
  const footer = useMemo(() => {
    const counted = new Set(columns.filter(({ kind }) => kind !== 'value' && kind !== 'remedial').map((column) => column.id));
    return {
      label: text.blank,
      cell: (column: string, texts: readonly string[]) =>
        (counted.has(column) && texts.filter((one, at) => one === '' && members[at]?.withdrawn === '').length) || '',
    };
  }, [columns, members]);

  if (members.length === 0) return <EmptyState icon="info" title={text.nobodyRepeats} text={text.nobodyRepeatsText} />;
  return (
    <EntryGrid
      label={text.label}
      rowHeader={text.person}
      columns={columns}
      rows={rows}
      value={value}
      normalise={normalise}
      onCommit={onCommit}
      onUndo={onUndo}
      onSubmit={onSubmit}
      readOnly={!grid.editable && !gathers}
      gathers={gathers}
      note={note}
      handle={handle}
      summaries={summaries}
      footer={footer}
      nameWidth={narrow ? 232 : 340}
    />
  );
}

import { Button } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useCallback, useMemo } from 'react';
import { EntryGrid, type CellWrite, type EntryColumn, type EntryRow, type SummaryColumn } from '../../../components/EntryGrid';
import { Icon } from '../../../components/icons';
import type { Scheme, ScoreGrid } from '../../../data/classes';
import { useSetScores } from '../../../data/evaluation';
import { useUndo } from '../../../data/mutation';
import { id } from '../../../i18n/id';
import { formatHundredths } from '../../../i18n/numbers';
import { ClosedNote } from '../ClassFrame';
import styles from '../classes.module.css';
import { readScore } from '../numbers';

const text = id.evaluation.scores;

/** `85.5` becomes `85,50`; what is no score stays as typed, for the core to refuse with its reason. */
const normalise = (typed: string) => {
  const score = readScore(typed);
  return score === null || score > 10_000 ? typed.trim() : formatHundredths(score);
};

/** Wide enough for the longest word of the name, which would be broken otherwise. */
function headWidth(name: string): number {
  const longest = Math.max(...name.split(/\s+/).map((word) => word.length));
  return Math.min(144, Math.max(80, longest * 9 + 20));
}

function rulesOf(scheme: Scheme): string {
  const parts = [text.pass(formatHundredths(scheme.pass_mark)), text.attendance(scheme.minimum_attendance)];
  const bands = scheme.bands.map((band) => text.upTo(band.name, formatHundredths(band.upper))).join(', ');
  return `${parts.join(', ')}.${bands === '' ? '' : ` ${text.bands(bands)}.`}`;
}

export function ScoreEntry({ classId, grid, scheme }: { classId: string; grid: ScoreGrid; scheme: Scheme }) {
  const navigate = useNavigate();
  const { mutateAsync } = useSetScores(classId);
  const undo = useUndo();
  const columns = useMemo<EntryColumn[]>(
    () =>
      grid.components.map((component) => ({
        id: component.id ?? '',
        header: component.name,
        sub: text.weight(component.weight),
        title: text.weightOf(component.name, component.weight),
        width: headWidth(component.name),
        mode: 'text',
      })),
    [grid.components],
  );
  const rows = useMemo<EntryRow[]>(
    () =>
      grid.rows.map((row) => ({
        id: row.enrolment,
        name: row.name,
        detail: row.withdrawn === '' ? row.nip : id.classes.participants.withdrawn,
      })),
    [grid.rows],
  );
  const known = useMemo(() => {
    const byRow = new Map(grid.rows.map((row) => [row.enrolment, row]));
    const place = new Map(grid.components.map((component, at) => [component.id ?? '', at]));
    return { byRow, place };
  }, [grid]);
  const value = useCallback(
    (row: string, column: string) => {
      const score = known.byRow.get(row)?.scores[known.place.get(column) ?? -1] ?? null;
      return score === null ? '' : formatHundredths(score);
    },
    [known],
  );
  const onCommit = useCallback(
    async (cells: CellWrite[]) => {
      const edits = cells.map((cell) => ({ enrolment: cell.row, component: cell.col, text: cell.text }));
      const { value: refused } = await mutateAsync(edits);
      return refused.map((cell) => ({ row: cell.enrolment, col: cell.column, message: cell.message }));
    },
    [mutateAsync],
  );
  const summaries = useMemo<SummaryColumn[]>(() => {
    const failing = (row: string) => {
      const total = known.byRow.get(row)?.total ?? null;
      return total !== null && total < grid.pass_mark;
    };
    return [
      {
        id: 'total',
        header: text.total,
        width: 84,
        cell: (row) => {
          const total = known.byRow.get(row)?.total ?? null;
          if (total === null) return '';
          if (!failing(row)) return <strong>{formatHundredths(total)}</strong>;
          return (
            <span className={styles.low} title={text.pass(formatHundredths(grid.pass_mark))}>
              <Icon name="warning" size={14} />
              <strong>{formatHundredths(total)}</strong>
            </span>
          );
        },
      },
      {
        id: 'predicate',
        header: text.predicate,
        width: 168,
        align: 'start',
        cell: (row) => known.byRow.get(row)?.predicate ?? '',
      },
      { id: 'place', header: text.place, width: 96, cell: (row) => known.byRow.get(row)?.place ?? '' },
    ];
  }, [known, grid.pass_mark]);
  const footer = useMemo(
    () => ({
      label: text.blank,
      cell: (_column: string, texts: readonly string[]) =>
        texts.filter((one, at) => one === '' && grid.rows[at]?.withdrawn === '').length || '',
    }),
    [grid.rows],
  );

  return (
    <>
      {!grid.editable && <ClosedNote />}
      <div className={styles.bar}>
        <span className={styles.rule}>{rulesOf(scheme)}</span>
        {grid.editable && (
          <span className={styles.push}>
            <Button
              variant="default"
              leftSection={<Icon name="edit" size={16} />}
              onClick={() => void navigate({ to: '/classes/$id/scheme', params: { id: classId } })}
            >
              {text.change}
            </Button>
          </span>
        )}
      </div>
      <EntryGrid
        label={text.label}
        rowHeader={text.person}
        columns={columns}
        rows={rows}
        value={value}
        normalise={normalise}
        onCommit={onCommit}
        onUndo={() => void undo()}
        readOnly={!grid.editable}
        summaries={summaries}
        footer={footer}
        nameWidth={grid.components.length > 6 ? 260 : 340}
      />
    </>
  );
}

import { useCallback, useMemo, type ReactNode } from 'react';
import { EntryGrid, type CellWrite, type EntryColumn, type EntryRow, type SummaryColumn } from '../../../components/EntryGrid';
import { Icon } from '../../../components/icons';
import type { Tone } from '../../../components/tone';
import { useSetMarks, type AttendanceGrid, type Session } from '../../../data/classes';
import { useUndo } from '../../../data/mutation';
import { columnDate, longDate } from '../../../i18n/dates';
import { id } from '../../../i18n/id';
import { ClosedNote } from '../ClassFrame';
import styles from '../classes.module.css';
import { AllPresent } from './AllPresent';
import { percentText } from './percent';

const text = id.classes.attendance;
const marks = ['H', 'T', 'I', 'S', 'DL', 'TK'] as const;
/** One key each; the rest are the letters themselves. */
const oneKey: Readonly<Record<string, string>> = { D: 'DL', K: 'TK', A: 'TK' };
const tones: Readonly<Record<string, Tone>> = { I: 'info', S: 'info', DL: 'info', T: 'warn', TK: 'bad' };

const normalise = (typed: string) => {
  const letters = typed.trim().toUpperCase();
  return oneKey[letters] ?? letters;
};
const sessionTitle = (session: Session) =>
  [longDate(session.date), text.marksOf(session.jp), session.topic].filter((part) => part !== '').join(', ');

/** Two sessions on one day keep apart by their time. */
function columnsOf(sessions: readonly Session[]): EntryColumn[] {
  return sessions.map((session) => ({
    id: session.id ?? '',
    header: columnDate(session.date),
    sub: text.marksOf(session.jp),
    title: sessionTitle(session),
    width: 72,
    mode: 'mark',
    marks,
  }));
}

export function AttendanceEntry({ classId, grid }: { classId: string; grid: AttendanceGrid }) {
  const { mutateAsync } = useSetMarks(classId, true);
  const undo = useUndo();
  const columns = useMemo(() => columnsOf(grid.sessions), [grid.sessions]);
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
    const place = new Map(grid.sessions.map((session, at) => [session.id ?? '', at]));
    return { byRow, place };
  }, [grid]);
  const value = useCallback(
    (row: string, column: string) => known.byRow.get(row)?.marks[known.place.get(column) ?? -1] ?? '',
    [known],
  );
  const onCommit = useCallback(
    async (cells: CellWrite[]) => {
      const edits = cells.map((cell) => ({ enrolment: cell.row, session: cell.col, text: cell.text }));
      const { value: refused } = await mutateAsync(edits);
      return refused.map((cell) => ({ row: cell.enrolment, col: cell.column, message: cell.message }));
    },
    [mutateAsync],
  );
  const summaries = useMemo<SummaryColumn[]>(() => {
    const low = (row: string, shown: string): ReactNode => {
      const found = known.byRow.get(row);
      if (!found || found.reaches) return shown;
      return (
        <span className={styles.low} title={text.minimum(grid.minimum_attendance)}>
          <Icon name="warning" size={14} />
          {shown}
          <span className="hidden">{text.below}</span>
        </span>
      );
    };
    return [
      {
        id: 'jp',
        header: text.present,
        width: 56,
        cell: (row) => known.byRow.get(row)?.attended.present_jp ?? '',
      },
      {
        id: 'percent',
        header: text.percent,
        width: 84,
        cell: (row) => {
          const found = known.byRow.get(row);
          return found && low(row, percentText(found.attended));
        },
      },
    ];
  }, [known, grid.minimum_attendance]);
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
        <span className={styles.legend}>
          {Object.entries(text.marks).map(([key, word]) => (
            <span key={key}>
              <kbd>{key}</kbd> {word}
            </span>
          ))}
        </span>
        <span className="muted">{text.minimum(grid.minimum_attendance)}</span>
        {grid.editable && (
          <span className={styles.push}>
            <AllPresent classId={classId} grid={grid} />
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
        tone={(shown) => tones[shown]}
        nameWidth={300}
      />
    </>
  );
}

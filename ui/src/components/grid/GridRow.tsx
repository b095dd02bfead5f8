import { memo, type ReactNode, type Ref } from 'react';
import { id } from '../../i18n/id';
import { summaryRight } from './GridHead';
import { shownText, type CellEntry, type Draft, type RowEntries } from './gridState';
import classes from './grid.module.css';
import type { EntryColumn, EntryGridProps, EntryRow, SummaryColumn } from './types';

export interface GridRowProps {
  index: number;
  row: EntryRow;
  columns: readonly EntryColumn[];
  summaries: readonly SummaryColumn[];
  value: EntryGridProps['value'];
  tone: EntryGridProps['tone'];
  note: EntryGridProps['note'];
  gathers: boolean;
  entries: RowEntries | undefined;
  /** Column of the ring, or -1. */
  active: number;
  selectedFrom: number;
  selectedTo: number;
  draft: Draft | null;
  readOnly: boolean;
  statusId: string;
  inputRef: Ref<HTMLInputElement>;
  onType: (text: string) => void;
  onLeave: () => void;
}

function stateText(entry: CellEntry | undefined): string | undefined {
  if (!entry) return undefined;
  if (entry.status === 'refused') return id.grid.refused(entry.message);
  return entry.status === 'saving' ? id.grid.saving : id.grid.saved;
}

function DataCell(props: GridRowProps & { column: EntryColumn; at: number }) {
  const { row, column, at, entries, value, active, draft } = props;
  const known = entries?.[column.id];
  const entry = props.gathers && known?.status !== 'refused' ? undefined : known;
  const text = shownText(known, value(row.id, column.id));
  const note = props.note?.(row.id, column.id);
  const selected = at >= props.selectedFrom && at <= props.selectedTo;
  const isActive = at === active;
  const fixed = props.readOnly || column.readOnly === true;
  return (
    <td
      role="gridcell"
      data-row={props.index}
      data-col={at}
      data-state={entry?.status}
      data-tone={props.tone?.(text, row.id, column.id)}
      data-note={note?.tone}
      data-active={isActive || undefined}
      data-fixed={fixed || undefined}
      data-align={column.align ?? (column.mode === 'mark' ? 'center' : 'end')}
      aria-selected={selected}
      aria-readonly={fixed || undefined}
      aria-invalid={entry?.status === 'refused' || undefined}
      title={isActive ? undefined : (note?.text ?? stateText(entry))}
      className={classes.cell}
    >
      {isActive ? (
        <input
          ref={props.inputRef}
          className={classes.input}
          value={draft ? draft.text : text}
          readOnly={fixed}
          data-draft={draft?.mode}
          aria-label={id.grid.cell(row.name, column.title ?? column.header)}
          aria-describedby={props.statusId}
          aria-invalid={entry?.status === 'refused' || undefined}
          autoComplete="off"
          spellCheck={false}
          onChange={(event) => props.onType(event.currentTarget.value)}
          onBlur={props.onLeave}
        />
      ) : (
        text
      )}
    </td>
  );
}

function Summary({ column, right, children }: { column: SummaryColumn; right: number; children: ReactNode }) {
  return (
    <td role="gridcell" className={classes.summary} data-align={column.align ?? 'end'} style={{ right }}>
      {children}
    </td>
  );
}

/** One person. Drawn again only when something of this row has changed. */
export const GridRow = memo(function GridRow(props: GridRowProps) {
  const { row, columns, summaries, entries, value } = props;
  const shown = (column: string) => shownText(entries?.[column], value(row.id, column));
  return (
    <tr>
      <th scope="row" className={classes.name} title={row.detail ? `${row.name} · ${row.detail}` : row.name}>
        <span className={classes.nameText}>{row.name}</span>
        {row.detail && <span className={classes.detail}>{row.detail}</span>}
      </th>
      {columns.map((column, at) => (
        <DataCell key={column.id} {...props} column={column} at={at} />
      ))}
      {summaries.map((column, at) => (
        <Summary key={column.id} column={column} right={summaryRight(summaries, at)}>
          {column.cell(row.id, shown)}
        </Summary>
      ))}
    </tr>
  );
});

import {
  useCallback, useId, useImperativeHandle, useLayoutEffect, useMemo, useRef, useState, type ClipboardEvent, type MouseEvent,
} from 'react';
import { useCommands } from '../../frame/commands';
import { id } from '../../i18n/id';
import { copyText, nextRefused, paste, selection, type EditContext, type Paste } from './gridEdits';
import { gridShortcuts } from './gridShortcuts';
import { shownText, type GridAction } from './gridState';
import { commitDraft, onGridKey, type KeyTools } from './gridKeys';
import { GridFoot, GridHead, gridWidth, summaryRight } from './GridHead';
import { GridRow } from './GridRow';
import { GridStatus } from './GridStatus';
import { PasteDialog } from './PasteDialog';
import type { EntryGridProps } from './types';
import { useGridState } from './useGridState';
import classes from './grid.module.css';

const asTyped = (text: string) => text.trim();
const none: readonly never[] = [];

/** A table that is filled in like a spreadsheet. Each commit goes to the disk on its own; refused texts stay visible. */
export function EntryGrid(props: EntryGridProps) {
  const { label, columns, rows, value, onCommit, onUndo, onSubmit, tone, note } = props;
  const { normalise = asTyped, readOnly = false, gathers = false, summaries = none } = props;
  const statusId = useId();
  const rowIds = useMemo(() => rows.map((row) => row.id), [rows]);
  const colIds = useMemo(() => columns.map((column) => column.id), [columns]);
  const { state, read, dispatch, write, settled } = useGridState({ rows: rowIds, cols: colIds, value, onCommit });
  const input = useRef<HTMLInputElement>(null);
  const follow = useRef(false);
  const [pending, setPending] = useState<Paste | null>(null);
  useCommands(gridShortcuts);

  const context = useMemo<EditContext>(
    () => ({
      shown: (row, col) => shownText(read().entries[row]?.[col], value(row, col)),
      writable: (_, col) => !readOnly && columns.find((column) => column.id === col)?.readOnly !== true,
      normalise,
    }),
    [read, value, readOnly, columns, normalise],
  );

  const go = useCallback(
    (action: GridAction) => {
      follow.current = true;
      dispatch(action);
    },
    [dispatch],
  );

  useImperativeHandle(
    props.handle,
    () => ({
      focus: () => {
        input.current?.focus({ preventScroll: true });
        input.current?.select();
      },
      go: (row, column) => {
        const to = { row: rowIds.indexOf(row), col: colIds.indexOf(column) };
        if (to.row < 0 || to.col < 0) return;
        go({ type: 'go', to });
        // Where the ring is there already, nothing is drawn again.
        input.current?.focus({ preventScroll: true });
        input.current?.select();
      },
    }),
    [rowIds, colIds, go],
  );

  const tools = useMemo<KeyTools>(
    () => ({
      ...{ read, go, dispatch, write, context, columns, onUndo },
      unknownMark: id.grid.unknownMark,
      onSubmit: onSubmit && (() => void settled().then(onSubmit)),
    }),
    [read, go, dispatch, write, settled, context, columns, onUndo, onSubmit],
  );

  // The focus follows the ring; the whole text is selected, so that typing replaces it.
  const { row: activeRow, col: activeCol } = state.active;
  const drafting = state.draft !== null;
  const activeText = context.shown(state.rows[activeRow] ?? '', state.cols[activeCol] ?? '');
  useLayoutEffect(() => {
    const field = input.current;
    if (!field) return;
    if (follow.current) {
      follow.current = false;
      field.focus({ preventScroll: true });
      field.closest('td')?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
    }
    if (!drafting && document.activeElement === field) field.select();
  }, [activeRow, activeCol, drafting, activeText]);

  const onMouseDown = (event: MouseEvent<HTMLTableElement>) => {
    const cell = (event.target as HTMLElement).closest<HTMLElement>('td[data-col]');
    if (!cell || event.button !== 0) return;
    const to = { row: Number(cell.dataset['row']), col: Number(cell.dataset['col']) };
    const same = to.row === activeRow && to.col === activeCol;
    if (same && event.target instanceof HTMLInputElement && (drafting || document.activeElement === event.target)) return;
    event.preventDefault();
    commitDraft(tools);
    go({ type: 'go', to, extend: event.shiftKey });
  };

  const onDoubleClick = () => {
    const row = state.rows[activeRow] ?? '';
    const col = state.cols[activeCol] ?? '';
    if (!drafting && context.writable(row, col)) {
      dispatch({ type: 'draft', draft: { text: context.shown(row, col), mode: 'editing' } });
    }
  };

  const onCopy = (event: ClipboardEvent) => {
    if (read().draft) return;
    event.preventDefault();
    event.clipboardData.setData('text/plain', copyText(read(), context));
  };

  const onPaste = (event: ClipboardEvent) => {
    if (read().draft) return;
    event.preventDefault();
    const found = paste(read(), context, event.clipboardData.getData('text/plain'));
    if (found.larger) setPending(found);
    else write(found.cells);
  };

  const onType = useCallback(
    (text: string) => dispatch({ type: 'draft', draft: { text, mode: read().draft?.mode ?? 'typing' } }),
    [dispatch, read],
  );
  const onLeave = useCallback(() => commitDraft(tools), [tools]);

  const area = selection(state);
  const closePaste = (confirmed: boolean) => {
    if (confirmed && pending) write(pending.cells);
    setPending(null);
    input.current?.focus();
  };

  return (
    <div className={classes.frame}>
      <div className={classes.scroller} style={{ scrollPaddingLeft: props.nameWidth, scrollPaddingRight: summaryRight(summaries, -1) }}>
        <table
          role="grid"
          aria-label={label}
          aria-multiselectable
          aria-readonly={readOnly}
          className={classes.table}
          style={{ width: gridWidth(props) }}
          onKeyDown={(event) => onGridKey(event, tools)}
          onMouseDown={onMouseDown}
          onDoubleClick={onDoubleClick}
          onCopy={onCopy}
          onPaste={onPaste}
        >
          <GridHead {...props} summaries={summaries} activeCol={activeCol} />
          <tbody>
            {rows.map((row, index) => {
              const inside = index >= area.top && index <= area.bottom;
              return (
                <GridRow
                  key={row.id}
                  index={index}
                  row={row}
                  columns={columns}
                  summaries={summaries}
                  value={value}
                  tone={tone}
                  note={note}
                  gathers={gathers}
                  entries={state.entries[row.id]}
                  active={index === activeRow ? activeCol : -1}
                  selectedFrom={inside ? area.left : -1}
                  selectedTo={inside ? area.right : -1}
                  draft={index === activeRow ? state.draft : null}
                  readOnly={readOnly}
                  statusId={statusId}
                  inputRef={input}
                  onType={onType}
                  onLeave={onLeave}
                />
              );
            })}
          </tbody>
          {props.footer && (
            <GridFoot footer={props.footer} columns={columns} summaries={summaries} rows={rowIds} shown={context.shown} />
          )}
        </table>
      </div>
      <GridStatus
        id={statusId}
        state={state}
        readOnly={!context.writable(state.rows[activeRow] ?? '', state.cols[activeCol] ?? '')}
        note={note?.(state.rows[activeRow] ?? '', state.cols[activeCol] ?? '')}
        onNextRefused={() => {
          const to = nextRefused(read());
          if (to) go({ type: 'go', to });
        }}
      />
      {pending && <PasteDialog paste={pending} onClose={closePaste} />}
    </div>
  );
}

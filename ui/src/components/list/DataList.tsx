import { Button } from '@mantine/core';
import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useId, useLayoutEffect, useMemo, useRef, useState, type KeyboardEvent } from 'react';
import { useCommands, type Command } from '../../frame/commands';
import { id } from '../../i18n/id';
import { EmptyState } from '../EmptyState';
import { listKey } from './listKeys';
import classes from './list.module.css';
import { listShortcuts } from './listShortcuts';
import { ListHead, ListRow } from './ListRow';
import { ListToolbar } from './ListToolbar';
import { cameBack, leave } from './position';
import type { DataListProps } from './types';
import { useListTable } from './useListTable';
import { pageSize, useRows } from './useRows';

const rowHeight = 32;
const virtualFrom = 500;

/** A list that is worked by keyboard: search, filter, sort, move, open, mark. Long ones draw only what is in sight. */
export function DataList<T>(props: DataListProps<T>) {
  const { columns, source, state, onState, onOpen, marked, onMark, rowId, rowLabel } = props;
  const gridId = useId();
  const memory = `${props.id} ${JSON.stringify(state)}`;
  const back = useRef(cameBack(memory));
  const scroller = useRef<HTMLDivElement>(null);
  const search = useRef<HTMLInputElement>(null);
  const [active, setActive] = useState(back.current?.active ?? 0);
  const [sight, setSight] = useState({ first: 0, last: pageSize - 1 });
  const rows = useRows(source, sight.first, sight.last);
  const here = Array.isArray(source) ? (source as readonly T[]) : null;
  const setSort = (sort: string) => onState({ ...state, sort });
  const table = useListTable(columns, here, rows.total, state.sort, setSort);
  const slots = table.getRowModel().rows;
  // Rows that come page by page are asked for as they come into sight.
  const virtual = rows.total > (here ? virtualFrom : pageSize);
  const virtualizer = useVirtualizer({
    count: slots.length,
    enabled: virtual,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan: 8,
    initialOffset: back.current?.scroll ?? 0,
    scrollPaddingStart: rowHeight,
  });
  const items = virtual ? virtualizer.getVirtualItems().map((item) => item.index) : slots.map((_, index) => index);
  const first = items[0] ?? 0;
  const last = items.at(-1) ?? 0;
  if (virtual && (first !== sight.first || last !== sight.last)) setSight({ first, last });

  useCommands(listShortcuts);
  useCommands(
    useMemo<readonly Command[]>(
      () => [
        {
          id: 'list.search',
          label: id.frame.commands.list.search,
          keys: ['Ctrl+F'],
          group: id.frame.groups.list,
          run: () => search.current?.select(),
        },
      ],
      [],
    ),
  );

  // Another search starts at the top; coming back starts where the list was left.
  const [shownFor, setShownFor] = useState(memory);
  if (shownFor !== memory) {
    setShownFor(memory);
    setActive(0);
  }
  useLayoutEffect(() => {
    if (scroller.current) scroller.current.scrollTop = cameBack(memory)?.scroll ?? 0;
  }, [memory, rows.loading]);
  const searched = state.q !== '' || Object.keys(state.filters).length > 0;
  const nothing = !rows.loading && !rows.failed && rows.total === 0;
  const blank = nothing && !searched && props.empty !== undefined;
  // On arrival, and when the first rows come into a list that was empty.
  useEffect(() => {
    if (blank) return;
    if (back.current) scroller.current?.focus({ preventScroll: true });
    else search.current?.focus({ preventScroll: true });
  }, [blank]);

  const rowAt = (index: number): T | undefined => {
    const slot = slots[index]?.original;
    return slot && (slot.row ?? rows.at(slot.index));
  };
  const current = Math.min(active, Math.max(0, slots.length - 1));
  const remember = (index: number) => leave(memory, { active: index, scroll: scroller.current?.scrollTop ?? 0 });
  const go = (index: number) => {
    setActive(index);
    const box = scroller.current;
    if (!box) return;
    const top = index * rowHeight;
    const room = box.clientHeight - rowHeight;
    if (top < box.scrollTop) box.scrollTop = top;
    else if (room > 0 && top + rowHeight > box.scrollTop + room) box.scrollTop = top + rowHeight - room;
  };
  const open = (index: number) => {
    const row = rowAt(index);
    if (!row || !onOpen) return;
    setActive(index);
    remember(index);
    onOpen(row);
  };
  const mark = (index: number) => {
    const row = rowAt(index);
    if (!row || !marked || !onMark) return;
    const next = new Set(marked);
    if (!next.delete(rowId(row))) next.add(rowId(row));
    onMark(next);
  };
  const page = Math.max(1, Math.floor((scroller.current?.clientHeight ?? 320) / rowHeight) - 2);
  const keys = { count: slots.length, active: current, page, go, open, mark };
  const onSearchKey = (event: KeyboardEvent) => {
    if (event.key !== 'ArrowDown' && event.key !== 'Enter') return;
    if (event.key === 'ArrowDown') scroller.current?.focus({ preventScroll: true });
    else open(current);
    event.preventDefault();
  };
  const tracks = [...(marked ? ['40px'] : []), ...columns.map((column) => column.width ?? 'minmax(0, 1fr)')].join(' ');

  if (blank) return <>{props.empty}</>;
  return (
    <div className={classes.frame}>
      <ListToolbar {...props} total={rows.total} loading={rows.loading} searchRef={search} onSearchKey={onSearchKey} />
      <div
        ref={scroller}
        role="grid"
        tabIndex={0}
        aria-label={props.label}
        aria-rowcount={slots.length + 1}
        aria-multiselectable={marked ? true : undefined}
        aria-activedescendant={items.includes(current) ? `${gridId}-${current}` : undefined}
        className={classes.grid}
        style={{ '--tracks': tracks }}
        onScroll={() => remember(current)}
        onKeyDown={(event) => {
          if (event.target === event.currentTarget) listKey(event, keys);
        }}
      >
        <ListHead columns={columns} marks={marked !== undefined} sort={state.sort} onSort={(column) => table.getColumn(column)?.toggleSorting()} />
        <div role="rowgroup" className={classes.body} style={{ height: slots.length * rowHeight }}>
          {items.map((index) => {
            const row = rowAt(index);
            return (
              <ListRow
                key={row ? rowId(row) : index}
                domId={`${gridId}-${index}`}
                index={index}
                top={index * rowHeight}
                row={row}
                label={row ? rowLabel(row) : id.loading}
                columns={columns}
                active={index === current}
                marked={marked && (row !== undefined && marked.has(rowId(row)))}
                onOpen={onOpen && open}
                onMark={mark}
                onPoint={setActive}
              />
            );
          })}
        </div>
      </div>
      {rows.failed && (
        <EmptyState title={id.list.failed} action={<Button onClick={rows.retry}>{id.actions.retry}</Button>} />
      )}
      {nothing && (
        <EmptyState
          title={state.q === '' ? id.list.noMatchFilter : id.list.noMatch(state.q)}
          action={
            searched && (
              <Button variant="default" onClick={() => onState({ ...state, q: '', filters: {} })}>
                {id.list.showAll}
              </Button>
            )
          }
        />
      )}
    </div>
  );
}

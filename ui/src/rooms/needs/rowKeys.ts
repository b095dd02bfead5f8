import { useEffect, type KeyboardEvent, type RefObject } from 'react';

/** The buttons that open the rows of a table. */
const openers = (table: HTMLElement) => [...table.querySelectorAll<HTMLElement>('tbody > tr > th[scope=row] button')];

/** Moves among the rows of a table whose first cells are buttons: arrows by one, Home and End to the ends. */
export function moveAmongRows(event: KeyboardEvent<HTMLElement>) {
  const rows = openers(event.currentTarget);
  const at = rows.findIndex((one) => one === event.target);
  if (at === -1) return;
  const wanted = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: rows.length - 1 }[event.key];
  if (wanted === undefined) return;
  event.preventDefault();
  rows[wanted]?.focus();
}

/** Gives the first row the focus when other rows are shown and nothing else has it, such as after a row was opened. */
export function useFirstRow(table: RefObject<HTMLElement | null>, shown: string) {
  useEffect(() => {
    if (table.current && document.activeElement === document.body) openers(table.current)[0]?.focus({ preventScroll: true });
  }, [table, shown]);
}

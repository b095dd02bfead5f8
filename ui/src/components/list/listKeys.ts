import type { KeyboardEvent } from 'react';

interface Options {
  count: number;
  active: number;
  /** Rows that fit in sight. */
  page: number;
  go: (index: number) => void;
  open: (index: number) => void;
  mark: (index: number) => void;
}

/** Arrows, Home, End, PageUp, PageDown, Enter and Space of a list. Returns true when the key was used up. */
export function listKey(event: KeyboardEvent, { count, active, page, go, open, mark }: Options): boolean {
  if (count === 0 || event.ctrlKey || event.altKey || event.metaKey) return false;
  const last = count - 1;
  switch (event.key) {
    case 'ArrowDown':
      go(Math.min(active + 1, last));
      break;
    case 'ArrowUp':
      go(Math.max(active - 1, 0));
      break;
    case 'PageDown':
      go(Math.min(active + page, last));
      break;
    case 'PageUp':
      go(Math.max(active - page, 0));
      break;
    case 'Home':
      go(0);
      break;
    case 'End':
      go(last);
      break;
    case 'Enter':
      open(active);
      break;
    case ' ':
      mark(active);
      break;
    default:
      return false;
  }
  event.preventDefault();
  return true;
}

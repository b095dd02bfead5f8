import type { ReactNode } from 'react';

export interface ListColumn<T> {
  id: string;
  header: string;
  /** What stands in the cell; a plain text that is cut shows in full under the pointer. */
  cell: (row: T) => ReactNode;
  /** A track of the CSS grid: `160px`, `minmax(0, 2fr)`. */
  width?: string;
  align?: 'end';
  /** `true` where the core sorts; a function to sort rows that are all here. */
  sort?: boolean | ((row: T) => string | number);
}

export interface PageOfRows<T> {
  total: number;
  rows: T[];
}

/** Rows that stay in the core and are fetched page by page. The key starts with the room and holds search and sort. */
export interface PagedSource<T> {
  queryKey: readonly unknown[];
  load: (range: { offset: number; limit: number }) => Promise<PageOfRows<T>>;
}

/** What the list shows, as it stands in the address of the window. `sort` is a column, `-` before it for descending. */
export interface ListState {
  q: string;
  sort: string;
  filters: Readonly<Record<string, string>>;
}

export interface ListFilter {
  id: string;
  label: string;
  options: readonly { value: string; label: string }[];
  /** For many options: they are searched by typing, and this stands in the box. */
  search?: string;
}

export interface DataListProps<T> {
  /** Names the list and its remembered position; unique in the window. */
  id: string;
  label: string;
  /** What is counted: `ASN`, `kelas`. */
  noun: string;
  columns: readonly ListColumn<T>[];
  /** Either rows that are all here, or a source of pages. */
  source: readonly T[] | PagedSource<T>;
  rowId: (row: T) => string;
  /** Read out for a row, such as the name. */
  rowLabel: (row: T) => string;
  state: ListState;
  onState: (state: ListState) => void;
  onOpen?: (row: T) => void;
  searchPlaceholder?: string;
  /** Without a search box. */
  noSearch?: boolean;
  filters?: readonly ListFilter[];
  marked?: ReadonlySet<string>;
  onMark?: (marked: ReadonlySet<string>) => void;
  /** Buttons for what is marked. */
  markedActions?: ReactNode;
  /** Shown when there is nothing and nothing was searched. */
  empty?: ReactNode;
}

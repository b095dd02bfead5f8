import {
  createSortedRowModel,
  rowSortingFeature,
  tableFeatures,
  useTable,
  type ColumnDef,
  type SortingState,
} from '@tanstack/react-table';
import { useMemo } from 'react';
import type { ListColumn } from './types';

/** A place in the list; its row may still be on its way. */
export interface Slot<T> {
  index: number;
  row?: T;
}

const features = tableFeatures({ rowSortingFeature, sortedRowModel: createSortedRowModel() });

const collator = new Intl.Collator('id', { numeric: true });

function compare(a: string | number, b: string | number): number {
  return typeof a === 'number' && typeof b === 'number' ? a - b : collator.compare(String(a), String(b));
}

/** Columns, sorting and the order of the rows. Pages come sorted from the core; rows that are all here are sorted here. */
export function useListTable<T>(
  columns: readonly ListColumn<T>[],
  rows: readonly T[] | null,
  total: number,
  sort: string,
  onSort: (sort: string) => void,
) {
  const defs = useMemo(() => {
    return columns.map<ColumnDef<typeof features, Slot<T>>>((column) => {
      const { sort: key } = column;
      const value = (slot: Slot<T>) => (typeof key === 'function' && slot.row !== undefined ? key(slot.row) : '');
      return {
        accessorFn: value,
        id: column.id,
        header: column.header,
        enableSorting: key !== undefined && key !== false,
        sortFn: (a, b) => compare(value(a.original), value(b.original)),
      };
    });
  }, [columns]);
  const data = useMemo<Slot<T>[]>(
    () => (rows ? rows.map((row, index) => ({ index, row })) : Array.from({ length: total }, (_, index) => ({ index }))),
    [rows, total],
  );
  const sorting = useMemo<SortingState>(
    () => (sort === '' ? [] : [{ id: sort.replace(/^-/, ''), desc: sort.startsWith('-') }]),
    [sort],
  );
  return useTable({
    features,
    columns: defs,
    data,
    manualSorting: rows === null,
    state: { sorting },
    onSortingChange: (change) => {
      const next = typeof change === 'function' ? change(sorting) : change;
      const first = next[0];
      onSort(first ? `${first.desc ? '-' : ''}${first.id}` : '');
    },
    sortDescFirst: false,
  });
}

import { keepPreviousData, useQueries, useQuery } from '@tanstack/react-query';
import type { PagedSource } from './types';

export const pageSize = 200;

export interface Rows<T> {
  total: number;
  at: (index: number) => T | undefined;
  loading: boolean;
  failed: boolean;
  retry: () => void;
}

function isPaged<T>(source: readonly T[] | PagedSource<T>): source is PagedSource<T> {
  return !Array.isArray(source);
}

/** The rows of a list: those given, or the pages that are in sight. */
export function useRows<T>(source: readonly T[] | PagedSource<T>, firstVisible: number, lastVisible: number): Rows<T> {
  const paged = isPaged(source) ? source : null;
  const page = (number: number) => ({
    queryKey: [...(paged?.queryKey ?? ['none']), 'page', number],
    queryFn: () => paged?.load({ offset: number * pageSize, limit: pageSize }) ?? { total: 0, rows: [] },
    enabled: paged !== null,
  });
  // The first page also counts. While another search is on its way, the rows of the last one stay in sight.
  const first = useQuery({ ...page(0), placeholderData: keepPreviousData });
  const total = first.data?.total ?? 0;
  const from = Math.max(1, Math.floor(firstVisible / pageSize));
  const to = Math.min(Math.floor(lastVisible / pageSize), Math.ceil(total / pageSize) - 1);
  const numbers = Array.from({ length: Math.max(0, to - from + 1) }, (_, at) => from + at);
  const others = useQueries({ queries: numbers.map(page) });

  if (!paged) {
    const rows = source as readonly T[];
    return { total: rows.length, at: (index) => rows[index], loading: false, failed: false, retry: () => undefined };
  }
  return {
    total,
    at: (index) => {
      const number = Math.floor(index / pageSize);
      const data = number === 0 ? first.data : others[numbers.indexOf(number)]?.data;
      return data?.rows[index - number * pageSize];
    },
    loading: first.isPending,
    failed: first.isError,
    retry: () => void first.refetch(),
  };
}

import { useNavigate, useSearch } from '@tanstack/react-router';
import { useCallback, useMemo } from 'react';
import type { ListState } from '../components/list/types';

/** What the address of a list may hold: `q`, `sort`, and one key for each filter. */
export type ListSearch = Record<string, string>;

/** For `validateSearch` of a route with a list: keeps texts, drops the rest. */
export function listSearch(raw: Record<string, unknown>): ListSearch {
  const kept: ListSearch = {};
  for (const [key, value] of Object.entries(raw)) {
    if (typeof value === 'string' && value !== '') kept[key] = value;
    else if (typeof value === 'number') kept[key] = String(value);
  }
  return kept;
}

/** The state of the list as it stands in the address, so that going back finds it again. */
export function useListState(defaults: Partial<ListState> = {}): [ListState, (state: ListState) => void] {
  const search: ListSearch = useSearch({ strict: false });
  const navigate = useNavigate();
  const { q: defaultQ = '', sort: defaultSort = '' } = defaults;
  const state = useMemo<ListState>(() => {
    const { q = defaultQ, sort = defaultSort, ...filters } = search;
    return { q, sort, filters };
  }, [search, defaultQ, defaultSort]);
  const set = useCallback(
    (next: ListState) => {
      const kept = listSearch({ ...next.filters, q: next.q, sort: next.sort });
      void navigate({ to: '.', search: () => kept, replace: true });
    },
    [navigate],
  );
  return [state, set];
}

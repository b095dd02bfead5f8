import { useQuery } from '@tanstack/react-query';
import { useBackend, type SearchHit } from '../backend/backend';

/** The search of everything, from two letters on. */
export function useSearchHits(text: string): { hits: SearchHit[]; searching: boolean } {
  const backend = useBackend();
  const wanted = text.trim();
  const found = useQuery({
    queryKey: ['frame', 'search', wanted],
    queryFn: () => backend.frame.search(wanted),
    enabled: wanted.length >= 2,
    placeholderData: (previous) => previous,
  });
  return wanted.length < 2 ? { hits: [], searching: false } : { hits: found.data ?? [], searching: found.isFetching };
}

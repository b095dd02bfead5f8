import { useQuery } from '@tanstack/react-query';
import { useBackend, type FrameStatus, type SearchHit } from '../backend/backend';

/** What the bottom bar shows; asked again after each write and once a minute for the age of the backup. */
export function useFrameStatus(): FrameStatus | undefined {
  const backend = useBackend();
  return useQuery({ queryKey: ['frame', 'status'], queryFn: () => backend.frame.status(), refetchInterval: 60_000 }).data;
}

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

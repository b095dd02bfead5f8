import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useBackend, type Backend } from '../backend/backend';

/** A question to the backend, kept under a key that starts with its room. */
export function useAsk<T>(
  key: readonly unknown[],
  ask: (backend: Backend) => Promise<T>,
  options: { enabled?: boolean; keep?: boolean; everyMinute?: boolean } = {},
): UseQueryResult<T> {
  const backend = useBackend();
  return useQuery<T>({
    queryKey: key,
    queryFn: () => ask(backend),
    enabled: options.enabled ?? true,
    refetchInterval: options.everyMinute === true && 60_000,
    placeholderData: options.keep === true ? (previous: unknown) => previous as never : undefined,
  });
}

/** The id in the address of a page. */
export function useAddressId(): string {
  const params: Record<string, string | undefined> = useParams({ strict: false });
  return params['id'] ?? '';
}

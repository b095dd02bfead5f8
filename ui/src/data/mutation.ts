import { useMutation, useQueryClient, type QueryClient, type UseMutationResult } from '@tanstack/react-query';
import { useCallback } from 'react';
import { RefusalError, useBackend, type Backend } from '../backend/backend';
import type { Changes, Outcome, Room } from '../backend/types';
import { useToast } from '../frame/Toasts';
import { id } from '../i18n/id';

/** Rooms whose screens also show what another room holds: results on the page of a class, names on certificates. */
const shownIn: Partial<Record<Room, readonly string[]>> = {
  office: ['classes', 'certificates', 'evaluation', 'voice', 'planning'],
  people: ['classes', 'certificates', 'mentoring', 'voice', 'planning'],
  classes: ['people', 'evaluation', 'certificates', 'mentoring', 'planning'],
  evaluation: ['classes', 'certificates', 'people'],
  certificates: ['classes', 'people'],
  mentoring: ['classes', 'people', 'career'],
  voice: ['needs', 'evaluation'],
  planning: ['classes', 'evaluation'],
  needs: ['voice', 'planning'],
};

/**
 * Refreshes what a write touched. The key of every query starts with its room; what the frame shows (search, state of
 * the backup) depends on all of them.
 */
export async function invalidate(client: QueryClient, changes: Changes): Promise<void> {
  if (changes.rooms.length === 0) return;
  const touched = new Set([...changes.rooms, ...changes.rooms.flatMap((room) => shownIn[room] ?? []), 'frame']);
  await Promise.all([...touched].map((room) => client.invalidateQueries({ queryKey: [room] })));
}

/** The sentence to show for anything that a command threw. */
export function refusalText(error: unknown): string {
  return error instanceof RefusalError ? error.message : id.frame.failure.unknown;
}

/** Takes back one operation, or the last one when none is named, and says which it was. */
export function useUndo(): (operation?: string | null) => Promise<void> {
  const backend = useBackend();
  const client = useQueryClient();
  const { show } = useToast();
  return useCallback(
    async (operation = null) => {
      try {
        const changes = await backend.frame.undo(operation);
        await invalidate(client, changes);
        show({ message: id.frame.toast.undone(changes.description), tone: 'info' });
      } catch (error) {
        const nothing = error instanceof RefusalError && error.code === 'nothing_to_undo';
        show(nothing ? { message: id.frame.toast.nothingToUndo } : { message: refusalText(error), tone: 'bad' });
      }
    },
    [backend, client, show],
  );
}

export interface MutationOptions<T> {
  /** After the queries are fresh. */
  onDone?: (value: T, changes: Changes) => void;
  /** Takes a refusal that the screen shows itself, such as a form its fields. Without it a toast shows the sentence. */
  onRefused?: (refusal: RefusalError) => void;
  /** The form or dialog that awaits `mutateAsync` shows the refusal itself. */
  inForm?: boolean;
  /** For cell after cell in a grid: no toast for each. Ctrl+Z takes them back all the same. */
  quiet?: boolean;
  /** Done as soon as it is stored: who types sheet after sheet does not wait until the screen has read everything again. */
  ahead?: boolean;
}

/** The one way to change something: calls the backend, refreshes by room, offers to take it back, shows refusals. */
export function useMutationWithUndo<V, T>(
  run: (backend: Backend, input: V) => Promise<Outcome<T>>,
  options: MutationOptions<T> = {},
): UseMutationResult<Outcome<T>, Error, V> {
  const backend = useBackend();
  const client = useQueryClient();
  const undo = useUndo();
  const { show, closeUndo } = useToast();
  return useMutation({
    mutationFn: (input: V) => run(backend, input),
    onSuccess: async ({ value, changes }) => {
      const fresh = invalidate(client, changes);
      if (options.ahead !== true) await fresh;
      const { operation } = changes;
      if (operation !== null && options.quiet === true) closeUndo();
      else if (operation !== null) {
        show({
          // A name with titles may end with a full stop of its own.
          message: changes.description.endsWith('.') ? changes.description : `${changes.description}.`,
          action: { label: id.frame.toast.undo, run: () => void undo(operation) },
          undoes: true,
        });
      }
      options.onDone?.(value, changes);
    },
    onError: (error) => {
      if (error instanceof RefusalError && options.onRefused) options.onRefused(error);
      else if (options.inForm !== true) show({ message: refusalText(error), tone: 'bad' });
    },
  });
}

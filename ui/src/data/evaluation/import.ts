import { useCallback, useState } from 'react';
import { RefusalError, useBackend } from '../../backend/backend';
import type { EntryCheck, EntryTarget } from '../../backend/bindings';
import type { CellRefusal } from '../../backend/types';
import { refusalText, useMutationWithUndo, type MutationOptions } from '../mutation';

export type { EntryCheck, EntryTarget } from '../../backend/bindings';

/** Why a file could not be read, with its cells. */
export interface FileTrouble {
  message: string;
  cells: readonly CellRefusal[];
}

export const troubleOf = (error: unknown): FileTrouble => ({
  message: refusalText(error),
  cells: error instanceof RefusalError ? error.cells : [],
});

/** Asks for a file of what is typed by hand elsewhere, and keeps what the core finds in it. */
export function useEntryFile(target: EntryTarget) {
  const backend = useBackend();
  const [check, setCheck] = useState<EntryCheck | null>(null);
  const [trouble, setTrouble] = useState<FileTrouble | null>(null);
  const [opening, setOpening] = useState(false);
  const open = useCallback(async () => {
    setOpening(true);
    setTrouble(null);
    try {
      const read = await backend.evaluation.openEntries(target);
      if (read) setCheck(read);
    } catch (error) {
      setCheck(null);
      setTrouble(troubleOf(error));
    } finally {
      setOpening(false);
    }
  }, [backend, target]);
  return { check, setCheck, trouble, setTrouble, opening, open };
}

/** Takes in the rows of the opened file that are in order. */
export const useCommitEntries = (target: EntryTarget, options?: MutationOptions<EntryCheck>) =>
  useMutationWithUndo<undefined, EntryCheck>((backend) => backend.evaluation.commitEntries(target), options);

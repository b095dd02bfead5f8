import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useBackend, type Backend } from '../backend/backend';
import type { BackupRow, OperationRow } from '../backend/safety';
import type { PagedSource } from '../components/DataList';
import { useAsk } from './open';

export type * from '../backend/safety';

const room = 'safety';

/** Under the key of the frame, which every write refreshes: each one adds to the journal. */
export function useJournal(): PagedSource<OperationRow> {
  const backend = useBackend();
  return {
    queryKey: ['frame', 'journal'],
    load: ({ offset, limit }) => backend.safety.journal(offset, limit),
  };
}

export const useJournalRows = (operation: string | null) =>
  useAsk([room, 'rows', operation], (backend) => backend.safety.journalRows(operation ?? ''), {
    enabled: operation !== null,
  });

export const useBackups = () => useAsk([room, 'backups'], (backend) => backend.safety.backups());

/** Work on backups changes no data that could be taken back; restoring changes all of it. */
function useBackupWork<V, T>(run: (backend: Backend, input: V) => Promise<T>, all = false) {
  const backend = useBackend();
  const client = useQueryClient();
  return useMutation({
    mutationFn: (input: V) => run(backend, input),
    onSuccess: async () => {
      if (all) await client.invalidateQueries();
      else await Promise.all([room, 'frame'].map((key) => client.invalidateQueries({ queryKey: [key] })));
    },
  });
}

export const useBackup = () => useBackupWork<'here' | 'elsewhere', BackupRow | null>((backend, where) =>
  where === 'here' ? backend.safety.backup() : backend.safety.backupElsewhere(),
);

export const useRestore = () => useBackupWork((backend, file: string) => backend.safety.restore(file), true);

export const useDataCheck = () => {
  const backend = useBackend();
  return useMutation({ mutationFn: () => backend.safety.check() });
};

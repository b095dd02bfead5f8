import { Button } from '@mantine/core';
import { useState } from 'react';
import { ConfirmDialog } from '../../components/ConfirmDialog';
import { DataList, type ListColumn } from '../../components/DataList';
import { EmptyState } from '../../components/EmptyState';
import { Loaded } from '../../components/Loaded';
import { refusalText } from '../../data/mutation';
import { useBackup, useBackups, useRestore, type BackupRow } from '../../data/safety';
import { useToast } from '../../frame/Toasts';
import { longDate } from '../../i18n/dates';
import { id } from '../../i18n/id';
import { formatBytes } from '../../i18n/numbers';
import classes from './safety.module.css';
import { SafetyHeader } from './SafetyHeader';

const text = id.safety.backup;
const still = { q: '', sort: '', filters: {} } as const;

/** The wall clock in the name of a backup; it has no zone and never passes through `Date`. */
export function wallClock(at: string): string {
  const [day = '', time = ''] = at.split('T');
  return `${longDate(day)} ${time.slice(0, 5).replace(':', '.')}`;
}

const columns: readonly ListColumn<BackupRow>[] = [
  { id: 'at', header: text.columns.at, width: '200px', cell: (row) => wallClock(row.at) },
  { id: 'reason', header: text.columns.reason, width: '160px', cell: (row) => row.reason },
  { id: 'size', header: text.columns.size, width: '100px', align: 'end', cell: (row) => formatBytes(row.bytes) },
  {
    id: 'file',
    header: text.columns.file,
    width: 'minmax(0, 1fr)',
    cell: (row) => (
      <span className="muted" title={row.file}>
        {row.file}
      </span>
    ),
  },
  {
    id: 'restore',
    header: text.columns.restore,
    width: '120px',
    cell: () => <span className={classes.restore}>{text.restore}</span>,
  },
];

/** Backups of the data: made, listed, put back. */
export function BackupsScreen() {
  const backups = useBackups();
  const backup = useBackup();
  const restore = useRestore();
  const { show } = useToast();
  const [chosen, setChosen] = useState<BackupRow | null>(null);
  const make = (where: 'here' | 'elsewhere') =>
    backup.mutate(where, {
      onSuccess: (made) => (made ? show({ message: text.made(made.file), tone: 'good' }) : undefined),
      onError: (error) => show({ message: refusalText(error), tone: 'bad' }),
    });
  const busy = (where: string) => backup.isPending && backup.variables === where;
  return (
    <>
      <SafetyHeader
        primary={
          <Button loading={busy('here')} onClick={() => make('here')}>
            {text.now}
          </Button>
        }
        actions={
          <Button variant="default" loading={busy('elsewhere')} onClick={() => make('elsewhere')}>
            {text.elsewhere}
          </Button>
        }
      />
      <p className={classes.lead}>{text.text}</p>
      <Loaded query={backups}>
        {(rows) => (
          <DataList
            id="backups"
            label={text.label}
            noun={text.noun}
            columns={columns}
            source={rows}
            rowId={(row) => row.file}
            rowLabel={(row) => text.restoreOf(wallClock(row.at))}
            state={still}
            onState={() => undefined}
            onOpen={setChosen}
            noSearch
            empty={<EmptyState icon="backup" title={text.empty} text={text.emptyText} />}
          />
        )}
      </Loaded>
      {chosen && (
        <ConfirmDialog
          opened
          danger
          title={text.restoreTitle}
          confirmLabel={text.restoreButton}
          onConfirm={async () => {
            await restore.mutateAsync(chosen.file);
            show({ message: text.restored(wallClock(chosen.at)), tone: 'good' });
          }}
          onClose={() => setChosen(null)}
        >
          <p>{text.restoreBody(wallClock(chosen.at))}</p>
          <p className={classes.kept}>{text.restoreKept}</p>
        </ConfirmDialog>
      )}
    </>
  );
}

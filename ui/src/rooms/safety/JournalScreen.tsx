import { useState } from 'react';
import { DataList, type ListColumn } from '../../components/DataList';
import { EmptyState } from '../../components/EmptyState';
import { StateBadge } from '../../components/StateBadge';
import { useJournal, type OperationRow } from '../../data/safety';
import { dateTime } from '../../i18n/dates';
import { id } from '../../i18n/id';
import { formatNumber } from '../../i18n/numbers';
import { OperationDrawer } from './OperationDrawer';
import { SafetyHeader } from './SafetyHeader';

const text = id.safety.journal;
const still = { q: '', sort: '', filters: {} } as const;

const columns: readonly ListColumn<OperationRow>[] = [
  { id: 'at', header: text.columns.at, width: '150px', cell: (row) => dateTime(row.at) },
  { id: 'actor', header: text.columns.actor, width: '160px', cell: (row) => row.actor },
  {
    id: 'what',
    header: text.columns.what,
    width: 'minmax(0, 1fr)',
    cell: (row) => row.description,
  },
  { id: 'rows', header: text.columns.rows, width: '90px', align: 'end', cell: (row) => formatNumber(row.rows) },
  {
    id: 'state',
    header: text.columns.state,
    width: '140px',
    cell: (row) => {
      if (row.undone) return <StateBadge>{text.undone}</StateBadge>;
      return row.undoes && <StateBadge tone="info">{text.undoes}</StateBadge>;
    },
  },
];

/** Everything that was done, the newest first; each step opens to what it changed. */
export function JournalScreen() {
  const source = useJournal();
  const [opened, setOpened] = useState<OperationRow | null>(null);
  return (
    <>
      <SafetyHeader />
      <DataList
        id="journal"
        label={text.label}
        noun={text.noun}
        columns={columns}
        source={source}
        rowId={(row) => row.id}
        rowLabel={(row) => row.description}
        state={still}
        onState={() => undefined}
        onOpen={setOpened}
        noSearch
        empty={<EmptyState icon="shield" title={text.empty} text={text.emptyText} />}
      />
      <OperationDrawer operation={opened} onClose={() => setOpened(null)} />
    </>
  );
}

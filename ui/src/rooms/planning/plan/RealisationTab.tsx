import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useMemo, useState } from 'react';
import { DataList, type ListColumn, type ListState } from '../../../components/DataList';
import { EmptyState } from '../../../components/EmptyState';
import { holdsWords } from '../../../components/holdsWords';
import { Icon } from '../../../components/icons';
import { Loaded } from '../../../components/Loaded';
import { useStatus } from '../../../data/home';
import { useRealisation, type RealisationEntry, type RealisationRow, type RealisationView } from '../../../data/planning/plan';
import { columnDate } from '../../../i18n/dates';
import { id } from '../../../i18n/id';
import { formatNumber } from '../../../i18n/numbers';
import { EntryDialog } from './EntryDialog';
import styles from './plan.module.css';
import { CeilingUses, LineUses, MonthUses } from './UseTables';
import { Warnings } from './Warnings';

const text = id.plan.realisation;

const columns: readonly ListColumn<RealisationRow>[] = [
  { id: 'date', header: text.date, width: '108px', cell: ({ entry }) => columnDate(entry.date), sort: ({ entry }) => entry.date },
  { id: 'kind', header: text.kind, width: '116px', cell: ({ entry }) => text.kinds[entry.kind], sort: ({ entry }) => entry.kind },
  { id: 'proof', header: text.proof, width: '140px', cell: ({ entry }) => entry.proof },
  { id: 'payee', header: text.payee, width: 'minmax(0, 1fr)', cell: ({ entry }) => entry.payee, sort: ({ entry }) => entry.payee },
  {
    id: 'line',
    header: text.line,
    width: 'minmax(0, 2fr)',
    cell: (row) => (row.item === '' ? text.lost : `${row.item}: ${row.line}`),
    sort: (row) => row.item,
  },
  {
    id: 'gross',
    header: text.grossColumn,
    width: '130px',
    align: 'end',
    cell: ({ entry }) => formatNumber(entry.gross),
    sort: ({ entry }) => entry.gross,
  },
  { id: 'net', header: text.net, width: '130px', align: 'end', cell: (row) => formatNumber(row.net) },
];

/** What has become of the money of a plan. */
export function RealisationTab({ plan }: { plan: string }) {
  const today = useStatus().data?.today;
  return <Loaded query={useRealisation(plan)}>{(view) => <Realisation view={view} today={today ?? ''} />}</Loaded>;
}

function Realisation({ view, today }: { view: RealisationView; today: string }) {
  const [draft, setDraft] = useState<RealisationEntry | null>(null);
  const first = view.items[0]?.lines[0]?.line;
  const add = () => setDraft({ id: null, line: first ?? '', date: today, kind: 'payment', proof: '', payee: '', text: '', gross: 0, tax: 0 });
  return (
    <div className={styles.scroll}>
      <div className={styles.bar}>
        {view.editable && first !== undefined && (
          <Button leftSection={<Icon name="plus" size={16} />} onClick={add}>
            {text.add}
          </Button>
        )}
        <Button
          component={Link}
          to={`/planning/plans/${view.plan.id}/realisation/print`}
          variant="default"
          leftSection={<Icon name="printer" size={16} />}
        >
          {text.print}
        </Button>
        {!view.editable && <span className="muted">{text.draft}</span>}
      </div>
      <div className={styles.section}>
        <Warnings warnings={view.warnings} />
      </div>
      <CeilingUses view={view} />
      <LineUses view={view} />
      <MonthUses view={view} />
      <Entries view={view} onOpen={setDraft} />
      {draft && <EntryDialog view={view} draft={draft} onClose={() => setDraft(null)} />}
    </div>
  );
}

function Entries({ view, onOpen }: { view: RealisationView; onOpen: (entry: RealisationEntry) => void }) {
  const [state, setState] = useState<ListState>({ q: '', sort: '-date', filters: {} });
  const rows = useMemo(
    () =>
      view.entries.filter((row) => holdsWords(state.q, row.entry.proof, row.entry.payee, row.entry.text, row.item, row.line)),
    [view.entries, state.q],
  );
  return (
    <section className={styles.section} aria-label={text.entries}>
      <h2>{text.entries}</h2>
      <DataList
        id="realisation"
        label={text.entries}
        noun={text.noun}
        columns={columns}
        source={rows}
        rowId={({ entry }) => entry.id ?? ''}
        rowLabel={({ entry }) => `${text.kinds[entry.kind]} ${entry.proof}`}
        state={state}
        onState={setState}
        onOpen={view.editable ? ({ entry }) => onOpen(entry) : undefined}
        searchPlaceholder={text.search}
        empty={view.entries.length === 0 && <EmptyState icon="file" title={text.none} />}
      />
    </section>
  );
}

import { Button } from '@mantine/core';
import { useMemo, useState } from 'react';
import { DataList, type ListColumn } from '../../components/DataList';
import { EmptyState } from '../../components/EmptyState';
import { holdsWords } from '../../components/holdsWords';
import { Icon } from '../../components/icons';
import { Loaded } from '../../components/Loaded';
import { StateBadge } from '../../components/StateBadge';
import { useServices, type Service, type ServiceRow } from '../../data/voice';
import { useListState } from '../../frame/listState';
import { id } from '../../i18n/id';
import { formatNumber } from '../../i18n/numbers';
import { ServiceDialog } from './ServiceDialog';
import { VoiceHeader } from './VoiceHeader';

const text = id.voice.services;

const count = (value: number) => (value === 0 ? <span className="muted">0</span> : formatNumber(value));

const columns: readonly ListColumn<ServiceRow>[] = [
  { id: 'unit', header: text.unit, width: 'minmax(0, 1fr)', sort: (row) => row.unit_path, cell: (row) => row.unit_path },
  { id: 'name', header: text.name, width: 'minmax(0, 1fr)', sort: (row) => row.service.name, cell: (row) => row.service.name },
  { id: 'answers', header: text.answers, width: '100px', align: 'end', sort: (row) => row.answers, cell: (row) => count(row.answers) },
  {
    id: 'complaints',
    header: text.complaints,
    width: '112px',
    align: 'end',
    sort: (row) => row.complaints,
    cell: (row) => count(row.complaints),
  },
  {
    id: 'state',
    header: text.state,
    width: '132px',
    cell: ({ service }) =>
      service.active ? <StateBadge tone="good">{text.active}</StateBadge> : <StateBadge>{text.inactive}</StateBadge>,
  },
];

/** What each unit gives to the public. */
export function ServicesScreen() {
  const services = useServices();
  const [state, setState] = useListState({ sort: 'unit' });
  const [draft, setDraft] = useState<Service | null>(null);
  const shown = useMemo(
    () => (services.data ?? []).filter((row) => holdsWords(state.q, row.service.name, row.unit_path)),
    [services.data, state.q],
  );
  const known = services.data?.find((row) => row.service.id !== null && row.service.id === draft?.id);
  const add = (
    <Button
      leftSection={<Icon name="plus" size={16} />}
      onClick={() => setDraft({ id: null, unit: null, name: '', active: true })}
    >
      {text.add}
    </Button>
  );
  return (
    <>
      <VoiceHeader primary={add} />
      <Loaded query={services}>
        {(all) => (
          <DataList
            id="services"
            label={text.label}
            noun={text.noun}
            columns={columns}
            source={shown}
            rowId={(row) => row.service.id ?? ''}
            rowLabel={(row) => `${row.service.name}, ${row.unit_path}`}
            state={state}
            onState={setState}
            onOpen={(row) => setDraft(row.service)}
            searchPlaceholder={text.search}
            empty={all.length === 0 && <EmptyState icon="voice" title={text.empty} text={text.emptyText} action={add} />}
          />
        )}
      </Loaded>
      {draft && <ServiceDialog key={draft.id ?? 'new'} draft={draft} known={known} onClose={() => setDraft(null)} />}
    </>
  );
}

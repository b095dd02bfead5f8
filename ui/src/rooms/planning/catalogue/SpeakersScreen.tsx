import { useNavigate } from '@tanstack/react-router';
import { useMemo } from 'react';
import { useAddLink } from '../../../components/AddLink';
import { DataList, type ListColumn } from '../../../components/DataList';
import { EmptyState } from '../../../components/EmptyState';
import { holdsWords } from '../../../components/holdsWords';
import { Loaded } from '../../../components/Loaded';
import { PlanningHeader } from '../../../components/PlanningHeader';
import { StateBadge } from '../../../components/StateBadge';
import { useSpeakers, type SpeakerFieldRow } from '../../../data/planning/catalogue';
import { useListState } from '../../../frame/listState';
import { id } from '../../../i18n/id';
import { formatNumber } from '../../../i18n/numbers';

const text = id.catalogue.speakers;

const fieldNames = (row: SpeakerFieldRow) => row.fields.map((line) => line.field).join(', ');
const highest = (row: SpeakerFieldRow) => Math.max(0, ...row.fields.map((line) => line.fee));

/** The fee, or the least and the largest where fields differ. */
function feeOf(row: SpeakerFieldRow): string {
  const fees = row.fields.map((line) => line.fee);
  const [least, most] = [Math.min(...fees), Math.max(...fees)];
  return least === most ? formatNumber(most) : `${formatNumber(least)}–${formatNumber(most)}`;
}

const columns: readonly ListColumn<SpeakerFieldRow>[] = [
  { id: 'name', header: text.name, width: 'minmax(0, 2fr)', cell: ({ person }) => person.name, sort: ({ person }) => person.name },
  { id: 'fields', header: text.fields, width: 'minmax(0, 2fr)', cell: fieldNames, sort: fieldNames },
  { id: 'fee', header: text.fee, width: '130px', align: 'end', cell: feeOf, sort: highest },
  { id: 'position', header: text.position, width: 'minmax(0, 1.5fr)', cell: ({ person }) => person.position, sort: ({ person }) => person.position },
  { id: 'unit', header: text.unit, width: 'minmax(0, 2fr)', cell: ({ person }) => person.unit, sort: ({ person }) => person.unit },
  {
    id: 'state',
    header: text.state,
    width: '104px',
    cell: ({ person }) => (person.active ? '' : <StateBadge>{text.inactive}</StateBadge>),
  },
];

/** People who speak in classes. */
export function SpeakersScreen() {
  const navigate = useNavigate();
  const speakers = useSpeakers();
  const [state, setState] = useListState({ sort: 'name' });
  const add = useAddLink('planning.speaker.new', text.add, '/planning/speakers/new');
  const shown = useMemo(
    () =>
      (speakers.data ?? []).filter((row) =>
        holdsWords(state.q, row.person.name, row.person.nip, row.person.unit, row.person.position, fieldNames(row)),
      ),
    [speakers.data, state.q],
  );
  return (
    <>
      <PlanningHeader primary={add} />
      <Loaded query={speakers}>
        {(all) => (
          <DataList
            id="speakers"
            label={text.list}
            noun={text.noun}
            columns={columns}
            source={shown}
            rowId={({ person }) => person.id}
            rowLabel={({ person }) => person.name}
            state={state}
            onState={setState}
            onOpen={({ person }) => void navigate({ to: `/planning/speakers/${person.id}` })}
            searchPlaceholder={text.search}
            empty={all.length === 0 && <EmptyState icon="people" title={text.empty} text={text.emptyText} action={add} />}
          />
        )}
      </Loaded>
    </>
  );
}

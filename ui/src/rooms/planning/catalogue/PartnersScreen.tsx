import { useNavigate } from '@tanstack/react-router';
import { useMemo } from 'react';
import { useAddLink } from '../../../components/AddLink';
import { DataList, type ListColumn } from '../../../components/DataList';
import { EmptyState } from '../../../components/EmptyState';
import { holdsWords } from '../../../components/holdsWords';
import { Loaded } from '../../../components/Loaded';
import { PlanningHeader } from '../../../components/PlanningHeader';
import { StateBadge } from '../../../components/StateBadge';
import type { Tone } from '../../../components/tone';
import { usePartners, type AgreementState, type PartnerRow } from '../../../data/planning/catalogue';
import { useListState } from '../../../frame/listState';
import { shortDate } from '../../../i18n/dates';
import { id } from '../../../i18n/id';

const text = id.catalogue.partners;

const tones: Record<AgreementState, Tone> = { none: 'neutral', valid: 'good', ending: 'warn', ended: 'bad' };

/** How the agreements of a partner stand today. */
export const stateOf = (state: AgreementState) => ({ label: text.states[state], tone: tones[state] });

const named = (row: PartnerRow) => row.programmes.map((programme) => programme.name).join(', ');

const columns: readonly ListColumn<PartnerRow>[] = [
  { id: 'name', header: text.name, width: 'minmax(0, 2fr)', cell: ({ partner }) => partner.name, sort: ({ partner }) => partner.name },
  { id: 'kind', header: text.kind, width: '170px', cell: (row) => row.kind_name, sort: (row) => row.kind_name },
  {
    id: 'state',
    header: text.state,
    width: '160px',
    cell: ({ state }) => <StateBadge tone={tones[state]}>{text.states[state]}</StateBadge>,
    sort: ({ state }) => text.states[state],
  },
  {
    id: 'ends',
    header: text.ends,
    width: '132px',
    cell: ({ ends }) => (ends === null ? '' : shortDate(ends)),
    sort: ({ ends }) => ends ?? '',
  },
  { id: 'programmes', header: text.programmes, width: 'minmax(0, 2fr)', cell: named, sort: named },
];

const filters = [
  {
    id: 'state',
    label: text.allStates,
    options: Object.entries(text.states).map(([value, label]) => ({ value, label })),
  },
];

/** Institutions that the office works with. */
export function PartnersScreen() {
  const navigate = useNavigate();
  const partners = usePartners();
  const [state, setState] = useListState({ sort: 'name' });
  const add = useAddLink('planning.partner.new', text.add, '/planning/partners/new');
  const wanted = state.filters['state'];
  const shown = useMemo(
    () =>
      (partners.data ?? []).filter(
        (row) =>
          (!wanted || row.state === wanted) &&
          holdsWords(state.q, row.partner.name, row.kind_name, row.partner.contact, named(row)),
      ),
    [partners.data, state.q, wanted],
  );
  return (
    <>
      <PlanningHeader primary={add} />
      <Loaded query={partners}>
        {(all) => (
          <DataList
            id="partners"
            label={text.list}
            noun={text.noun}
            columns={columns}
            source={shown}
            rowId={({ partner }) => partner.id ?? ''}
            rowLabel={({ partner }) => partner.name}
            state={state}
            onState={setState}
            onOpen={({ partner }) => void navigate({ to: `/planning/partners/${partner.id}` })}
            searchPlaceholder={text.search}
            filters={filters}
            empty={all.length === 0 && <EmptyState icon="people" title={text.empty} text={text.emptyText} action={add} />}
          />
        )}
      </Loaded>
    </>
  );
}

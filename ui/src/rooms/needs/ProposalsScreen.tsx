import { Button } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useMemo } from 'react';
import { useAddLink } from '../../components/AddLink';
import { DataList, type ListColumn, type ListFilter } from '../../components/DataList';
import { EmptyState } from '../../components/EmptyState';
import { EntryImportButton } from '../../components/EntryImport';
import { Icon } from '../../components/icons';
import { StateBadge } from '../../components/StateBadge';
import type { Tone } from '../../components/tone';
import { useSaveFile } from '../../data/files';
import {
  proposalQuery, proposalStatuses, useCompetencies, useProposalSource, useProposalYears, whole, type ProposalRow, type ProposalStatus,
} from '../../data/needs';
import { useUnits } from '../../data/people';
import { listSearch, useListState } from '../../frame/listState';
import { shortDate } from '../../i18n/dates';
import { id } from '../../i18n/id';
import { formatNumber } from '../../i18n/numbers';
import { NeedsHeader } from './NeedsHeader';

const text = id.needs;
const room = text.proposals;

const tones: Readonly<Record<ProposalStatus, Tone>> = { received: 'info', verified: 'info', accepted: 'good', rejected: 'bad' };

export const StatusOf = ({ status }: { status: ProposalStatus }) => (
  <StateBadge tone={tones[status]}>{room.statuses[status]}</StateBadge>
);

const columns: readonly ListColumn<ProposalRow>[] = [
  { id: 'number', header: room.number, width: '136px', cell: (row) => <span title={row.proposal.number}>{row.proposal.number}</span> },
  { id: 'received', header: room.received, width: '104px', cell: (row) => shortDate(row.proposal.received_on) },
  { id: 'year', header: room.year, width: '66px', cell: (row) => row.proposal.year },
  {
    id: 'title',
    header: room.title,
    width: 'minmax(0, 1.7fr)',
    cell: (row) => <span title={row.proposal.title}>{row.proposal.title}</span>,
  },
  { id: 'unit', header: room.unit, width: 'minmax(0, 1.1fr)', cell: (row) => <span title={row.unit_path}>{row.unit_path}</span> },
  { id: 'competency', header: room.competency, width: 'minmax(0, 0.8fr)', cell: (row) => <span title={row.competency}>{row.competency}</span> },
  { id: 'people', header: room.people, width: '80px', align: 'end', cell: (row) => formatNumber(row.proposal.people) },
  {
    id: 'status',
    header: room.status,
    width: '156px',
    cell: (row) => (
      <span title={row.decision}>
        <StatusOf status={row.status} />
      </span>
    ),
  },
];

/** What units ask for, and what became of it. */
export function ProposalsScreen() {
  const navigate = useNavigate();
  const [state, setState] = useListState();
  const source = useProposalSource(state);
  const saveFile = useSaveFile();
  const [units, years, competencies] = [useUnits().data, useProposalYears().data, useCompetencies().data];
  const filters = useMemo<ListFilter[]>(
    () => [
      { id: 'status', label: room.status, options: proposalStatuses.map((value) => ({ value, label: room.statuses[value] })) },
      { id: 'year', label: room.year, options: (years ?? []).map((year) => ({ value: String(year), label: String(year) })) },
      {
        id: 'unit',
        label: room.unit,
        search: id.people.unit.picker,
        options: (units ?? []).map((unit) => ({ value: unit.id, label: unit.path })),
      },
      {
        id: 'competency',
        label: room.competency,
        search: room.competency,
        options: (competencies ?? []).map(({ competency }) => ({ value: competency.id ?? '', label: competency.name })),
      },
    ],
    [units, years, competencies],
  );
  const add = useAddLink('proposals.add', room.add, '/needs/proposals/new');
  const report = { kind: 'proposals', query: proposalQuery(state, whole) } as const;
  return (
    <>
      <NeedsHeader
        primary={add}
        actions={
          <>
            <EntryImportButton target={{ kind: 'needs_proposals' }} title={room.import} />
            <Button
              variant="default"
              leftSection={<Icon name="export" size={16} />}
              onClick={() => void saveFile((backend) => backend.needs.saveWorkbook(report))}
            >
              {text.export}
            </Button>
            <Button
              variant="default"
              leftSection={<Icon name="printer" size={16} />}
              onClick={() => void navigate({ to: '/needs/proposals/report', search: listSearch({ ...state.filters, q: state.q }) })}
            >
              {text.print}
            </Button>
          </>
        }
      />
      <DataList
        id="proposals"
        label={room.label}
        noun={room.noun}
        columns={columns}
        source={source}
        rowId={(row) => row.proposal.id ?? ''}
        rowLabel={(row) => `${row.proposal.number}, ${row.proposal.title}`}
        state={state}
        onState={setState}
        onOpen={(row) => void navigate({ to: '/needs/proposals/$id', params: { id: row.proposal.id ?? '' } })}
        searchPlaceholder={room.search}
        filters={filters}
        empty={<EmptyState icon="file" title={room.empty} text={room.emptyText} action={add} />}
      />
    </>
  );
}

import { Button } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useMemo } from 'react';
import { useAddLink } from '../../components/AddLink';
import { DataList, type ListColumn, type ListFilter } from '../../components/DataList';
import { EmptyState } from '../../components/EmptyState';
import { Icon } from '../../components/icons';
import { useSaveFile } from '../../data/files';
import { useCompetencies, type CompetencyRow } from '../../data/needs';
import { useUnits, type UnitRow } from '../../data/people';
import { complaintQuery, kinds, states, useComplaintSource, whole, type ComplaintRow } from '../../data/voice/complaints';
import { listSearch, useListState } from '../../frame/listState';
import { shortDate } from '../../i18n/dates';
import { id } from '../../i18n/id';
import { Deadline, StateOf } from './Deadline';
import { VoiceHeader } from './VoiceHeader';

const text = id.complaints;

const columns: readonly ListColumn<ComplaintRow>[] = [
  { id: 'ticket', header: text.ticket, width: '104px', cell: (row) => <span className="number">{row.ticket}</span> },
  { id: 'received', header: text.received, width: '110px', cell: (row) => shortDate(row.received_on) },
  {
    id: 'text',
    header: text.text,
    width: 'minmax(0, 1.6fr)',
    cell: (row) => (
      <span title={row.text}>
        {row.kind !== 'pengaduan' && <span className="muted">{text.kinds[row.kind]} · </span>}
        {row.text}
      </span>
    ),
  },
  { id: 'unit', header: text.unit, width: 'minmax(0, 1fr)', cell: (row) => row.unit_path },
  {
    id: 'competencies',
    header: text.competency,
    width: 'minmax(0, 0.8fr)',
    cell: (row) => row.competencies.join(', '),
  },
  { id: 'state', header: text.state, width: '136px', cell: (row) => <StateOf state={row.state} /> },
  { id: 'due', header: text.due, width: '170px', cell: (row) => <Deadline row={row} /> },
];

function filtersOf(units: readonly UnitRow[], competencies: readonly CompetencyRow[]): ListFilter[] {
  const { filters } = text;
  return [
    { id: 'state', label: filters.state, options: states.map((value) => ({ value, label: text.states[value] })) },
    { id: 'overdue', label: filters.overdue, options: [{ value: 'only', label: filters.overdueOnly }] },
    {
      id: 'unit',
      label: filters.unit,
      search: filters.unitSearch,
      options: units.map((unit) => ({ value: unit.id, label: unit.path })),
    },
    { id: 'kind', label: filters.kind, options: kinds.map((value) => ({ value, label: text.kinds[value] })) },
    {
      id: 'competency',
      label: filters.competency,
      search: filters.competencySearch,
      options: competencies.map(({ competency }) => ({ value: competency.id ?? '', label: competency.name })),
    },
  ];
}

/** What the public complains of, wishes, asks; how far each has come and by when it is due. */
export function ComplaintsScreen() {
  const navigate = useNavigate();
  const [state, setState] = useListState();
  const source = useComplaintSource(state);
  const saveFile = useSaveFile();
  const units = useUnits().data;
  const competencies = useCompetencies().data;
  const filters = useMemo(() => filtersOf(units ?? [], competencies ?? []), [units, competencies]);
  const add = useAddLink('complaints.add', text.add, '/voice/complaints/new');
  const print = () => {
    const search = listSearch({ ...state.filters, q: state.q });
    void navigate({ to: '/voice/complaints/report', search });
  };
  return (
    <>
      <VoiceHeader
        primary={add}
        actions={
          <>
            <Button
              variant="default"
              leftSection={<Icon name="export" size={16} />}
              onClick={() => void saveFile((backend) => backend.voice.exportComplaints(complaintQuery(state, whole)))}
            >
              {text.export}
            </Button>
            <Button variant="default" leftSection={<Icon name="printer" size={16} />} onClick={print}>
              {text.print}
            </Button>
          </>
        }
      />
      <DataList
        id="complaints"
        label={text.label}
        noun={text.noun}
        columns={columns}
        source={source}
        rowId={(row) => row.id}
        rowLabel={(row) => `${row.ticket}, ${row.text}`}
        state={state}
        onState={setState}
        onOpen={(row) => void navigate({ to: '/voice/complaints/$id', params: { id: row.id } })}
        searchPlaceholder={text.search}
        filters={filters}
        empty={<EmptyState icon="voice" title={text.empty} text={text.emptyText} action={add} />}
      />
    </>
  );
}

import { Button } from '@mantine/core';
import { Link, useNavigate } from '@tanstack/react-router';
import { useMemo } from 'react';
import { useAddLink } from '../../components/AddLink';
import { DataList, type ListColumn, type ListFilter } from '../../components/DataList';
import { EmptyState } from '../../components/EmptyState';
import { useStatus } from '../../data/home';
import { useUnits, type UnitRow } from '../../data/people';
import { useSurveySource, type SurveyRow } from '../../data/voice';
import { useListState } from '../../frame/listState';
import { dateRange } from '../../i18n/dates';
import { id } from '../../i18n/id';
import { formatNumber } from '../../i18n/numbers';
import { Quality } from './Quality';
import { twoPlaces } from './figures';
import { VoiceHeader } from './VoiceHeader';

const text = id.voice.surveys;
const yearsBack = 8;

function Answers({ row }: { row: SurveyRow }) {
  if (row.advised === null) return <>{formatNumber(row.answers)}</>;
  return (
    <span title={text.ofAdvised(row.answers, row.advised)}>
      {formatNumber(row.answers)}
      <span className="muted"> / {formatNumber(row.advised)}</span>
    </span>
  );
}

const columns: readonly ListColumn<SurveyRow>[] = [
  { id: 'name', header: text.name, width: 'minmax(0, 1fr)', cell: (row) => row.name },
  { id: 'unit', header: text.unit, width: 'minmax(0, 1.4fr)', cell: (row) => row.unit_path },
  { id: 'period', header: text.period, width: '230px', cell: (row) => dateRange(row.starts, row.ends) },
  { id: 'answers', header: text.answers, width: '112px', align: 'end', cell: (row) => <Answers row={row} /> },
  {
    id: 'ikm',
    header: text.ikm,
    width: '72px',
    align: 'end',
    cell: ({ ikm }) => (ikm === null ? <span className="muted">{id.voice.dash}</span> : twoPlaces(ikm)),
  },
  { id: 'quality', header: text.quality, width: '156px', cell: (row) => <Quality letter={row.letter} band={row.band} /> },
];

function filtersOf(today: string, units: readonly UnitRow[]): ListFilter[] {
  const year = Number(today.slice(0, 4));
  const years = Array.from({ length: yearsBack }, (_, back) => String(year - back));
  return [
    { id: 'year', label: text.filterYear, options: years.map((value) => ({ value, label: value })) },
    {
      id: 'unit',
      label: text.filterUnit,
      search: text.unitSearch,
      options: units.map((unit) => ({ value: unit.id, label: unit.path })),
    },
  ];
}

/** Every survey of public satisfaction: of whom, when, how many answered, what it came to. */
export function SurveysScreen() {
  const navigate = useNavigate();
  const [state, setState] = useListState();
  const source = useSurveySource(state);
  const today = useStatus().data?.today;
  const units = useUnits().data;
  const filters = useMemo(() => (today === undefined ? [] : filtersOf(today, units ?? [])), [today, units]);
  const add = useAddLink('surveys.add', text.add, '/voice/surveys/new');
  return (
    <>
      <VoiceHeader
        primary={add}
        actions={
          <Button component={Link} to="/voice/yearly" variant="default">
            {text.yearly}
          </Button>
        }
      />
      <DataList
        id="surveys"
        label={text.label}
        noun={text.noun}
        columns={columns}
        source={source}
        rowId={(row) => row.id}
        rowLabel={(row) => `${row.name}, ${row.unit_path}`}
        state={state}
        onState={setState}
        onOpen={(row) => void navigate({ to: '/voice/surveys/$id', params: { id: row.id } })}
        searchPlaceholder={text.search}
        filters={filters}
        empty={
          <EmptyState
            icon="voice"
            title={text.empty}
            text={text.emptyText}
            action={add}
            link={<Link to="/voice/services">{text.toServices}</Link>}
          />
        }
      />
    </>
  );
}

import { Button } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { DataList, type ListColumn, type ListState } from '../../components/DataList';
import { EmptyState } from '../../components/EmptyState';
import { roundAbout, RoundTitle } from '../../components/rounds';
import { useClassYears } from '../../data/classes';
import { useRoundSource, type RoundRow } from '../../data/evaluation/feedback';
import { shortDate } from '../../i18n/dates';
import { id } from '../../i18n/id';

const room = id.feedback;
const text = room.rounds;

const columns: readonly ListColumn<RoundRow>[] = [
  {
    id: 'class',
    header: text.class,
    width: 'minmax(0, 2fr)',
    cell: (row) => `${row.programme_name}, ${row.class_name}`,
  },
  { id: 'title', header: text.what, width: 'minmax(0, 1.4fr)', cell: (row) => <RoundTitle title={row.title} /> },
  { id: 'about', header: text.about, width: 'minmax(0, 1.6fr)', cell: roundAbout },
  { id: 'opened', header: text.opened, width: '112px', cell: (row) => shortDate(row.opened_on) },
  { id: 'sheets', header: text.sheets, width: '168px', align: 'end', cell: (row) => room.sheetsOf(row.sheets, row.present) },
  {
    id: 'share',
    header: text.share,
    width: '88px',
    align: 'end',
    cell: (row) => (row.share === null ? room.dash : room.percent(String(row.share))),
  },
];

export interface JudgedListProps {
  state: ListState;
  onState: (state: ListState) => void;
}

/** Every collection of sheets, the latest first. */
export function RoundList({ state, onState }: JudgedListProps) {
  const navigate = useNavigate();
  const source = useRoundSource(state);
  const years = useClassYears().data ?? [];
  return (
    <DataList
      id="feedback-rounds"
      label={text.label}
      noun={text.noun}
      columns={columns}
      source={source}
      rowId={(row) => row.id}
      rowLabel={(row) => `${row.title}, ${row.programme_name}, ${row.class_name}`}
      state={state}
      onState={onState}
      onOpen={(row) => void navigate({ to: '/evaluation/feedback/$kind/$id', params: { kind: 'round', id: row.id } })}
      searchPlaceholder={text.search}
      filters={[{ id: 'year', label: text.year, options: years.map((year) => ({ value: String(year), label: String(year) })) }]}
      empty={
        <EmptyState
          icon="chart"
          title={text.empty}
          text={text.emptyText}
          action={<Button onClick={() => void navigate({ to: '/classes' })}>{text.toClasses}</Button>}
        />
      }
    />
  );
}

import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { DataList, type ListColumn } from '../../../components/DataList';
import { EmptyState } from '../../../components/EmptyState';
import { Icon } from '../../../components/icons';
import { StateBadge } from '../../../components/StateBadge';
import { useCoachingSource, type CoachingRow } from '../../../data/needs/inquiries';
import { useListState } from '../../../frame/listState';
import { shortDate } from '../../../i18n/dates';
import { id } from '../../../i18n/id';
import { NeedsHeader } from '../NeedsHeader';
import { CoachingDialog } from './CoachingDialog';

const text = id.inquiries.coaching;

const stateOf = ({ coaching, overdue }: CoachingRow) => (coaching.done_on !== null ? 'done' : overdue ? 'overdue' : 'open');
const tones = { done: 'good', overdue: 'bad', open: 'neutral' } as const;

const columns: ListColumn<CoachingRow>[] = [
  { id: 'name', header: text.name, width: 'minmax(0, 1.7fr)', cell: (row) => row.name },
  { id: 'unit', header: text.unit, width: 'minmax(0, 1.7fr)', cell: (row) => <span title={row.unit}>{row.unit}</span> },
  { id: 'side', header: text.side, width: '150px', cell: (row) => <span title={row.side}>{row.side}</span> },
  { id: 'coach', header: text.coach, width: 'minmax(0, 1.7fr)', cell: (row) => <span title={row.coaching.coach}>{row.coaching.coach}</span> },
  { id: 'timing', header: text.timing, width: '132px', cell: (row) => text.timings[row.coaching.timing] },
  { id: 'due', header: text.due, width: '116px', cell: (row) => (row.coaching.due === null ? '–' : shortDate(row.coaching.due)) },
  {
    id: 'state',
    header: text.state,
    width: '148px',
    cell: (row) => <StateBadge tone={tones[stateOf(row)]}>{text.states[stateOf(row)]}</StateBadge>,
  },
];
const filters = [
  {
    id: 'state',
    label: text.state,
    options: (['open', 'overdue', 'done', 'all'] as const).map((value) => ({ value, label: text.states[value] })),
  },
];

/** Who is coached before or beside a class, by whom, by what day. */
export function ReadinessScreen() {
  const [state, setState] = useListState();
  const [row, setRow] = useState<CoachingRow | null>(null);
  return (
    <>
      <NeedsHeader
        actions={
          <Button variant="default" component={Link} to="/needs/readiness/print" leftSection={<Icon name="printer" size={16} />}>
            {text.print}
          </Button>
        }
      />
      <DataList
        id="coachings"
        label={text.label}
        noun={text.noun}
        columns={columns}
        source={useCoachingSource(state)}
        rowId={(one) => one.coaching.id ?? ''}
        rowLabel={(one) => `${one.name}, ${one.side}`}
        state={state}
        onState={setState}
        onOpen={setRow}
        searchPlaceholder={text.search}
        filters={filters}
        empty={
          <EmptyState
            icon="people"
            title={text.empty}
            text={text.emptyText}
            action={
              <Button component={Link} to="/needs/sources">
                {text.toSources}
              </Button>
            }
          />
        }
      />
      {row && <CoachingDialog coaching={row.coaching} name={row.name} side={row.side} onClose={() => setRow(null)} />}
    </>
  );
}

import { Button } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { DataList, type ListColumn } from '../../components/DataList';
import { EmptyState } from '../../components/EmptyState';
import { ImprovementDialog, ImprovementState } from '../../components/Improvements';
import { useImprovementSource, type Improvement, type ImprovementRow } from '../../data/evaluation/improvements';
import { useListState } from '../../frame/listState';
import { shortDate } from '../../i18n/dates';
import { id } from '../../i18n/id';
import { EvaluationHeader } from './EvaluationHeader';

const text = id.feedback.improvements;

const columns: readonly ListColumn<ImprovementRow>[] = [
  {
    id: 'finding',
    header: text.finding,
    width: 'minmax(0, 2fr)',
    cell: ({ improvement }) => improvement.finding,
  },
  {
    id: 'action',
    header: text.action,
    width: 'minmax(0, 2fr)',
    cell: ({ improvement }) =>
      improvement.action === '' ? <span className="muted">{text.noAction}</span> : improvement.action,
  },
  { id: 'source', header: text.source, width: 'minmax(0, 1.4fr)', cell: (row) => row.source },
  { id: 'owner', header: text.owner, width: '160px', cell: ({ improvement }) => improvement.owner },
  {
    id: 'due',
    header: text.due,
    width: '104px',
    cell: ({ improvement }) => (improvement.due === null ? id.feedback.dash : shortDate(improvement.due)),
  },
  { id: 'state', header: text.state, width: '164px', cell: (row) => <ImprovementState row={row} /> },
];

const filters = [{ id: 'state', label: text.filter, options: [{ value: 'open', label: text.onlyOpen.toLowerCase() }] }];

/** What is to become better, over all classes and surveys. */
export function ImprovementsScreen() {
  const navigate = useNavigate();
  const [state, setState] = useListState();
  const source = useImprovementSource(state);
  const [opened, setOpened] = useState<Improvement | null>(null);
  return (
    <>
      <EvaluationHeader />
      <DataList
        id="improvements"
        label={text.label}
        noun={text.noun}
        columns={columns}
        source={source}
        rowId={({ improvement }) => improvement.id ?? ''}
        rowLabel={({ improvement }) => improvement.finding}
        state={state}
        onState={setState}
        onOpen={({ improvement }) => setOpened(improvement)}
        searchPlaceholder={text.search}
        filters={filters}
        empty={
          <EmptyState
            icon="chart"
            title={text.empty}
            text={text.emptyText}
            action={<Button onClick={() => void navigate({ to: '/classes' })}>{id.feedback.rounds.toClasses}</Button>}
          />
        }
      />
      <ImprovementDialog improvement={opened} onClose={() => setOpened(null)} />
    </>
  );
}

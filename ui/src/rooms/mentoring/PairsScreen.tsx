import { Button } from '@mantine/core';
import { Link, useNavigate } from '@tanstack/react-router';
import { useMemo } from 'react';
import { DataList } from '../../components/DataList';
import { EmptyState } from '../../components/EmptyState';
import { Icon } from '../../components/icons';
import { usePairClasses, usePairSource, type PairState } from '../../data/mentoring';
import { useListState } from '../../frame/listState';
import { id } from '../../i18n/id';
import { Counts } from './Counts';
import { boardOf, MentoringHeader } from './MentoringHeader';
import { pairColumns } from './pairColumns';

const room = id.mentoring;
const text = room.pairs;
const states: readonly PairState[] = ['running', 'silent', 'ended'];
const columns = pairColumns(true);

/** Every pair: who with whom, when they last met, what it has earned. */
export function PairsScreen() {
  const navigate = useNavigate();
  const [state, setState] = useListState();
  const source = usePairSource(state);
  const classes = usePairClasses().data?.rows;
  const filters = useMemo(
    () => [
      {
        id: 'state',
        label: text.filterState,
        options: states.map((value) => ({ value, label: room.states[value].toLowerCase() })),
      },
      {
        id: 'class',
        label: text.filterClass,
        search: text.classSearch,
        options: (classes ?? []).map((row) => ({ value: row.id, label: `${row.programme_name}, ${row.name}` })),
      },
    ],
    [classes],
  );
  const shownClass = state.filters['class'];
  return (
    <>
      <MentoringHeader
        actions={
          <>
            {shownClass !== undefined && (
              <Button
                variant="default"
                leftSection={<Icon name="printer" size={16} />}
                onClick={() => void navigate({ to: `${boardOf(shownClass)}/report` })}
              >
                {room.reports.pairs}
              </Button>
            )}
            <Button
              variant="default"
              leftSection={<Icon name="printer" size={16} />}
              onClick={() => void navigate({ to: '/mentoring/load' })}
            >
              {room.reports.load}
            </Button>
          </>
        }
      />
      <Counts />
      <DataList
        id="pairs"
        label={text.label}
        noun={text.noun}
        columns={columns}
        source={source}
        rowId={(row) => row.id}
        rowLabel={(row) => `${row.mentee}, ${row.mentor}`}
        state={state}
        onState={setState}
        onOpen={(row) => void navigate({ to: '/mentoring/pairs/$id', params: { id: row.id } })}
        searchPlaceholder={text.search}
        filters={filters}
        empty={
          <EmptyState
            icon="mentor"
            title={text.empty}
            text={text.emptyText}
            action={<Button onClick={() => void navigate({ to: '/mentoring/mentors' })}>{room.tabs.mentors}</Button>}
            link={<Link to="/classes">{text.toClasses}</Link>}
          />
        }
      />
    </>
  );
}

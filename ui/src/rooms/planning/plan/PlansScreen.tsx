import { Button } from '@mantine/core';
import { Link, useNavigate } from '@tanstack/react-router';
import { useMemo, useState } from 'react';
import { DataList, type ListColumn } from '../../../components/DataList';
import { EmptyState } from '../../../components/EmptyState';
import { holdsWords } from '../../../components/holdsWords';
import { Icon } from '../../../components/icons';
import { Loaded } from '../../../components/Loaded';
import { PlanningHeader } from '../../../components/PlanningHeader';
import { StateBadge } from '../../../components/StateBadge';
import { usePlans, type PlanRow, type PlanStatus } from '../../../data/planning/plan';
import { useCommands, type Command } from '../../../frame/commands';
import { useListState } from '../../../frame/listState';
import { id } from '../../../i18n/id';
import { formatNumber } from '../../../i18n/numbers';
import { stateOf } from './figures';
import { NewPlanDialog } from './NewPlanDialog';

const text = id.plan.list;
const shown = (status: PlanStatus) => stateOf(status);

const columns: readonly ListColumn<PlanRow>[] = [
  { id: 'year', header: text.year, width: '72px', cell: ({ head }) => head.year, sort: ({ head }) => head.year },
  { id: 'name', header: text.name, width: 'minmax(0, 1fr)', cell: ({ head }) => head.name, sort: ({ head }) => head.name },
  { id: 'version', header: text.version, width: '72px', align: 'end', cell: ({ head }) => head.version, sort: ({ head }) => head.version },
  {
    id: 'state',
    header: text.state,
    width: '140px',
    cell: ({ head }) => <StateBadge tone={shown(head.status).tone}>{shown(head.status).label}</StateBadge>,
    sort: ({ head }) => head.status,
  },
  { id: 'classes', header: text.classes, width: '104px', align: 'end', cell: (row) => text.ofCandidates(row.chosen, row.candidates) },
  { id: 'people', header: text.people, width: '96px', align: 'end', cell: (row) => formatNumber(row.participants) },
  { id: 'cost', header: text.cost, width: '150px', align: 'end', cell: (row) => formatNumber(row.cost), sort: (row) => row.cost },
  { id: 'ceiling', header: text.ceiling, width: '150px', align: 'end', cell: (row) => formatNumber(row.ceiling), sort: (row) => row.ceiling },
];

const filters = [
  {
    id: 'state',
    label: text.allStates,
    options: Object.entries(id.plan.states).map(([value, label]) => ({ value, label })),
  },
];

/** The plans of all years: versions and drafts. */
export function PlansScreen() {
  const navigate = useNavigate();
  const plans = usePlans();
  const [state, setState] = useListState();
  const [making, setMaking] = useState(false);
  useCommands(
    useMemo<readonly Command[]>(
      () => [{ id: 'plan.new', label: text.add, keys: ['Ctrl+N'], group: id.frame.groups.work, run: () => setMaking(true) }],
      [],
    ),
  );
  const wanted = state.filters['state'];
  const rows = useMemo(
    () =>
      (plans.data ?? []).filter(
        ({ head }) => (!wanted || head.status === wanted) && holdsWords(state.q, head.name, String(head.year), head.reason),
      ),
    [plans.data, state.q, wanted],
  );
  const add = (
    <Button leftSection={<Icon name="plus" size={16} />} onClick={() => setMaking(true)}>
      {text.add}
    </Button>
  );
  return (
    <>
      <PlanningHeader
        primary={add}
        actions={
          (plans.data?.length ?? 0) > 1 && (
            <Button component={Link} to="/planning/compare" variant="default">
              {text.compare}
            </Button>
          )
        }
      />
      <Loaded query={plans}>
        {(all) => (
          <DataList
            id="plans"
            label={text.label}
            noun={text.noun}
            columns={columns}
            source={rows}
            rowId={({ head }) => head.id}
            rowLabel={({ head }) => `${head.name} ${head.year}, ${text.version} ${head.version}`}
            state={state}
            onState={setState}
            onOpen={({ head }) => void navigate({ to: `/planning/plans/${head.id}` })}
            searchPlaceholder={text.search}
            filters={filters}
            empty={all.length === 0 && <EmptyState icon="programme" title={text.empty} text={text.emptyText} action={add} />}
          />
        )}
      </Loaded>
      {making && <NewPlanDialog onClose={() => setMaking(false)} />}
    </>
  );
}

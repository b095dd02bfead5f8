import { Button } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { DataList, type ListColumn, type ListState } from '../../../components/DataList';
import { EmptyState } from '../../../components/EmptyState';
import { holdsWords } from '../../../components/holdsWords';
import { Icon } from '../../../components/icons';
import { Loaded } from '../../../components/Loaded';
import { StateBadge } from '../../../components/StateBadge';
import { useProjects, type ProjectList, type ProjectRow } from '../../../data/classes/projects';
import { useAddressId } from '../../../data/open';
import { useListState } from '../../../frame/listState';
import { shortDate } from '../../../i18n/dates';
import { id } from '../../../i18n/id';
import { ClassFrame } from '../ClassFrame';
import classStyles from '../classes.module.css';
import { Bar } from './Bar';

const text = id.projects;

function Next({ row }: { row: ProjectRow }) {
  if (row.next === null) {
    return row.progress === null ? <span className="muted">{text.noMilestones}</span> : <StateBadge tone="good">{text.allDone}</StateBadge>;
  }
  const due = text.list.due(shortDate(row.next.due));
  if (!row.next.overdue) {
    return <span title={row.next.name}>{`${row.next.name}, ${due}`}</span>;
  }
  return (
    <span title={`${row.next.name}, ${due}`}>
      <StateBadge tone="bad">{text.overdueCount(row.overdue)}</StateBadge> {row.next.name}
    </span>
  );
}

const team = (row: ProjectRow) => (row.members > 1 ? `${row.leader} ${text.list.others(row.members - 1)}` : row.leader);

const columns: readonly ListColumn<ProjectRow>[] = [
  {
    id: 'title',
    header: text.list.title,
    width: 'minmax(0, 3fr)',
    cell: (row) => row.title,
    sort: (row) => row.title,
  },
  { id: 'kind', header: text.list.kind, width: '142px', cell: (row) => text.kinds[row.kind], sort: (row) => text.kinds[row.kind] },
  { id: 'team', header: text.list.team, width: 'minmax(0, 1.6fr)', cell: team, sort: (row) => row.leader },
  {
    id: 'mentor',
    header: text.list.mentor,
    width: 'minmax(0, 1.2fr)',
    cell: (row) => (row.mentor === '' ? text.dash : row.mentor),
    sort: (row) => row.mentor,
  },
  {
    id: 'progress',
    header: text.list.progress,
    width: '132px',
    cell: (row) => <Bar percent={row.progress} late={row.overdue > 0} />,
    sort: (row) => row.progress ?? -1,
  },
  {
    id: 'next',
    header: text.list.next,
    width: 'minmax(0, 2fr)',
    cell: (row) => <Next row={row} />,
    sort: (row) => row.next?.due ?? '9999',
  },
];

const filters = [{ id: 'state', label: text.list.state, options: [{ value: 'late', label: text.list.late }] }];

function shown(rows: readonly ProjectRow[], state: ListState) {
  const late = state.filters['state'] === 'late';
  return rows.filter(
    (row) => (!late || row.overdue > 0) && holdsWords(state.q, row.title, row.leader, row.mentor, text.kinds[row.kind]),
  );
}

/** The projects of a class. */
export function ProjectsTab() {
  const classId = useAddressId();
  const navigate = useNavigate();
  const projects = useProjects(classId);
  const [state, setState] = useListState();
  const toNew = () => void navigate({ to: '/classes/$id/projects/new', params: { id: classId } });
  const add = projects.data?.closed === false && (
    <Button leftSection={<Icon name="plus" size={16} />} onClick={toNew}>
      {text.list.add}
    </Button>
  );
  const report = (projects.data?.rows.length ?? 0) > 0 && (
    <Button
      variant="default"
      leftSection={<Icon name="printer" size={16} />}
      onClick={() => void navigate({ to: '/classes/$id/projects/report', params: { id: classId } })}
    >
      {text.list.report}
    </Button>
  );
  const empty = ({ closed }: ProjectList) => (
    <EmptyState icon="programme" title={text.list.empty} text={closed ? text.list.emptyClosed : text.list.emptyText} action={add} />
  );
  return (
    <ClassFrame primary={add} actions={report}>
      {() => (
        <Loaded query={projects}>
          {(list) => (
            <>
              {list.closed && list.rows.length > 0 && (
                <p className={classStyles.locked}>
                  <Icon name="lock" size={16} />
                  {text.list.closed}
                </p>
              )}
              <DataList
                id={`class-${classId}-projects`}
                label={text.list.label}
                noun={text.list.noun}
                columns={columns}
                source={shown(list.rows, state)}
                rowId={(row) => row.id}
                rowLabel={(row) => row.title}
                state={state}
                onState={setState}
                onOpen={(row) =>
                  void navigate({ to: '/classes/$id/projects/$project', params: { id: classId, project: row.id } })
                }
                searchPlaceholder={text.list.search}
                filters={filters}
                empty={empty(list)}
              />
            </>
          )}
        </Loaded>
      )}
    </ClassFrame>
  );
}

import { Button } from '@mantine/core';
import { Link, useNavigate } from '@tanstack/react-router';
import { useMemo } from 'react';
import { DataList, type ListColumn, type ListFilter } from '../../components/DataList';
import { EmptyState } from '../../components/EmptyState';
import { Icon } from '../../components/icons';
import { PageHeader } from '../../components/PageHeader';
import { usePeopleSource, useUnits, type PersonRow, type UnitRow } from '../../data/people';
import { useCommands, type Command } from '../../frame/commands';
import { useListState } from '../../frame/listState';
import { id } from '../../i18n/id';
import { formatNip } from '../../i18n/nip';
import classes from './people.module.css';

const text = id.people;

const columns: readonly ListColumn<PersonRow>[] = [
  {
    id: 'name',
    header: text.columns.name,
    width: 'minmax(220px, 1.4fr)',
    sort: true,
    cell: (row) => (
      <span title={row.name}>
        {row.name}
        {!row.active && <span className="muted"> · {text.inactive}</span>}
      </span>
    ),
  },
  {
    id: 'nip',
    header: text.columns.nip,
    width: '190px',
    sort: true,
    cell: (row) => (row.nip === '' ? <span className="muted">{text.kinds[row.kind]}</span> : formatNip(row.nip)),
  },
  { id: 'rank', header: text.columns.rank, width: '84px', sort: true, cell: (row) => row.rank },
  {
    id: 'position',
    header: text.columns.position,
    width: 'minmax(160px, 1fr)',
    cell: (row) => row.position,
  },
  {
    id: 'unit',
    header: text.columns.unit,
    width: 'minmax(180px, 1.4fr)',
    sort: true,
    cell: (row) => row.unit,
  },
];

function filters(units: readonly UnitRow[]): ListFilter[] {
  return [
    {
      id: 'kind',
      label: text.filters.kind,
      options: Object.entries(text.kinds).map(([value, label]) => ({ value, label })),
    },
    {
      id: 'unit',
      label: text.filters.unit,
      search: text.filters.unitSearch,
      options: units.map((unit) => ({ value: unit.id, label: unit.path })),
    },
    {
      id: 'inactive',
      label: text.filters.inactive,
      options: [{ value: 'all', label: text.filters.withInactive }],
    },
  ];
}

/** The register: everybody by name, NIP and unit. */
export function PeopleScreen() {
  const navigate = useNavigate();
  const [state, setState] = useListState({ sort: 'name' });
  const source = usePeopleSource(state);
  const units = useUnits().data;
  const offered = useMemo(() => filters(units ?? []), [units]);
  useCommands(
    useMemo<readonly Command[]>(() => {
      const group = id.frame.groups.work;
      return [
        { id: 'people.import', label: text.import, group, keys: ['Ctrl+I'], run: () => void navigate({ to: '/people/import' }) },
        { id: 'people.add', label: text.add, group, keys: ['Ctrl+N'], run: () => void navigate({ to: '/people/new' }) },
        { id: 'people.units', label: text.units, group, run: () => void navigate({ to: '/people/units' }) },
        { id: 'people.duplicates', label: text.duplicates, group, run: () => void navigate({ to: '/people/duplicates' }) },
      ];
    }, [navigate]),
  );
  const importButton = (label: string) => (
    <Button component={Link} to="/people/import" leftSection={<Icon name="import" size={16} />} title="Ctrl+I">
      {label}
    </Button>
  );
  return (
    <>
      <PageHeader
        title={text.title}
        primary={importButton(text.import)}
        actions={
          <>
            <Button component={Link} to="/people/duplicates" variant="default">
              {text.duplicates}
            </Button>
            <Button component={Link} to="/people/units" variant="default">
              {text.units}
            </Button>
            <Button component={Link} to="/people/new" variant="default" title="Ctrl+N">
              {text.add}
            </Button>
          </>
        }
      />
      <DataList
        id="people"
        label={text.listLabel}
        noun={text.noun}
        columns={columns}
        source={source}
        rowId={(row) => row.id}
        rowLabel={(row) => row.name}
        state={state}
        onState={setState}
        onOpen={(row) => void navigate({ to: '/people/$id', params: { id: row.id } })}
        searchPlaceholder={text.search}
        filters={offered}
        empty={
          <EmptyState
            icon="people"
            title={text.empty.title}
            text={text.empty.text}
            action={importButton(text.empty.action)}
            link={
              <Link to="/people/new" className={classes.link}>
                {text.empty.link}
              </Link>
            }
          />
        }
      />
    </>
  );
}

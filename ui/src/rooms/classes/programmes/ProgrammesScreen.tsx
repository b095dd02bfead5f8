import { Button } from '@mantine/core';
import { Link, useNavigate } from '@tanstack/react-router';
import { DataList, type ListColumn } from '../../../components/DataList';
import { EmptyState } from '../../../components/EmptyState';
import { Icon } from '../../../components/icons';
import { Loaded } from '../../../components/Loaded';
import { PlanningHeader } from '../../../components/PlanningHeader';
import { StateBadge } from '../../../components/StateBadge';
import { useProgrammes, type ProgrammeRow } from '../../../data/classes';
import { useSaveFile } from '../../../data/files';
import { saveCataloguePaper, useCatalogue, type CatalogueRow } from '../../../data/planning/catalogue';
import { useListState } from '../../../frame/listState';
import { id } from '../../../i18n/id';
import { formatNumber } from '../../../i18n/numbers';
import { useMemo } from 'react';

const text = id.classes.programmes;
const words = id.catalogue.programme;

/** A programme with what the catalogue says of it. */
type Row = ProgrammeRow & { entry?: CatalogueRow };

const columns: readonly ListColumn<Row>[] = [
  { id: 'name', header: text.name, width: 'minmax(0, 2.6fr)', cell: (row) => row.name, sort: (row) => row.name },
  { id: 'form', header: text.form, width: 'minmax(0, 1fr)', cell: (row) => row.form_name, sort: (row) => row.form_name },
  {
    id: 'method',
    header: words.columns.method,
    width: '120px',
    cell: ({ entry }) => entry?.method ?? '',
    sort: ({ entry }) => entry?.method ?? '',
  },
  { id: 'field', header: text.field, width: 'minmax(0, 1fr)', cell: (row) => row.field, sort: (row) => row.field },
  { id: 'jp', header: text.jp, width: '72px', align: 'end', cell: (row) => formatNumber(row.jp), sort: (row) => row.jp },
  {
    id: 'days',
    header: words.columns.days,
    width: '72px',
    align: 'end',
    cell: ({ entry }) => entry?.days ?? '',
    sort: ({ entry }) => entry?.days ?? 0,
  },
  {
    id: 'cost',
    header: words.columns.cost,
    width: '170px',
    align: 'end',
    cell: ({ entry }) => (entry?.cost ? formatNumber(entry.cost) : <span className="muted">{words.columns.costNone}</span>),
    sort: ({ entry }) => entry?.cost ?? 0,
  },
  {
    id: 'classes',
    header: text.classes,
    width: '72px',
    align: 'end',
    cell: (row) => formatNumber(row.classes),
    sort: (row) => row.classes,
  },
  { id: 'active', header: text.status, width: '116px', cell: (row) => (row.active ? '' : <StateBadge>{text.inactive}</StateBadge>) },
];

const filters = [{ id: 'show', label: text.shown, options: [{ value: 'all', label: text.withInactive }] }];

const matches = (row: Row, typed: string) =>
  typed
    .toLowerCase()
    .split(/\s+/)
    .every((word) => `${row.name} ${row.form_name} ${row.field} ${row.entry?.method ?? ''} ${row.entry?.competencies.join(' ') ?? ''}`.toLowerCase().includes(word));

export function ProgrammesScreen() {
  const navigate = useNavigate();
  const [state, setState] = useListState({ sort: 'name' });
  const withInactive = state.filters['show'] === 'all';
  const programmes = useProgrammes(withInactive);
  const catalogue = useCatalogue(withInactive).data;
  const saveFile = useSaveFile();
  const entries = useMemo(() => new Map(catalogue?.map((entry) => [entry.id, entry])), [catalogue]);
  const open = (to: string) => void navigate({ to: '/programmes/$id', params: { id: to } });
  const add = (
    <Button leftSection={<Icon name="plus" size={16} />} onClick={() => open('new')}>
      {text.add}
    </Button>
  );
  return (
    <>
      <PlanningHeader
        primary={add}
        actions={
          <Button variant="default" component={Link} to="/programmes/print">
            {words.print}
          </Button>
        }
        menu={[{ label: words.xlsx, icon: 'file', run: () => void saveFile(saveCataloguePaper({ kind: 'catalogue' }, 'xlsx')) }]}
      />
      <Loaded query={programmes}>
        {(rows) => (
          <DataList
            id="programmes"
            label={text.list}
            noun={text.noun}
            columns={columns}
            source={rows.map((row) => ({ ...row, entry: entries.get(row.id) })).filter((row) => matches(row, state.q))}
            rowId={(row) => row.id}
            rowLabel={(row) => row.name}
            state={state}
            onState={setState}
            onOpen={(row) => open(row.id)}
            searchPlaceholder={text.search}
            filters={filters}
            empty={<EmptyState icon="programme" title={text.empty} text={text.emptyText} action={add} />}
          />
        )}
      </Loaded>
    </>
  );
}

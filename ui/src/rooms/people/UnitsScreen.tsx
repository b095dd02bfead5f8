import { Button } from '@mantine/core';
import { useMemo, useState } from 'react';
import { DataList, type ListColumn } from '../../components/DataList';
import { EmptyState } from '../../components/EmptyState';
import { holdsWords } from '../../components/holdsWords';
import { Icon } from '../../components/icons';
import { Loaded } from '../../components/Loaded';
import { PageHeader } from '../../components/PageHeader';
import { useUnits, type UnitDraft, type UnitRow } from '../../data/people';
import { useListState } from '../../frame/listState';
import { id } from '../../i18n/id';
import { formatNumber } from '../../i18n/numbers';
import { UnitDialog } from './UnitDialog';

const text = id.people.unit;
const crumbs = [{ label: id.people.title, to: '/people' }];

function columns(flat: boolean): ListColumn<UnitRow>[] {
  return [
    {
      id: 'name',
      header: text.columns.name,
      width: 'minmax(0, 1fr)',
      cell: (row) =>
        flat ? row.path : <span style={{ paddingLeft: row.depth * 24, fontWeight: row.depth === 0 ? 600 : 400 }}>{row.name}</span>,
    },
    {
      id: 'people',
      header: text.columns.people,
      width: '100px',
      align: 'end',
      cell: (row) => (row.people === 0 ? <span className="muted">0</span> : formatNumber(row.people)),
    },
  ];
}

/** The tree of units. A row opens for its name, its place and what is below it. */
export function UnitsScreen() {
  const units = useUnits();
  const [state, setState] = useListState();
  const [draft, setDraft] = useState<UnitDraft | null>(null);
  const shown = useMemo(
    () => (units.data ?? []).filter((unit) => holdsWords(state.q, unit.path)),
    [units.data, state.q],
  );
  const add = (
    <Button leftSection={<Icon name="plus" size={16} />} onClick={() => setDraft({ id: null, parent: null, name: '' })}>
      {text.add}
    </Button>
  );
  return (
    <>
      <PageHeader title={text.title} subtitle={text.subtitle} crumbs={crumbs} primary={add} />
      <Loaded query={units}>
        {(all) => (
          <DataList
            id="units"
            label={text.label}
            noun={text.noun}
            columns={columns(state.q !== '')}
            source={shown}
            rowId={(row) => row.id}
            rowLabel={(row) => row.path}
            state={state}
            onState={setState}
            onOpen={(row) => setDraft({ id: row.id, parent: row.parent, name: row.name })}
            searchPlaceholder={text.search}
            empty={all.length === 0 && <EmptyState icon="office" title={text.empty.title} text={text.empty.text} action={add} />}
          />
        )}
      </Loaded>
      {draft && (
        <UnitDialog
          key={`${draft.id ?? 'new'} ${draft.parent ?? ''}`}
          draft={draft}
          unit={units.data?.find((unit) => unit.id === draft.id)}
          onDraft={setDraft}
          onClose={() => setDraft(null)}
        />
      )}
    </>
  );
}

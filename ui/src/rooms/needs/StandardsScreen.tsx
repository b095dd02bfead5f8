import { Button } from '@mantine/core';
import { useMemo, useState } from 'react';
import { DataList, type ListColumn, type ListFilter } from '../../components/DataList';
import { EmptyState } from '../../components/EmptyState';
import { EntryImportButton } from '../../components/EntryImport';
import { Icon } from '../../components/icons';
import { StateBadge } from '../../components/StateBadge';
import { useStatus } from '../../data/home';
import { useCompetencies, useRequirementSource, type Requirement, type RequirementRow } from '../../data/needs';
import { useUnits } from '../../data/people';
import { useListState } from '../../frame/listState';
import { shortDate } from '../../i18n/dates';
import { id } from '../../i18n/id';
import { RequirementDialog } from './RequirementDialog';
import { StandardsHeader } from './StandardsHeader';
import styles from './needs.module.css';

const text = id.needs.standards;

const muted = (words: string) => <span className="muted">{words}</span>;

function State({ row }: { row: RequirementRow }) {
  if (row.in_force) return <StateBadge tone="good">{text.inForce}</StateBadge>;
  return <StateBadge>{row.until === null ? text.later : text.ended(shortDate(row.until))}</StateBadge>;
}

const columns: readonly ListColumn<RequirementRow>[] = [
  { id: 'competency', header: text.competency, width: 'minmax(0, 1fr)', cell: (row) => row.competency },
  {
    id: 'position',
    header: text.position,
    width: 'minmax(0, 1fr)',
    cell: (row) => (row.requirement.position === '' ? muted(text.everyPosition) : row.requirement.position),
  },
  {
    id: 'unit',
    header: text.unit,
    width: 'minmax(0, 1.2fr)',
    cell: (row) => (row.unit_path === '' ? muted(text.everywhere) : row.unit_path),
  },
  { id: 'level', header: text.level, width: '70px', align: 'end', cell: (row) => row.requirement.level },
  { id: 'from', header: text.from, width: '136px', cell: (row) => shortDate(row.requirement.valid_from) },
  { id: 'state', header: text.state, width: '170px', cell: (row) => <State row={row} /> },
];

/** Levels that positions and units need beyond the standard of their kind. */
export function StandardsScreen() {
  const [state, setState] = useListState();
  const source = useRequirementSource(state);
  const today = useStatus().data?.today;
  const [draft, setDraft] = useState<Requirement | null>(null);
  const [units, competencies] = [useUnits().data, useCompetencies().data];
  const filters = useMemo<ListFilter[]>(
    () => [
      {
        id: 'competency',
        label: text.competency,
        search: text.competency,
        options: (competencies ?? []).map(({ competency }) => ({ value: competency.id ?? '', label: competency.name })),
      },
      {
        id: 'unit',
        label: text.unit,
        search: id.people.unit.picker,
        options: (units ?? []).map((unit) => ({ value: unit.id, label: unit.path })),
      },
    ],
    [units, competencies],
  );
  const add = (
    <Button
      leftSection={<Icon name="plus" size={16} />}
      disabled={today === undefined}
      onClick={() => setDraft({ id: null, competency: null, unit: null, position: '', level: 3, valid_from: today ?? '' })}
    >
      {text.add}
    </Button>
  );
  return (
    <>
      <StandardsHeader
        primary={add}
        actions={<EntryImportButton target={{ kind: 'needs_requirements' }} title={text.import} />}
      />
      <p className={styles.lead}>{text.lead}</p>
      <DataList
        id="requirements"
        label={text.label}
        noun={text.noun}
        columns={columns}
        source={source}
        rowId={(row) => row.requirement.id ?? ''}
        rowLabel={(row) => [row.competency, row.requirement.position, row.unit_path].filter(Boolean).join(', ')}
        state={state}
        onState={setState}
        onOpen={(row) => setDraft(row.requirement)}
        searchPlaceholder={text.search}
        filters={filters}
        empty={<EmptyState icon="chart" title={text.empty} text={text.emptyText} action={add} />}
      />
      {draft && <RequirementDialog key={draft.id ?? 'new'} draft={draft} onClose={() => setDraft(null)} />}
    </>
  );
}

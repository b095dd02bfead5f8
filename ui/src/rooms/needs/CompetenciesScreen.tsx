import { Button } from '@mantine/core';
import { useMemo, useState } from 'react';
import { DataList, type ListColumn } from '../../components/DataList';
import { holdsWords } from '../../components/holdsWords';
import { Icon } from '../../components/icons';
import { Loaded } from '../../components/Loaded';
import { useCompetencies, type Competency, type CompetencyRow } from '../../data/needs';
import { useListState } from '../../frame/listState';
import { id } from '../../i18n/id';
import { formatNumber } from '../../i18n/numbers';
import { CompetencyDialog } from './CompetencyDialog';
import { StandardsHeader } from './StandardsHeader';
import styles from './needs.module.css';

const text = id.voice.competencies;

const columns: readonly ListColumn<CompetencyRow>[] = [
  {
    id: 'name',
    header: text.name,
    width: 'minmax(0, 1fr)',
    sort: (row) => row.competency.name,
    cell: ({ competency }) => competency.name,
  },
  {
    id: 'kind',
    header: text.kind,
    width: '180px',
    sort: (row) => text.kinds[row.competency.kind],
    cell: (row) => text.kinds[row.competency.kind],
  },
  {
    id: 'complaints',
    header: text.complaints,
    width: '140px',
    align: 'end',
    sort: (row) => row.complaints,
    cell: ({ complaints }) => (complaints === 0 ? <span className="muted">0</span> : formatNumber(complaints)),
  },
];

const filters = [
  { id: 'kind', label: text.filterKind, options: Object.entries(text.kinds).map(([value, label]) => ({ value, label })) },
];

/** What people need to learn, with the complaints that say so. */
export function CompetenciesScreen() {
  const competencies = useCompetencies();
  const [state, setState] = useListState({ sort: '-complaints' });
  const [draft, setDraft] = useState<Competency | null>(null);
  const kind = state.filters['kind'];
  const shown = useMemo(
    () =>
      (competencies.data ?? []).filter(
        (row) => holdsWords(state.q, row.competency.name) && (kind === undefined || row.competency.kind === kind),
      ),
    [competencies.data, state.q, kind],
  );
  const known = competencies.data?.find((row) => row.competency.id !== null && row.competency.id === draft?.id);
  const add = (
    <Button
      leftSection={<Icon name="plus" size={16} />}
      onClick={() => setDraft({ id: null, kind: 'technical', name: '' })}
    >
      {text.add}
    </Button>
  );
  return (
    <>
      <StandardsHeader primary={add} />
      <p className={styles.lead}>{text.evidence}</p>
      <Loaded query={competencies}>
        {() => (
          <DataList
            id="competencies"
            label={text.label}
            noun={text.noun}
            columns={columns}
            source={shown}
            rowId={(row) => row.competency.id ?? ''}
            rowLabel={(row) => row.competency.name}
            state={state}
            onState={setState}
            onOpen={(row) => setDraft(row.competency)}
            searchPlaceholder={text.search}
            filters={filters}
          />
        )}
      </Loaded>
      {draft && <CompetencyDialog key={draft.id ?? 'new'} draft={draft} known={known} onClose={() => setDraft(null)} />}
    </>
  );
}

import { useNavigate } from '@tanstack/react-router';
import { DataList, type ListColumn } from '../../components/DataList';
import { EmptyState } from '../../components/EmptyState';
import { holdsWords } from '../../components/holdsWords';
import { Loaded } from '../../components/Loaded';
import { useOrphans, type OrphanRow } from '../../data/mentoring';
import { useListState } from '../../frame/listState';
import { shortDate } from '../../i18n/dates';
import { id } from '../../i18n/id';
import { formatNip } from '../../i18n/nip';
import { boardOf, MentoringHeader } from './MentoringHeader';
import styles from './mentoring.module.css';

const text = id.mentoring.orphans;

const columns: readonly ListColumn<OrphanRow>[] = [
  { id: 'name', header: text.name, width: 'minmax(0, 1.3fr)', sort: (row) => row.name, cell: (row) => row.name },
  { id: 'nip', header: text.nip, width: '190px', cell: (row) => formatNip(row.nip) },
  {
    id: 'class',
    header: text.class,
    width: 'minmax(0, 1.3fr)',
    sort: (row) => `${row.programme_name}, ${row.class_name}`,
    cell: (row) => `${row.class_name} · ${row.programme_name}`,
  },
  { id: 'last', header: text.last, width: 'minmax(0, 1.2fr)', cell: (row) => row.last_mentor },
  { id: 'since', header: text.since, width: '110px', sort: (row) => row.since, cell: (row) => shortDate(row.since) },
];

const holds = (row: OrphanRow, typed: string) =>
  holdsWords(typed, row.name, row.nip, row.programme_name, row.class_name, row.last_mentor);

/** Participants who have lost their mentor, each a way to the board where another is proposed. */
export function OrphansScreen() {
  const navigate = useNavigate();
  const [state, setState] = useListState({ sort: 'since' });
  return (
    <>
      <MentoringHeader />
      <Loaded query={useOrphans()}>
        {(rows) => (
          <>
            {rows.length > 0 && <p className={styles.lead}>{text.hint}</p>}
            <DataList
              id="orphans"
              label={text.label}
              noun={text.noun}
              columns={columns}
              source={rows.filter((row) => holds(row, state.q))}
              rowId={(row) => row.enrolment}
              rowLabel={(row) => row.name}
              state={state}
              onState={setState}
              onOpen={(row) => void navigate({ to: boardOf(row.class) })}
              searchPlaceholder={text.search}
              empty={<EmptyState icon="check" title={text.empty} text={text.emptyText} />}
            />
          </>
        )}
      </Loaded>
    </>
  );
}

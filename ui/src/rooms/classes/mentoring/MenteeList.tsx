import { Button } from '@mantine/core';
import { useMemo, useState } from 'react';
import { DataList, type ListColumn } from '../../../components/DataList';
import { EmptyState } from '../../../components/EmptyState';
import { holdsWords } from '../../../components/holdsWords';
import { StateBadge } from '../../../components/StateBadge';
import { useSaveMentee, type MenteeRow, type Need } from '../../../data/mentoring/pairing';
import { useListState } from '../../../frame/listState';
import { id } from '../../../i18n/id';
import styles from './mentoring.module.css';
import { NeedsDialog } from './NeedsDialog';

const text = id.pairing.mentees;

interface MenteeListProps {
  classId: string;
  rows: readonly MenteeRow[];
  readOnly: boolean;
  onOpen: (enrolment: string) => void;
}

const needsOf = (needs: readonly Need[]) => needs.map((need) => text.need(need.field, need.current, need.required)).join(', ');
const wishCount = (row: MenteeRow) => row.data.wishes.length;

/** Who leads the unit can be taken over with one click, without opening the form. */
function Superior({ row, onUse }: { row: MenteeRow; onUse?: (row: MenteeRow) => void }) {
  if (row.superior !== null) return <span title={row.superior.name}>{row.superior.name}</span>;
  const suggested = row.suggested_superior;
  if (suggested === null) return null;
  return (
    <span className={styles.suggestion} title={suggested.position}>
      {onUse && (
        <button
          type="button"
          tabIndex={-1}
          className={styles.linkButton}
          aria-label={text.suggestedFor(row.name, suggested.name)}
          onClick={(event) => {
            event.stopPropagation();
            onUse(row);
          }}
        >
          {text.use}
        </button>
      )}
      <span className="muted">{text.suggested(suggested.name)}</span>
    </span>
  );
}

const columnsOf = (onUse?: (row: MenteeRow) => void): ListColumn<MenteeRow>[] => [
  { id: 'name', header: text.name, width: 'minmax(0, 1.9fr)', cell: (row) => row.name, sort: (row) => row.name },
  { id: 'unit', header: text.unit, width: 'minmax(0, 1.3fr)', cell: (row) => <span title={row.unit}>{row.unit.split(' - ').at(-1)}</span>, sort: (row) => row.unit },
  {
    id: 'superior',
    header: text.superior,
    width: 'minmax(0, 1.6fr)',
    cell: (row) => <Superior row={row} onUse={onUse} />,
    sort: (row) => row.superior?.name ?? '',
  },
  { id: 'needs', header: text.needs, width: 'minmax(0, 1.6fr)', cell: (row) => needsOf(row.data.needs), sort: (row) => row.data.needs.length },
  { id: 'wishes', header: text.wishes, width: '96px', align: 'end', cell: (row) => wishCount(row) || '', sort: wishCount },
  {
    id: 'lacks',
    header: text.lacksColumn,
    width: '140px',
    cell: (row) => (
      <span title={row.lacks.join('\n')}>
        <StateBadge tone={row.lacks.length === 0 ? 'good' : 'warn'}>
          {row.lacks.length === 0 ? text.complete : `${row.lacks.length}`}
        </StateBadge>
      </span>
    ),
    sort: (row) => -row.lacks.length,
  },
];

const filters = [{ id: 'lacking', label: text.shown, options: [{ value: 'yes', label: text.lacking }] }];

function shown(rows: readonly MenteeRow[], words: string, lacking: boolean) {
  return rows.filter(
    (row) =>
      (!lacking || row.lacks.length > 0) && holdsWords(words, row.name, row.nip, row.unit, row.superior?.name ?? ''),
  );
}

/** The participants as a list; a row opens the form. */
export function MenteeList({ classId, rows, readOnly, onOpen }: MenteeListProps) {
  const [state, setState] = useListState();
  const [marked, setMarked] = useState<ReadonlySet<string>>(new Set());
  const [asking, setAsking] = useState(false);
  const { mutate } = useSaveMentee({});
  const columns = useMemo(
    () =>
      columnsOf(
        readOnly
          ? undefined
          : (row) => mutate({ ...row.data, superior: row.suggested_superior?.id ?? null }),
      ),
    [readOnly, mutate],
  );
  return (
    <>
      <DataList
        id={`class-${classId}-mentees`}
        label={text.list}
        noun={text.noun}
        columns={columns}
        source={shown(rows, state.q, state.filters['lacking'] !== undefined)}
        rowId={(row) => row.enrolment}
        rowLabel={(row) => row.name}
        state={state}
        onState={setState}
        onOpen={(row) => onOpen(row.enrolment)}
        searchPlaceholder={text.search}
        filters={filters}
        marked={readOnly ? undefined : marked}
        onMark={readOnly ? undefined : setMarked}
        markedActions={
          <Button variant="default" size="compact-sm" onClick={() => setAsking(true)}>
            {text.sameNeeds}
          </Button>
        }
        empty={<EmptyState icon="people" title={text.empty} text={text.emptyText} />}
      />
      <NeedsDialog
        rows={rows.filter((row) => marked.has(row.enrolment))}
        opened={asking}
        onDone={() => setMarked(new Set())}
        onClose={() => setAsking(false)}
      />
    </>
  );
}

import { Modal } from '@mantine/core';
import { useMemo, useState } from 'react';
import { DataList, type ListColumn } from '../../../components/DataList';
import { EmptyState } from '../../../components/EmptyState';
import { holdsWords } from '../../../components/holdsWords';
import { Icon } from '../../../components/icons';
import { ReasonList } from '../../../components/ReasonList';
import { StateBadge } from '../../../components/StateBadge';
import type { Attended } from '../../../data/classes';
import type { ComponentGroup, ResultRow, ResultTable } from '../../../data/evaluation';
import { useListState } from '../../../frame/listState';
import { id } from '../../../i18n/id';
import { formatHundredths } from '../../../i18n/numbers';
import { percentText } from '../attendance/percent';
import styles from '../classes.module.css';

const text = id.evaluation.results;
/** Those without a place stand after all who have one. */
const last = Number.MAX_SAFE_INTEGER;
const groups: readonly ComponentGroup[] = ['technical', 'attitude', 'ethics', 'project'];
const share = ({ present_jp, total_jp }: Attended) => (total_jp === 0 ? 0 : present_jp / total_jp);

function Result({ row, frozen }: { row: ResultRow; frozen: boolean }) {
  if (row.outcome.passed) return <StateBadge tone="good">{text.passed}</StateBadge>;
  if (row.outcome.remedial && !frozen) return <StateBadge tone="warn">{text.mayRepeat}</StateBadge>;
  return <StateBadge tone={frozen ? 'bad' : 'warn'}>{frozen ? text.failed : text.notYet}</StateBadge>;
}

const groupScore = (row: ResultRow, group: ComponentGroup) =>
  row.outcome.groups.find((one) => one.group === group)?.score ?? null;

/** Scores by what is judged; where only one thing is, it is the score itself. */
function groupColumns(rows: readonly ResultRow[]): ListColumn<ResultRow>[] {
  const judged = groups.filter((group) => rows.some((row) => groupScore(row, group) !== null));
  if (judged.length < 2) return [];
  return judged.map((group) => ({
    id: group,
    header: text.groups[group],
    width: '76px',
    align: 'end',
    cell: (row) => {
      const score = groupScore(row, group);
      return score === null ? '' : formatHundredths(score);
    },
    sort: (row) => groupScore(row, group) ?? -1,
  }));
}

const columnsOf = ({ frozen, rows }: ResultTable): ListColumn<ResultRow>[] => [
  { id: 'name', header: text.name, width: 'minmax(240px, 1fr)', cell: (row) => row.name, sort: (row) => row.name },
  {
    id: 'attendance',
    header: text.attendance,
    width: '84px',
    align: 'end',
    cell: (row) => percentText(row.outcome.attended),
    sort: (row) => share(row.outcome.attended),
  },
  ...groupColumns(rows),
  {
    id: 'score',
    header: text.score,
    width: '72px',
    align: 'end',
    cell: (row) => (row.outcome.score === null ? '' : formatHundredths(row.outcome.score)),
    sort: (row) => row.outcome.score ?? -1,
  },
  {
    id: 'place',
    header: text.place,
    width: '100px',
    align: 'end',
    cell: (row) => row.outcome.place ?? '',
    sort: (row) => row.outcome.place ?? last,
  },
  {
    id: 'result',
    header: text.result,
    width: '156px',
    cell: (row) => <Result row={row} frozen={frozen} />,
    sort: (row) => (row.outcome.passed ? 0 : row.outcome.remedial ? 1 : 2),
  },
  {
    id: 'reason',
    header: text.predicateOrReason,
    width: 'minmax(0, 2fr)',
    cell: ({ outcome }) => (outcome.reasons.length === 0 ? outcome.predicate : outcome.reasons.join(' ')),
  },
];

export function ResultList({ classId, table }: { classId: string; table: ResultTable }) {
  const [state, setState] = useListState();
  const [shown, setShown] = useState<ResultRow | null>(null);
  const rows = table.rows.filter((row) => holdsWords(state.q, row.name, row.nip, row.unit));
  const columns = useMemo(() => columnsOf(table), [table]);
  return (
    <>
      {table.rows.length > 0 && <Summary table={table} />}
      <DataList
        id={`class-${classId}-results`}
        label={text.label}
        noun={text.noun}
        columns={columns}
        source={rows}
        rowId={(row) => row.enrolment}
        rowLabel={(row) => row.name}
        state={state}
        onState={setState}
        onOpen={setShown}
        searchPlaceholder={text.search}
        empty={<EmptyState icon="people" title={text.empty} text={text.emptyText} />}
      />
      <Modal
        opened={shown !== null}
        onClose={() => setShown(null)}
        title={shown?.name}
        size={560}
      >
        {shown && <Why row={shown} frozen={table.frozen} />}
      </Modal>
    </>
  );
}

/** The class as a whole: how many passed, the scores, how the predicates are spread. */
function Summary({ table }: { table: ResultTable }) {
  const { passed, failed, mean, highest, lowest } = table.summary;
  const spread = table.bands.filter((band) => band.people > 0).map((band) => text.band(band.name, band.people));
  return (
    <div className={styles.bar}>
      <strong>{table.frozen ? text.countsClosed(passed, failed) : text.counts(passed, failed)}</strong>
      {mean !== null && highest !== null && lowest !== null && (
        <span>{text.spread(formatHundredths(mean), formatHundredths(highest), formatHundredths(lowest))}</span>
      )}
      {spread.length > 0 && <span>{spread.join(', ')}.</span>}
      <span className="muted">{table.frozen ? text.frozen : text.provisional}</span>
    </div>
  );
}

/** What the result stands on, and each condition that failed. */
function Why({ row, frozen }: { row: ResultRow; frozen: boolean }) {
  const { attended, score, predicate, place, reasons } = row.outcome;
  const facts = [
    text.detail(attended.present_jp, attended.total_jp, percentText(attended).replace(' %', '')),
    ...(attended.unmarked > 0 ? [text.unmarked(attended.unmarked)] : []),
    ...(score === null ? [] : [text.scoreLine(formatHundredths(score), predicate)]),
    ...row.outcome.groups.map((one) => text.groupLine(text.groups[one.group], formatHundredths(one.score))),
    ...(place === null ? [] : [text.placeLine(place)]),
  ];
  const why =
    reasons.length === 0
      ? [{ tone: 'good' as const, text: text.meets }]
      : reasons.map((reason) => ({ tone: frozen ? ('bad' as const) : ('warn' as const), text: reason }));
  return (
    <>
      <p className={styles.paragraph}>
        <Result row={row} frozen={frozen} />
      </p>
      <ul className={styles.detailList}>
        {facts.map((fact) => (
          <li key={fact} className={styles.fact}>
            <Icon name="dot" size={14} />
            {fact}
          </li>
        ))}
      </ul>
      <ReasonList label={text.reason} reasons={why} />
    </>
  );
}

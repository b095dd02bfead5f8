import type { ListColumn } from '../../components/DataList';
import { StateBadge } from '../../components/StateBadge';
import type { PairRow } from '../../data/mentoring';
import { shortDate } from '../../i18n/dates';
import { id } from '../../i18n/id';
import { formatNumber } from '../../i18n/numbers';

const room = id.mentoring;
const text = room.pairs;

/** How a pair stands: since when it is silent, how it ended. */
export function PairBadge({ row }: { row: PairRow }) {
  if (row.state === 'silent') return <StateBadge tone="warn">{room.silentFor(row.quiet_days)}</StateBadge>;
  if (row.state === 'running') return <StateBadge tone="good">{room.states.running}</StateBadge>;
  return <StateBadge>{row.ending === null ? room.states.ended : room.endings[row.ending]}</StateBadge>;
}

/** The columns of a list of pairs; that of one mentor does not name the mentor again. */
export function pairColumns(withMentor: boolean): ListColumn<PairRow>[] {
  const mentor: ListColumn<PairRow> = {
    id: 'mentor',
    header: text.mentor,
    width: 'minmax(0, 2fr)',
    cell: (row) => row.mentor,
  };
  return [
    { id: 'mentee', header: text.mentee, width: 'minmax(0, 2fr)', cell: (row) => row.mentee },
    ...(withMentor ? [mentor] : []),
    {
      id: 'class',
      header: text.class,
      width: 'minmax(0, 1fr)',
      cell: (row) => <span title={`${row.programme_name}, ${row.class_name}`}>{row.class_name}</span>,
    },
    { id: 'since', header: text.since, width: '100px', cell: (row) => shortDate(row.starts) },
    {
      id: 'last',
      header: text.last,
      width: '104px',
      cell: (row) =>
        row.last_meeting === null ? <span className="muted">{text.never}</span> : shortDate(row.last_meeting),
    },
    { id: 'state', header: text.state, width: '138px', cell: (row) => <PairBadge row={row} /> },
    { id: 'meetings', header: text.meetings, width: '92px', align: 'end', cell: (row) => formatNumber(row.meetings) },
    { id: 'jp', header: text.jp, width: '56px', align: 'end', cell: (row) => formatNumber(row.jp) },
  ];
}

import { useNavigate } from '@tanstack/react-router';
import { useAddLink } from '../../components/AddLink';
import { DataList, type ListColumn } from '../../components/DataList';
import { EmptyState } from '../../components/EmptyState';
import { StateBadge } from '../../components/StateBadge';
import { useMentorSource, type MentorRow } from '../../data/mentoring';
import { useListState } from '../../frame/listState';
import { id } from '../../i18n/id';
import { Load } from './Load';
import { MentoringHeader } from './MentoringHeader';

const text = id.mentoring.mentors;

const fieldsOf = (row: MentorRow) => row.fields.map((field) => `${field.field} (${field.level})`).join(', ');

function MentorBadge({ row }: { row: MentorRow }) {
  if (!row.active) return <StateBadge>{text.inactive}</StateBadge>;
  if (row.lacks.length === 0) return <StateBadge tone="good">{text.active}</StateBadge>;
  return (
    <span title={row.lacks.join(' ')}>
      <StateBadge tone="warn">{text.lacking(row.lacks.length)}</StateBadge>
    </span>
  );
}

const columns: readonly ListColumn<MentorRow>[] = [
  {
    id: 'name',
    header: text.name,
    width: 'minmax(0, 1.3fr)',
    cell: (row) => (
      <span title={row.name}>
        {row.name}
        {row.outside && <span className="muted"> · {text.outside}</span>}
      </span>
    ),
  },
  { id: 'rank', header: text.rank, width: '94px', cell: (row) => row.rank },
  { id: 'unit', header: text.unit, width: 'minmax(0, 1fr)', cell: (row) => row.unit },
  { id: 'fields', header: text.fields, width: 'minmax(0, 1.2fr)', cell: fieldsOf },
  { id: 'load', header: text.load, width: '124px', cell: (row) => <Load running={row.running} most={row.most} /> },
  { id: 'state', header: text.state, width: '132px', cell: (row) => <MentorBadge row={row} /> },
];

const filters = [
  { id: 'only', label: text.state, options: Object.entries(text.only).map(([value, label]) => ({ value, label })) },
];

/** Who can be a mentor, what they know, how many they already have. */
export function MentorsScreen() {
  const navigate = useNavigate();
  const [state, setState] = useListState();
  const source = useMentorSource(state);
  const add = useAddLink('mentoring.add', text.add, '/mentoring/mentors/new');
  return (
    <>
      <MentoringHeader primary={add} />
      <DataList
        id="mentors"
        label={text.label}
        noun={text.noun}
        columns={columns}
        source={source}
        rowId={(row) => row.id}
        rowLabel={(row) => row.name}
        state={state}
        onState={setState}
        onOpen={(row) => void navigate({ to: '/mentoring/mentors/$id', params: { id: row.id } })}
        searchPlaceholder={text.search}
        filters={filters}
        empty={<EmptyState icon="mentor" title={text.empty} text={text.emptyText} action={add} />}
      />
    </>
  );
}

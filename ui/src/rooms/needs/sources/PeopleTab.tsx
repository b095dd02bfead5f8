import { DataList, type ListColumn } from '../../../components/DataList';
import { StateBadge } from '../../../components/StateBadge';
import { useInquiryPeopleSource, type InquiryPerson } from '../../../data/needs/inquiries';
import { useListState } from '../../../frame/listState';
import { id } from '../../../i18n/id';
import { formatNip } from '../../../i18n/nip';
import type { Wanted } from './TypingTab';

const text = id.inquiries.typing;

const columns: ListColumn<InquiryPerson>[] = [
  { id: 'name', header: text.name, width: 'minmax(0, 2fr)', cell: (row) => row.name },
  { id: 'nip', header: text.nip, width: '190px', cell: (row) => <span className="number">{formatNip(row.nip)}</span> },
  { id: 'unit', header: text.unit, width: 'minmax(0, 2fr)', cell: (row) => row.unit },
  {
    id: 'state',
    header: text.state,
    width: '138px',
    cell: (row) => <StateBadge tone={row.typed ? 'good' : 'neutral'}>{row.typed ? text.states.typed : text.states.waiting}</StateBadge>,
  },
];
const filters = [
  {
    id: 'state',
    label: text.state,
    options: (['waiting', 'typed'] as const).map((value) => ({ value, label: text.states[value] })),
  },
];

/** Who is asked, and whose sheet is there; Enter opens it. */
export function PeopleTab({ at, onOpen }: { at: string; onOpen: (wanted: Wanted) => void }) {
  const [state, setState] = useListState();
  return (
    <DataList
      id="inquiry-people"
      label={text.people}
      noun={text.noun}
      columns={columns}
      source={useInquiryPeopleSource(at, state)}
      rowId={(row) => row.person}
      rowLabel={(row) => row.name}
      state={state}
      onState={setState}
      onOpen={onOpen}
      searchPlaceholder={text.search}
      filters={filters}
    />
  );
}

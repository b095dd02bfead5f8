import { useNavigate } from '@tanstack/react-router';
import { DataList } from '../../components/DataList';
import { EmptyState } from '../../components/EmptyState';
import { usePairSource } from '../../data/mentoring';
import { useListState } from '../../frame/listState';
import { id } from '../../i18n/id';
import { pairColumns } from './pairColumns';

const text = id.mentoring.pairs;
const columns = pairColumns(false);

/** The pairs of one mentor, those that have ended too. */
export function MentorPairs({ mentor }: { mentor: string }) {
  const navigate = useNavigate();
  const [state, setState] = useListState();
  return (
    <DataList
      id={`pairs ${mentor}`}
      label={text.ofMentor}
      noun={text.noun}
      columns={columns}
      source={usePairSource(state, mentor)}
      rowId={(row) => row.id}
      rowLabel={(row) => row.mentee}
      state={state}
      onState={setState}
      onOpen={(row) => void navigate({ to: '/mentoring/pairs/$id', params: { id: row.id } })}
      searchPlaceholder={text.searchOfMentor}
      empty={<EmptyState icon="mentor" title={text.noneOfMentor} text={text.noneOfMentorText} />}
    />
  );
}

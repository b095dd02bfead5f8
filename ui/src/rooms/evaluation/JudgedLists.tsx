import { useNavigate } from '@tanstack/react-router';
import { DataList, type ListColumn } from '../../components/DataList';
import { EmptyState } from '../../components/EmptyState';
import { holdsWords } from '../../components/holdsWords';
import { Loaded } from '../../components/Loaded';
import { useSpeakers, useSubjects, type SpeakerRow, type SubjectRow } from '../../data/evaluation/feedback';
import { id } from '../../i18n/id';
import { formatFixed, formatNumber } from '../../i18n/numbers';
import type { JudgedListProps } from './RoundList';

const text = id.feedback.list;

interface Judged {
  rounds: number;
  sheets: number;
  mean: number | null;
}

const figures: readonly ListColumn<Judged>[] = [
  { id: 'rounds', header: text.rounds, width: '128px', align: 'end', cell: (row) => formatNumber(row.rounds), sort: (row) => row.rounds },
  { id: 'sheets', header: text.sheets, width: '104px', align: 'end', cell: (row) => formatNumber(row.sheets), sort: (row) => row.sheets },
  {
    id: 'mean',
    header: text.mean,
    width: '168px',
    align: 'end',
    cell: (row) => (row.mean === null ? <span className="muted">{text.tooFew}</span> : formatFixed(row.mean, 2)),
    sort: (row) => row.mean ?? -1,
  },
];

const empty = <EmptyState icon="chart" title={text.none} text={text.noneText} />;

const speakerColumns: readonly ListColumn<SpeakerRow>[] = [
  { id: 'name', header: text.name, width: 'minmax(0, 1fr)', cell: (row) => row.name, sort: (row) => row.name },
  ...figures,
];

/** Who has been judged, with the mean of all that participants said. */
export function SpeakerList({ state, onState }: JudgedListProps) {
  const navigate = useNavigate();
  return (
    <Loaded query={useSpeakers()}>
      {(rows) => (
        <DataList
          id="feedback-speakers"
          label={text.speakersLabel}
          noun={text.speakersNoun}
          columns={speakerColumns}
          source={rows.filter((row) => holdsWords(state.q, row.name))}
          rowId={(row) => row.person}
          rowLabel={(row) => row.name}
          state={state}
          onState={onState}
          onOpen={(row) => void navigate({ to: '/evaluation/feedback/$kind/$id', params: { kind: 'speaker', id: row.person } })}
          searchPlaceholder={text.speakersSearch}
          empty={empty}
        />
      )}
    </Loaded>
  );
}

const subjectColumns: readonly ListColumn<SubjectRow>[] = [
  { id: 'subject', header: text.subject, width: 'minmax(0, 1fr)', cell: (row) => row.subject, sort: (row) => row.subject },
  ...figures,
];

/** The same by subject. */
export function SubjectList({ state, onState }: JudgedListProps) {
  const navigate = useNavigate();
  return (
    <Loaded query={useSubjects()}>
      {(rows) => (
        <DataList
          id="feedback-subjects"
          label={text.subjectsLabel}
          noun={text.subjectsNoun}
          columns={subjectColumns}
          source={rows.filter((row) => holdsWords(state.q, row.subject))}
          rowId={(row) => row.subject}
          rowLabel={(row) => row.subject}
          state={state}
          onState={onState}
          onOpen={(row) => void navigate({ to: '/evaluation/feedback/$kind/$id', params: { kind: 'subject', id: row.subject } })}
          searchPlaceholder={text.subjectsSearch}
          empty={empty}
        />
      )}
    </Loaded>
  );
}

import { SegmentedControl } from '@mantine/core';
import { useListState } from '../../frame/listState';
import { id } from '../../i18n/id';
import { EvaluationHeader } from './EvaluationHeader';
import styles from './evaluation.module.css';
import { RoundList } from './RoundList';
import { SpeakerList, SubjectList } from './JudgedLists';

const text = id.feedback.list;

const views = ['rounds', 'speakers', 'subjects'] as const;

/** Participants' judgement: by collection of sheets, by speaker, by subject. */
export function FeedbackScreen() {
  const [state, setState] = useListState();
  const shown = views.find((view) => view === state.filters['view']) ?? 'rounds';
  return (
    <>
      <EvaluationHeader />
      <SegmentedControl
        className={styles.views}
        aria-label={text.view}
        data={views.map((value) => ({ value, label: text.views[value] }))}
        value={shown}
        onChange={(view) => setState({ q: '', sort: '', filters: view === 'rounds' ? {} : { view } })}
      />
      {shown === 'rounds' && <RoundList state={state} onState={setState} />}
      {shown === 'speakers' && <SpeakerList state={state} onState={setState} />}
      {shown === 'subjects' && <SubjectList state={state} onState={setState} />}
    </>
  );
}

import { Button, SegmentedControl } from '@mantine/core';
import { useMemo, useState } from 'react';
import { ConfirmDialog } from '../../../components/ConfirmDialog';
import { EmptyState } from '../../../components/EmptyState';
import { EntryImportButton } from '../../../components/EntryImport';
import { Icon } from '../../../components/icons';
import { Loaded } from '../../../components/Loaded';
import { useDeleteTest, useTest, type Stage, type TestView } from '../../../data/evaluation/classTests';
import { useAddressId } from '../../../data/open';
import { id } from '../../../i18n/id';
import { ClosedNote } from '../ClassFrame';
import styles from '../classes.module.css';
import { AnswerEntry } from './AnswerEntry';
import { ItemTable } from './ItemTable';
import { KeyDialog } from './KeyDialog';
import { TestsFrame } from './TestsFrame';

const text = id.evaluation.tests;

type Part = 'answers' | 'items';

/** The test before a class. */
export const PreTestScreen = () => <TestScreen stage="pre" />;

/** The test after a class. */
export const PostTestScreen = () => <TestScreen stage="post" />;

function TestScreen({ stage }: { stage: Stage }) {
  const classId = useAddressId();
  const test = useTest(classId, stage);
  const remove = useDeleteTest(classId, stage);
  const [asking, setAsking] = useState<'key' | 'remove' | null>(null);
  const target = useMemo(() => ({ kind: 'answers' as const, class: classId, stage }), [classId, stage]);
  const view = test.data ?? null;
  const word = text.stages[stage];
  const editable = view?.editable === true;
  const close = () => setAsking(null);
  const actions = editable && (
    <>
      {view.rows.length > 0 && <EntryImportButton target={target} title={text.import(word)} />}
      <Button variant="default" leftSection={<Icon name="edit" size={16} />} onClick={() => setAsking('key')}>
        {text.changeKey}
      </Button>
    </>
  );
  const menu = editable ? [{ label: text.remove(word), icon: 'trash' as const, run: () => setAsking('remove') }] : [];
  return (
    <TestsFrame actions={actions} menu={menu}>
      <Loaded query={test}>
        {(loaded) =>
          loaded === null ? (
            <EmptyState
              icon="edit"
              title={text.none(word)}
              text={text.noneText}
              action={<Button onClick={() => setAsking('key')}>{text.make(word)}</Button>}
            />
          ) : (
            <Taken classId={classId} view={loaded} />
          )
        }
      </Loaded>
      <KeyDialog classId={classId} stage={stage} stored={view?.key ?? null} opened={asking === 'key'} onClose={close} />
      <ConfirmDialog
        opened={asking === 'remove'}
        title={text.remove(word)}
        confirmLabel={text.remove(word)}
        danger
        onConfirm={() => remove.mutateAsync(undefined)}
        onClose={close}
      >
        {text.removeBody}
      </ConfirmDialog>
    </TestsFrame>
  );
}

/** What was taken: the answers to type, and what each question was worth. */
function Taken({ classId, view }: { classId: string; view: TestView }) {
  const [part, setPart] = useState<Part>('answers');
  const keyed = view.key !== '';
  const taken = view.rows.filter((row) => row.score !== null).length;
  if (view.rows.length === 0) {
    const people = id.classes.attendance;
    return <EmptyState icon="people" title={people.noPeople} text={people.noPeopleText} />;
  }
  return (
    <>
      {!view.editable && <ClosedNote />}
      <div className={styles.bar}>
        {keyed && (
          <SegmentedControl<Part>
            aria-label={text.part}
            size="xs"
            transitionDuration={0}
            data={[
              { value: 'answers', label: text.parts.answers },
              { value: 'items', label: text.parts.items },
            ]}
            value={part}
            onChange={setPart}
          />
        )}
        <span className={styles.rule}>{!keyed ? text.keyless : part === 'answers' ? text.keyed(view.questions) : text.questions(view.questions)}</span>
        <span className="muted">{text.taken(taken, view.rows.length)}</span>
      </div>
      {part === 'items' && keyed ? <ItemTable view={view} /> : <AnswerEntry classId={classId} view={view} />}
    </>
  );
}

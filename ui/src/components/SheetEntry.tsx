import { Button } from '@mantine/core';
import { Fragment, type KeyboardEvent, type SyntheticEvent } from 'react';
import { id } from '../i18n/id';
import { moveOn } from './formKeys';
import { Icon } from './icons';
import { LeaveGuard } from './LeaveGuard';
import shared from './shared.module.css';
import { progress } from './sheet/questions';
import { QuestionRow } from './sheet/QuestionRow';
import styles from './sheet/sheet.module.css';
import type { SheetEntryProps, SheetQuestion } from './sheet/types';
import { useSheet } from './sheet/useSheet';

export { instrumentQuestions } from './sheet/questions';
export { emptySheet } from './sheet/types';
export type { SheetAnswer, SheetEntryProps, SheetHead, SheetQuestion, SheetValue } from './sheet/types';

const text = id.sheet;

/** Each question with its place and its number among those that want a mark. */
function numbered(questions: readonly SheetQuestion[]) {
  let number = 0;
  return questions.map((question, at) => ({
    question,
    at,
    number: question.wants === 'text' ? number : ++number,
    begins: question.section !== undefined && question.section !== questions[at - 1]?.section,
  }));
}

/**
 * A long sheet in two columns of about the same height, the second read after the first. Cut here and not by the
 * browser, so that no line jumps to the other column when a message comes below one.
 */
function columns(questions: readonly SheetQuestion[], long: boolean) {
  const lines = numbered(questions);
  if (!long) return [lines];
  const heights = lines.map(({ question, begins }) => (question.text.length > 44 ? 1.25 : 1) + (begins ? 0.9 : 0));
  const half = heights.reduce((sum, height) => sum + height, 0) / 2;
  let reached = 0;
  const first = lines.filter((_, at) => (reached += heights[at] ?? 0) <= half + 0.5);
  return [first, lines.slice(first.length)];
}

/**
 * A paper sheet being typed, by keyboard alone: a digit answers and goes on, Backspace goes back, `-` leaves empty what
 * may stay empty, Enter at the end saves and the next sheet begins. What was typed stays when saving is refused.
 */
export function SheetEntry(props: SheetEntryProps) {
  const { label, questions, value, head, saved, expected, foot } = props;
  const sheet = useSheet(props);
  const { answered, total } = progress(questions, value);
  const long = total > 12;
  const onHeadKey = (event: KeyboardEvent<HTMLDivElement>) => {
    if (event.key !== 'Enter' || event.defaultPrevented || event.ctrlKey) return;
    if (moveOn(event.currentTarget, event.target, () => sheet.toQuestion(0))) event.preventDefault();
  };
  return (
    <form
      ref={sheet.form}
      noValidate
      aria-label={label}
      className={styles.sheet}
      onSubmit={(event: SyntheticEvent) => {
        event.preventDefault();
        void sheet.save();
      }}
    >
      <LeaveGuard unsaved={sheet.unsaved} />
      {head && (
        <div ref={sheet.head} className={styles.head} onKeyDown={onHeadKey}>
          {head({ errors: sheet.errors, start: () => sheet.toQuestion(0) })}
        </div>
      )}
      {sheet.refused && (
        <div role="alert" className={shared.summary}>
          <Icon name="warning" />
          <span>{sheet.refused.message}</span>
        </div>
      )}
      <div className={styles.questions} data-many={long || undefined}>
        {columns(questions, long).map((lines, column) => (
          <div key={column}>
            {lines.map(({ question, at, number, begins }) => (
              <Fragment key={question.id}>
                {begins && <h2 className={styles.section}>{question.section}</h2>}
                <QuestionRow
                  question={question}
                  number={number}
                  mark={value.marks[question.id]}
                  comment={value.comments[question.id] ?? ''}
                  message={sheet.notes[question.id]}
                  onMark={(mark) => sheet.mark(question.id, mark)}
                  onComment={(comment) => sheet.comment(question.id, comment)}
                  onNote={(message) => sheet.note(question.id, message)}
                  onGo={(step) => (at + step < 0 ? sheet.toHead() : sheet.toQuestion(at + step))}
                />
              </Fragment>
            ))}
          </div>
        ))}
      </div>
      <div className={styles.foot}>
        <Button type="submit" loading={sheet.busy} title="Ctrl+Enter">
          {props.submitLabel ?? text.save}
        </Button>
        {/* Read on its own when it changes; the number of sheets alone tells that one was stored. */}
        <strong className={styles.count}>{text.answered(answered, total)}</strong>
        <span role="status">{expected === undefined ? text.saved(saved) : text.savedOf(saved, expected)}</span>
        {foot}
        <span className={styles.hint}>{text.hint}</span>
      </div>
    </form>
  );
}

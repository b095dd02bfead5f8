import { Textarea, TextInput } from '@mantine/core';
import { useId, type KeyboardEvent } from 'react';
import { id as texts } from '../../i18n/id';
import { Icon } from '../icons';
import { keyAction } from './questions';
import styles from './sheet.module.css';
import type { SheetAnswer, SheetQuestion } from './types';

const text = texts.sheet;

export interface QuestionRowProps {
  question: SheetQuestion;
  /** Among the questions that want a mark, from 1. */
  number: number;
  mark: number | undefined;
  comment: string;
  /** Why the answer is refused, or why a key did nothing. */
  message: string | undefined;
  onMark: (mark: number | undefined) => void;
  onComment: (comment: string) => void;
  onNote: (message: string) => void;
  /** To the question after this one, or before it. */
  onGo: (step: 1 | -1) => void;
}

/** One line of the sheet: what is asked, the answers, and the answer given in a word. */
export function QuestionRow(props: QuestionRowProps) {
  const { question, number, message } = props;
  const label = useId();
  const why = useId();
  return (
    <div
      className={styles.question}
      data-question={question.id}
      data-refused={message !== undefined || undefined}
      data-text={question.wants === 'text' || undefined}
    >
      <span className={styles.number}>{question.wants === 'text' ? '' : (question.tag ?? number)}</span>
      <span id={label} className={styles.text}>
        {question.text}
        {question.optional && question.wants !== 'text' && <span className={styles.optional}> ({text.optional})</span>}
      </span>
      <Answer {...props} labelId={label} whyId={message === undefined ? undefined : why} />
      {message !== undefined && (
        <p id={why} className={styles.why} role="alert">
          <Icon name="warning" size={14} />
          {message}
        </p>
      )}
    </div>
  );
}

interface AnswerProps extends QuestionRowProps {
  labelId: string;
  whyId: string | undefined;
}

function Answer(props: AnswerProps) {
  const { wants } = props.question;
  if (wants === 'text') return <TextAnswer {...props} />;
  if (wants === 'percent') return <PercentAnswer {...props} />;
  return <Choices {...props} answers={wants} />;
}

function Choices({ question, answers, mark, labelId, whyId, onMark, onNote, onGo }: AnswerProps & { answers: readonly SheetAnswer[] }) {
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.altKey || event.metaKey) return;
    const action = keyAction(event.key, answers, question.optional, mark);
    if (action === null) return;
    event.preventDefault();
    if (action.kind === 'answer' || action.kind === 'choose') onMark(action.mark);
    if (action.kind === 'clear') onMark(undefined);
    if (action.kind === 'clear' && !question.optional) onNote(text.required);
    else if (action.kind === 'note') onNote(action.text);
    else if (action.kind !== 'choose') onGo(action.kind === 'back' ? -1 : 1);
  };
  const given = answers.find((answer) => answer.mark === mark);
  return (
    <>
      <span
        role="radiogroup"
        aria-labelledby={labelId}
        aria-describedby={whyId}
        aria-invalid={whyId !== undefined}
        aria-required={!question.optional}
        className={styles.answers}
        onKeyDown={onKeyDown}
      >
        {answers.map((answer, at) => {
          const checked = answer.mark === mark;
          return (
            <button
              key={answer.mark}
              type="button"
              role="radio"
              aria-checked={checked}
              aria-label={text.answer(answer.mark, answer.label)}
              title={answer.label}
              tabIndex={checked || (given === undefined && at === 0) ? 0 : -1}
              onClick={() => onMark(answer.mark)}
            >
              {answer.mark}
            </button>
          );
        })}
      </span>
      <span className={styles.word} aria-hidden="true">
        {given?.label ?? ''}
      </span>
    </>
  );
}

/** A number from 0 to 100: what would not be one is not taken up, and says so. */
function PercentAnswer({ question, mark, labelId, whyId, onMark, onNote, onGo }: AnswerProps) {
  const take = (typed: string) => {
    if (typed === '') onMark(undefined);
    else if (/^\d{1,3}$/.test(typed) && Number(typed) <= 100) onMark(Number(typed));
    else onNote(text.outside(0, 100));
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.altKey || event.metaKey) return;
    if (event.key === 'Enter' && mark === undefined && !question.optional) onNote(text.required);
    else if (event.key === 'Enter' || event.key === 'ArrowDown') onGo(1);
    else if (event.key === 'ArrowUp' || (event.key === 'Backspace' && mark === undefined)) onGo(-1);
    else return;
    event.preventDefault();
  };
  return (
    <TextInput
      className={styles.percent}
      size="xs"
      inputMode="numeric"
      autoComplete="off"
      aria-labelledby={labelId}
      aria-describedby={whyId}
      aria-required={!question.optional}
      error={whyId !== undefined}
      title={text.percent}
      value={mark === undefined ? '' : String(mark)}
      onChange={(event) => take(event.currentTarget.value.trim())}
      onKeyDown={onKeyDown}
    />
  );
}

function TextAnswer({ comment, labelId, whyId, onComment, onGo }: AnswerProps) {
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.altKey || event.metaKey || event.shiftKey) return;
    if (event.key === 'Enter') onGo(1);
    else if (event.key === 'Backspace' && comment === '') onGo(-1);
    else return;
    event.preventDefault();
  };
  return (
    <Textarea
      className={styles.comment}
      size="xs"
      autosize
      minRows={1}
      maxRows={6}
      aria-labelledby={labelId}
      aria-describedby={whyId}
      error={whyId !== undefined}
      value={comment}
      onChange={(event) => onComment(event.currentTarget.value)}
      onKeyDown={onKeyDown}
    />
  );
}

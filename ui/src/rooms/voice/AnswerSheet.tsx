import { Button } from '@mantine/core';
import { useMemo, useState, type ReactNode } from 'react';
import { emptySheet, SheetEntry } from '../../components/SheetEntry';
import { useAnswer, useSaveAnswer, type SkmAnswer, type SurveyView } from '../../data/voice';
import { id } from '../../i18n/id';
import { AnswerHead } from './AnswerHead';
import { answerOf, emptyHead, forSheet, skmQuestions, typedOf, type HeadValues } from './answerForm';
import styles from './voice.module.css';

const text = id.voice.typing;

export interface AnswerSheetProps {
  survey: string;
  view: SurveyView;
  /** A stored sheet that is put right; without it new ones are typed, one after the other. */
  known?: SkmAnswer;
  /** After a stored one has been saved. */
  onSaved?: () => void;
  /** A number was typed that is stored already: puts that one right. */
  onKnown?: (answer: SkmAnswer) => void;
  foot?: ReactNode;
}

/** A sheet of the survey, typed by keyboard. The service of a sheet stays for the next: sheets come in piles. */
export function AnswerSheet({ survey, view, known, onSaved, onKnown, foot }: AnswerSheetProps) {
  const first = useMemo(() => (known ? typedOf(known) : { head: emptyHead, sheet: emptySheet }), [known]);
  const [head, setHead] = useState<HeadValues>(first.head);
  const [sheet, setSheet] = useState(first.sheet);
  const save = useSaveAnswer(survey);
  const questions = useMemo(() => skmQuestions(view.questions), [view.questions]);
  // The survey may not have been read again since the last sheet was stored.
  const [last, setLast] = useState(0);
  const number = head.number ?? String(Math.max(view.next_number, last + 1));
  const typed = known || head.number === null || !/^\d{1,6}$/.test(head.number) ? null : Number(head.number);
  const stored = useAnswer(survey, typed).data;
  const next = () => {
    if (known) {
      onSaved?.();
      return;
    }
    setLast(Number(number));
    setHead({ ...emptyHead, service: head.service });
    setSheet(emptySheet);
  };
  const onSave = async () => {
    try {
      await save.mutateAsync({ answer: answerOf(head, number, sheet), again: known !== undefined });
    } catch (error) {
      throw forSheet(error);
    }
  };
  const blank = { ...emptyHead, service: head.service };
  return (
    <SheetEntry
      label={known ? id.voice.answers.change(known.number) : text.sheet}
      questions={questions}
      value={sheet}
      onChange={setSheet}
      onSave={onSave}
      onNext={next}
      head={(given) => (
        <AnswerHead
          {...given}
          values={head}
          onChange={setHead}
          number={number}
          fixed={known !== undefined}
          services={view.services.filter((service) => service.active || service.id === head.service)}
          educations={view.educations}
          occupations={view.occupations}
        />
      )}
      headUnsaved={JSON.stringify(head) !== JSON.stringify(known ? first.head : blank)}
      saved={view.row.answers}
      expected={view.advice.krejcie_morgan ?? undefined}
      foot={
        <>
          {stored && onKnown && (
            <span className={styles.known} role="status">
              {text.known(stored.number)}
              <Button size="compact-sm" variant="default" onClick={() => onKnown(stored)}>
                {text.open(stored.number)}
              </Button>
            </span>
          )}
          {foot}
        </>
      }
    />
  );
}

import type { FieldRefusal } from '../../backend/types';
import { RefusalError } from '../../backend/backend';
import { emptySheet, type SheetQuestion, type SheetValue } from '../../components/SheetEntry';
import type { SkmAnswer, SkmQuestion } from '../../data/voice';
import { id } from '../../i18n/id';
import { refuseMissing } from './missing';

const text = id.voice.typing;

/** The head of a sheet as it is typed. */
export interface HeadValues {
  /** Null while the proposed one is taken. */
  number: string | null;
  service: string;
  age: string;
  sex: string;
  education: string;
  occupation: string;
}

export const emptyHead: HeadValues = { number: null, service: '', age: '', sex: '', education: '', occupation: '' };

const commentId = 'comment';

/** The questions in the order of the sheet, each known by its element, and the advice at the end. */
export function skmQuestions(questions: readonly SkmQuestion[]): SheetQuestion[] {
  return [
    ...questions.map(({ element, text: asked, answers }) => ({
      id: element,
      tag: element,
      text: asked,
      wants: answers.map((label, at) => ({ mark: at + 1, label })),
      optional: true,
    })),
    { id: commentId, text: text.comment, wants: 'text' as const, optional: true },
  ];
}

/** A stored sheet as it would have been typed. */
export function typedOf(answer: SkmAnswer): { head: HeadValues; sheet: SheetValue } {
  return {
    head: {
      number: String(answer.number),
      service: answer.service ?? '',
      age: answer.age === null ? '' : String(answer.age),
      sex: answer.sex ?? '',
      education: answer.education,
      occupation: answer.occupation,
    },
    sheet: {
      ...emptySheet,
      marks: { ...answer.marks },
      comments: answer.comment === '' ? {} : { [commentId]: answer.comment },
    },
  };
}

/**
 * The sheet to save.
 *
 * @throws RefusalError where number or age are no numbers, which the core cannot be told.
 */
export function answerOf(head: HeadValues, number: string, sheet: SheetValue): SkmAnswer {
  const fields: FieldRefusal[] = [];
  if (!/^\d{1,6}$/.test(number.trim())) fields.push({ field: 'number', message: text.numberMissing });
  if (!/^\d{0,3}$/.test(head.age.trim()) || Number(head.age) > 255) fields.push({ field: 'age', message: text.ageWrong });
  if (fields.length > 0) throw refuseMissing(fields);
  return {
    number: Number(number),
    service: head.service === '' ? null : head.service,
    age: head.age.trim() === '' ? null : Number(head.age),
    sex: head.sex === 'l' || head.sex === 'p' ? head.sex : null,
    education: head.education,
    occupation: head.occupation,
    marks: sheet.marks,
    comment: sheet.comments[commentId] ?? '',
  };
}

/** The refusal of the core with the comment named as the sheet names it. */
export function forSheet(error: unknown): unknown {
  if (!(error instanceof RefusalError)) return error;
  const fields = error.fields.map((refused) => (refused.field === 'comment' ? { ...refused, field: `comments.${commentId}` } : refused));
  return new RefusalError({ code: error.code, message: error.message, fields, cells: [...error.cells] });
}

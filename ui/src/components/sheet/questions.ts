import { id } from '../../i18n/id';
import type { SheetAnswer, SheetQuestion, SheetValue } from './types';

const text = id.sheet;

/** What an instrument of the office asks, as far as a sheet needs to know. */
export interface AskedInstrument {
  name: string;
  scale: { kind: 'words'; words: string[] } | { kind: 'percent' };
  items: readonly { id: string; text: string; kind: 'mark' | 'text'; optional: boolean }[];
}

/** The questions of a sheet that is made of instruments, one part for each. */
export function instrumentQuestions(instruments: readonly AskedInstrument[]): SheetQuestion[] {
  return instruments.flatMap(({ name, scale, items }) => {
    const wants = scale.kind === 'percent' ? ('percent' as const) : scale.words.map((label, at) => ({ mark: at + 1, label }));
    return items.map((item) => ({
      id: item.id,
      text: item.text,
      section: name,
      wants: item.kind === 'text' ? ('text' as const) : wants,
      optional: item.optional,
    }));
  });
}

/** How many of the questions that want a mark have one, and how many there are. */
export function progress(questions: readonly SheetQuestion[], value: SheetValue): { answered: number; total: number } {
  const marked = questions.filter((question) => question.wants !== 'text');
  return { answered: marked.filter((question) => value.marks[question.id] !== undefined).length, total: marked.length };
}

export type KeyAction =
  /** Answers and goes on. */
  | { kind: 'answer'; mark: number }
  /** Answers and stays. */
  | { kind: 'choose'; mark: number }
  /** Takes the answer away; goes on where the question may stay empty. */
  | { kind: 'clear' }
  | { kind: 'next' }
  | { kind: 'back' }
  /** Nothing is done, and why. */
  | { kind: 'note'; text: string };

function digit(typed: number, marks: readonly number[]): KeyAction {
  if (marks.includes(typed)) return { kind: 'answer', mark: typed };
  return { kind: 'note', text: text.outside(Math.min(...marks), Math.max(...marks)) };
}

/** The answer beside the one given; the first one where none is given. */
function beside(marks: readonly number[], mark: number | undefined, step: number): KeyAction | null {
  const at = mark === undefined ? 0 : Math.min(Math.max(marks.indexOf(mark) + step, 0), marks.length - 1);
  const chosen = marks[at];
  return chosen === undefined ? null : { kind: 'choose', mark: chosen };
}

/** What a key does on a question with answers to choose from; null leaves the key alone. */
export function keyAction(
  key: string,
  answers: readonly SheetAnswer[],
  optional: boolean,
  mark: number | undefined,
): KeyAction | null {
  const marks = answers.map((answer) => answer.mark);
  if (/^\d$/.test(key)) return digit(Number(key), marks);
  switch (key) {
    case '-':
      return { kind: 'clear' };
    case 'Enter':
      return mark === undefined && !optional ? { kind: 'note', text: text.required } : { kind: 'next' };
    case 'ArrowDown':
      return { kind: 'next' };
    case 'Backspace':
    case 'ArrowUp':
      return { kind: 'back' };
    case 'ArrowLeft':
      return beside(marks, mark, -1);
    case 'ArrowRight':
      return beside(marks, mark, 1);
    default:
      return null;
  }
}

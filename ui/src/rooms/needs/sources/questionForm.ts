import type { QuestionDraft, QuestionGroup } from '../../../data/needs/inquiries';

/** A part of the sheet as the form holds it: words of the scale stay while another measure is chosen. */
export interface GroupValues {
  id: string;
  name: string;
  measure: 'words' | 'percent';
  words: { word: string }[];
  items: QuestionDraft[];
}

const usualWords = ['Paham', 'Dasar', 'Menengah', 'Mumpuni', 'Ahli'];

export const blankQuestion = (before?: QuestionDraft): QuestionDraft => ({
  id: '',
  text: '',
  kind: 'mark',
  optional: false,
  competency: before?.competency ?? null,
});

export const blankGroup = (): GroupValues => ({
  id: '',
  name: '',
  measure: 'words',
  words: usualWords.map((word) => ({ word })),
  items: [blankQuestion()],
});

export const groupValues = ({ id, name, scale, items }: QuestionGroup): GroupValues => ({
  id,
  name,
  measure: scale.kind,
  words: (scale.kind === 'words' ? scale.words : usualWords).map((word) => ({ word })),
  items: items.map((item) => ({ ...item })),
});

export const groupOf = ({ id, name, measure, words, items }: GroupValues): QuestionGroup => ({
  id,
  name,
  scale: measure === 'words' ? { kind: 'words', words: words.map(({ word }) => word) } : { kind: 'percent' },
  items: items.map((item) => ({ ...item, competency: item.kind === 'text' ? null : item.competency })),
});

import type { Instrument, InstrumentKind } from '../../data/office';

/** A line of an instrument as the form holds it; a new one has no id yet. */
export interface ItemValues {
  id: string | null;
  text: string;
  kind: 'mark' | 'text';
  optional: boolean;
}

export interface InstrumentValues extends Record<string, unknown> {
  name: string;
  kind: InstrumentKind;
  measure: 'words' | 'percent';
  /** Words from the lowest; kept while the measure is another one. */
  scale: { word: string }[];
  items: ItemValues[];
}

const usualWords = ['Tidak Baik', 'Kurang Baik', 'Cukup Baik', 'Baik', 'Sangat Baik'];

export const blankItem = (): ItemValues => ({ id: null, text: '', kind: 'mark', optional: false });

export const newInstrument: InstrumentValues = {
  name: '',
  kind: 'speaker',
  measure: 'words',
  scale: usualWords.map((word) => ({ word })),
  items: [blankItem()],
};

export const toValues = ({ name, kind, scale, items }: Instrument): InstrumentValues => ({
  name,
  kind,
  measure: scale.kind,
  scale: (scale.kind === 'words' ? scale.words : usualWords).map((word) => ({ word })),
  items: items.map((item) => ({ ...item })),
});

/** An instrument and its items keep their ids, by which classes are compared; new ones get theirs from the core. */
export function toInstrument({ name, kind, measure, scale, items }: InstrumentValues, known: Instrument | undefined): Instrument {
  return {
    id: known?.id ?? '',
    name,
    kind,
    scale: measure === 'words' ? { kind: 'words', words: scale.map(({ word }) => word) } : { kind: 'percent' },
    items: items.map((item) => ({ ...item, id: item.id ?? '' })),
  };
}

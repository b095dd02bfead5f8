import { RefusalError } from '../../backend/backend';
import { Reading } from '../../components/scheme/values';
import type { SkmQuestion, SkmRule } from '../../data/office';
import { formatHundredths } from '../../i18n/numbers';

/** How the public is asked, as its form holds it: limits as they are typed. */
export interface SkmValues extends Record<string, unknown> {
  questions: SkmQuestion[];
  bands: { letter: string; name: string; upper: string }[];
}

export function skmValues({ questions, bands }: SkmRule): SkmValues {
  return {
    questions: questions.map((question) => ({ ...question, answers: [...question.answers] })),
    bands: bands.map((band) => ({ ...band, upper: formatHundredths(band.upper) })),
  };
}

/** Reads what was typed; what is no number is refused at its field. The rules themselves are the core's. */
export function skmRule({ questions, bands }: SkmValues): SkmRule {
  const read = new Reading();
  const rule: SkmRule = {
    questions,
    bands: bands.map((band, at) => ({ ...band, upper: read.hundredths(`bands.${at}.upper`, band.upper) })),
  };
  const first = read.wrong[0];
  if (first) throw new RefusalError({ code: 'invalid_input', message: first.message, fields: read.wrong, cells: [] });
  return rule;
}

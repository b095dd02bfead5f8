import type { FieldRefusal } from '../../backend/types';
import type { Survey } from '../../data/voice';
import { id } from '../../i18n/id';
import { refuseMissing } from './missing';

const text = id.voice.survey;

/** A survey while it is typed: days may still be missing, the population is a text. */
export interface SurveyValues extends Omit<Survey, 'starts' | 'ends' | 'population'> {
  [key: string]: unknown;
  starts: string | null;
  ends: string | null;
  population: string;
}

export const blankSurvey: SurveyValues = { id: null, unit: null, name: '', starts: null, ends: null, population: '' };

export const surveyValues = (survey: Survey): SurveyValues => ({
  ...survey,
  population: survey.population === null ? '' : String(survey.population),
});

/**
 * The survey to save.
 *
 * @throws RefusalError that names every field without which there is no survey.
 */
export function surveyOf({ starts, ends, population, ...rest }: SurveyValues): Survey {
  const fields: FieldRefusal[] = [];
  if (starts === null) fields.push({ field: 'starts', message: text.dateMissing });
  if (ends === null) fields.push({ field: 'ends', message: text.dateMissing });
  const digits = population.replace(/[.\s]/g, '');
  if (!/^\d{0,9}$/.test(digits)) fields.push({ field: 'population', message: text.populationWrong(population.trim()) });
  if (fields.length > 0) throw refuseMissing(fields);
  return { ...rest, starts: starts ?? '', ends: ends ?? '', population: digits === '' ? null : Number(digits) };
}

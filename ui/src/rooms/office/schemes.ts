import type { FieldRefusal } from '../../backend/types';
import { newScheme, toScheme, toValues, type SchemeValues } from '../../components/scheme/values';
import type { SchemeTemplate } from '../../data/office';
import { id } from '../../i18n/id';

const text = id.office.scheme;

/** A template as its form holds it. */
export interface TemplateValues extends SchemeValues {
  name: string;
}

export const newTemplate: TemplateValues = { name: '', ...newScheme };

export const templateValues = ({ name, scheme }: SchemeTemplate): TemplateValues => ({ name, ...toValues(scheme) });

/** Whether the office has yet to enter the weights. */
export const isUnset = ({ scheme }: SchemeTemplate): boolean =>
  scheme.components.length > 0 && scheme.components.every((component) => component.weight === 0);

/** Reads what was typed; what cannot be read is refused at its field. */
export function toTemplate(values: TemplateValues, others: readonly SchemeTemplate[]): SchemeTemplate {
  const name = values.name.trim();
  const wrong: FieldRefusal[] = [];
  if (name === '') wrong.push({ field: 'name', message: text.nameMissing });
  else if (others.some((other) => other.name.toLowerCase() === name.toLowerCase())) {
    wrong.push({ field: 'name', message: text.nameTwice(name) });
  }
  return { name, scheme: toScheme(values, wrong) };
}

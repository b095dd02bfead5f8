import { RefusalError } from '../../backend/backend';
import type { FieldRefusal } from '../../backend/types';
import type { ComponentGroup, Scheme, SchemeTemplate } from '../../data/office';
import { id } from '../../i18n/id';
import { formatHundredths } from '../../i18n/numbers';

const text = id.office.scheme;

/** A template as its form holds it: numbers as they are typed. */
export interface TemplateValues extends Record<string, unknown> {
  name: string;
  components: { id: string | null; name: string; group: ComponentGroup; weight: string }[];
  bands: { name: string; upper: string }[];
  pass_mark: string;
  minimum_attendance: string;
}

export const newTemplate: TemplateValues = {
  name: '',
  components: [{ id: null, name: '', group: 'technical', weight: '100' }],
  bands: [],
  pass_mark: '70,01',
  minimum_attendance: '85',
};

export function toValues({ name, scheme }: SchemeTemplate): TemplateValues {
  return {
    name,
    components: scheme.components.map((component) => ({ ...component, weight: String(component.weight) })),
    bands: scheme.bands.map((band) => ({ name: band.name, upper: formatHundredths(band.upper) })),
    pass_mark: formatHundredths(scheme.pass_mark),
    minimum_attendance: String(scheme.minimum_attendance),
  };
}

/** The weights as far as they can be read, for the total that follows the typing. */
export function totalWeight(components: TemplateValues['components']): number {
  return components.reduce((sum, component) => sum + (/^\d+$/.test(component.weight.trim()) ? Number(component.weight) : 0), 0);
}

/** Reads what was typed; what is no number is refused at its field. The rules themselves are the core's. */
export function toTemplate(values: TemplateValues, others: readonly SchemeTemplate[]): SchemeTemplate {
  const fields: FieldRefusal[] = [];
  const whole = (field: string, typed: string) => {
    if (!/^\d{1,3}$/.test(typed.trim())) fields.push({ field, message: text.notWhole(typed) });
    return Number(typed);
  };
  const hundredths = (field: string, typed: string) => {
    const parts = /^(\d{1,3})(?:[.,](\d{1,2}))?$/.exec(typed.trim());
    if (!parts) fields.push({ field, message: text.notNumber(typed) });
    return Number(parts?.[1] ?? 0) * 100 + Number((parts?.[2] ?? '').padEnd(2, '0'));
  };
  const name = values.name.trim();
  if (name === '') fields.push({ field: 'name', message: text.nameMissing });
  else if (others.some((other) => other.name.toLowerCase() === name.toLowerCase())) {
    fields.push({ field: 'name', message: text.nameTwice(name) });
  }
  const scheme: Scheme = {
    components: values.components.map((component, at) => ({
      ...component,
      weight: whole(`components.${at}.weight`, component.weight),
    })),
    bands: values.bands.map((band, at) => ({ name: band.name, upper: hundredths(`bands.${at}.upper`, band.upper) })),
    pass_mark: hundredths('pass_mark', values.pass_mark),
    minimum_attendance: whole('minimum_attendance', values.minimum_attendance),
  };
  const first = fields[0];
  if (first) throw new RefusalError({ code: 'invalid_input', message: first.message, fields, cells: [] });
  return { name, scheme };
}

import { RefusalError } from '../../backend/backend';
import type { Component, ComponentGroup, Method, Scheme } from '../../data/evaluation';
import type { FieldRefusal } from '../../backend/types';
import { id } from '../../i18n/id';
import { formatHundredths } from '../../i18n/numbers';

const text = id.evaluation.scheme;

/** An assessor, an item or a violation, its weight as typed. */
export interface PartValues {
  id: string | null;
  name: string;
  weight: string;
}

/** A component as its form holds it. */
export interface ComponentValues {
  id: string | null;
  name: string;
  group: ComponentGroup;
  weight: string;
  method: Method;
  /** Highest mark of an item. */
  scale: string;
  parts: PartValues[];
}

/** A scheme as its form holds it: numbers as they are typed. */
export interface SchemeValues extends Record<string, unknown> {
  components: ComponentValues[];
  bands: { name: string; upper: string }[];
  pass_mark: string;
  minimum_attendance: string;
  /** Whether participants may repeat a component at all. */
  repeats: boolean;
  remedial: { lowest: string; ceiling: string };
}

export const blankComponent = (): ComponentValues => ({
  id: null,
  name: '',
  group: 'technical',
  weight: '',
  method: 'direct',
  scale: '100',
  parts: [],
});

export const newScheme: SchemeValues = {
  components: [{ ...blankComponent(), weight: '100' }],
  bands: [],
  pass_mark: '70,01',
  minimum_attendance: '85',
  repeats: false,
  remedial: { lowest: '', ceiling: '' },
};

function componentValues(component: Component): ComponentValues {
  const shown = (weight: number) => (component.method === 'deductions' ? formatHundredths(weight) : String(weight));
  return {
    ...component,
    weight: String(component.weight),
    scale: String(component.scale),
    parts: component.parts.map((part) => ({ ...part, weight: shown(part.weight) })),
  };
}

/** A stored scheme in the form. */
export function toValues(scheme: Scheme): SchemeValues {
  const { remedial } = scheme;
  return {
    components: scheme.components.map(componentValues),
    bands: scheme.bands.map((band) => ({ name: band.name, upper: formatHundredths(band.upper) })),
    pass_mark: formatHundredths(scheme.pass_mark),
    minimum_attendance: String(scheme.minimum_attendance),
    repeats: remedial !== null,
    remedial: remedial
      ? { lowest: formatHundredths(remedial.lowest), ceiling: formatHundredths(remedial.ceiling) }
      : newScheme.remedial,
  };
}

const sameName = (name: string) => (other: { name: string }) =>
  other.name.trim().toLowerCase() === name.trim().toLowerCase();

/** Parts with these names. Those that are there already stay what they are, with the scores that they have. */
export const partsNamed = (names: readonly string[], before: readonly PartValues[]): PartValues[] =>
  names.map((name) => before.find(sameName(name)) ?? { id: null, name, weight: '1' });

/** Another scheme in the place of this one: what has the same name goes on under its id, so that scores are kept. */
export function adopt(next: SchemeValues, before: SchemeValues): SchemeValues {
  const components = next.components.map((component): ComponentValues => {
    const known = before.components.find(sameName(component.name));
    const parts = component.parts.map((part) => ({ ...part, id: known?.parts.find(sameName(part.name))?.id ?? null }));
    return { ...component, id: known?.id ?? null, parts };
  });
  return { ...next, components };
}

/** What of a stored scheme is no longer in the form: its scores would go with it. */
export function dropped(stored: Scheme, values: SchemeValues): string[] {
  const gone = stored.components.flatMap((component) => {
    const now = values.components.find(({ id: known }) => known !== null && known === component.id);
    // Between a score of its own and parts, neither outlives the other.
    if (!now || (now.method === 'direct') !== (component.method === 'direct')) return [component.name];
    const kept = new Set(now.parts.map((part) => part.id));
    return component.parts.filter((part) => !kept.has(part.id)).map((part) => `${component.name}: ${part.name}`);
  });
  return stored.remedial !== null && !values.repeats ? [...gone, text.repeatedScores] : gone;
}

/** The weights as far as they can be read, for the total that follows the typing. */
export function totalWeight(components: readonly { weight: string }[]): number {
  return components.reduce((sum, { weight }) => sum + (/^\d+$/.test(weight.trim()) ? Number(weight) : 0), 0);
}

/** What was typed and is no number, by field. */
export class Reading {
  readonly wrong: FieldRefusal[] = [];

  whole(field: string, typed: string): number {
    if (/^\d{1,5}$/.test(typed.trim())) return Number(typed);
    this.wrong.push({ field, message: text.notWhole(typed) });
    return 0;
  }

  /** As `whole`; what is far too large for a percentage is left for the core to refuse. */
  percent(field: string, typed: string): number {
    return Math.min(255, this.whole(field, typed));
  }

  hundredths(field: string, typed: string): number {
    const parts = /^(\d{1,3})(?:[.,](\d{1,2}))?$/.exec(typed.trim());
    if (!parts) this.wrong.push({ field, message: text.notNumber(typed) });
    return Number(parts?.[1] ?? 0) * 100 + Number((parts?.[2] ?? '').padEnd(2, '0'));
  }

  /** A day, a time or another text that the core cannot be asked without. */
  given(field: string, value: string | null, message: string): string {
    if (value === null) this.wrong.push({ field, message });
    return value ?? '';
  }

  /**
   * To be called when everything has been read.
   *
   * @throws RefusalError with every wrong field.
   */
  done(): void {
    const [first] = this.wrong;
    if (first) throw new RefusalError({ code: 'invalid_input', message: first.message, fields: this.wrong, cells: [] });
  }
}

function readComponent(read: Reading, values: ComponentValues, at: number): Component {
  const path = `components.${at}`;
  const direct = values.method === 'direct';
  const weightOf = (part: PartValues, line: number) => {
    const field = `${path}.parts.${line}.weight`;
    return values.method === 'deductions' ? read.hundredths(field, part.weight) : read.whole(field, part.weight);
  };
  return {
    ...values,
    weight: read.percent(`${path}.weight`, values.weight),
    scale: values.method === 'items' ? Number(values.scale) : 100,
    parts: direct ? [] : values.parts.map((part, line) => ({ ...part, weight: weightOf(part, line) })),
  };
}

/**
 * Reads what was typed. What is no number is refused at its field, together with `others`; the rules themselves are the
 * core's.
 *
 * @throws RefusalError with every wrong field.
 */
export function toScheme(values: SchemeValues, others: readonly FieldRefusal[] = []): Scheme {
  const read = new Reading();
  const scheme: Scheme = {
    components: values.components.map((component, at) => readComponent(read, component, at)),
    bands: values.bands.map((band, at) => ({
      name: band.name,
      upper: read.hundredths(`bands.${at}.upper`, band.upper),
    })),
    pass_mark: read.hundredths('pass_mark', values.pass_mark),
    minimum_attendance: read.percent('minimum_attendance', values.minimum_attendance),
    remedial: values.repeats
      ? {
          lowest: read.hundredths('remedial.lowest', values.remedial.lowest),
          ceiling: read.hundredths('remedial.ceiling', values.remedial.ceiling),
        }
      : null,
  };
  const fields = [...others, ...read.wrong];
  const first = fields[0];
  if (first) throw new RefusalError({ code: 'invalid_input', message: first.message, fields, cells: [] });
  return scheme;
}

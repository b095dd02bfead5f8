import type { NeedsRule } from '../../data/needs';

type Element = NeedsRule['elements'][number]['element'];

/** The elements of the SKM. */
export const elements: readonly Element[] = ['U1', 'U2', 'U3', 'U4', 'U5', 'U6', 'U7', 'U8', 'U9'];

type Typed<T> = { [K in keyof T]: T[K] extends number ? number | string : T[K] };

/** The rule as it is typed: the dispute in levels, bounds of the JPM in percent, competencies by element; an emptied number is a text. */
export interface RuleValues extends Record<string, unknown> {
  sources: Typed<NeedsRule['sources'][number]>[];
  dispute: number | string;
  complaint_months: number | string;
  jpm_bands: { name: string; least: number | string }[];
  ranking: Typed<NeedsRule['ranking']>;
  elements: Record<Element, string[]>;
}

export const valuesOf = (rule: NeedsRule): RuleValues => ({
  sources: rule.sources,
  dispute: rule.dispute / 100,
  complaint_months: rule.complaint_months,
  jpm_bands: rule.jpm_bands.map(({ name, least }) => ({ name, least: least / 100 })),
  ranking: rule.ranking,
  elements: Object.fromEntries(
    elements.map((element) => [element, rule.elements.find((link) => link.element === element)?.competencies ?? []]),
  ) as Record<Element, string[]>,
});

/** A typed number; what is empty or no number is 0, which the core judges. */
const whole = (typed: number | string) => Math.max(0, Math.round(Number(typed)) || 0);

/** The sum of the weights of the formula. */
export const total = (ranking: RuleValues['ranking']) => Object.values(ranking).reduce<number>((sum, part) => sum + whole(part), 0);

export const bodyOf = (values: RuleValues, before: NeedsRule): NeedsRule => ({
  ...before,
  sources: values.sources.map(({ source, weight, months }) => ({
    source,
    weight: Math.min(255, whole(weight)),
    months: Math.min(65_535, whole(months)),
  })),
  dispute: Math.min(65_535, whole(Number(values.dispute) * 100)),
  complaint_months: Math.min(65_535, whole(values.complaint_months)),
  jpm_bands: values.jpm_bands.map(({ name, least }) => ({ name, least: whole(Number(least) * 100) })),
  ranking: {
    gap: Math.min(255, whole(values.ranking.gap)),
    people: Math.min(255, whole(values.ranking.people)),
    complaints: Math.min(255, whole(values.ranking.complaints)),
    satisfaction: Math.min(255, whole(values.ranking.satisfaction)),
    proposals: Math.min(255, whole(values.ranking.proposals)),
  },
  elements: elements.flatMap((element) => {
    const competencies = values.elements[element];
    return competencies.length === 0 ? [] : [{ element, competencies }];
  }),
});

import { RefusalError } from '../../../backend/backend';
import type { Catalogue, JpScope } from '../../../data/planning/catalogue';
import { id } from '../../../i18n/id';

const text = id.catalogue.entry;

/** The entry while it is typed: numbers and competencies may still be missing. */
export interface EntryValues extends Record<string, unknown> {
  method: string;
  scope: JpScope;
  goal: string;
  smallest_class: number | null;
  largest_class: number | null;
  days: number | null;
  competencies: { competency: string | null; gain: number | null; up_to: number | null }[];
  prerequisites: string[];
  partners: string[];
}

export const valuesOf = ({ detail, ...lists }: Catalogue): EntryValues => ({ ...detail, ...lists });

/** What the core cannot be told, since its types know no entry without it. */
function missing(values: EntryValues) {
  const fields: { field: string; message: string }[] = [];
  for (const name of ['smallest_class', 'largest_class', 'days'] as const) {
    if (values[name] === null) fields.push({ field: name, message: text.wholeMissing });
  }
  values.competencies.forEach((line, at) => {
    if (line.competency === null) fields.push({ field: `competencies.${at}.competency`, message: text.competencies.missing });
    for (const name of ['gain', 'up_to'] as const) {
      if (line[name] === null) fields.push({ field: `competencies.${at}.${name}`, message: text.competencies.levelMissing });
    }
  });
  return fields;
}

/**
 * The entry to save.
 *
 * @throws RefusalError that names every field without which there is none.
 */
export function entryOf(values: EntryValues): Catalogue {
  const fields = missing(values);
  if (fields.length > 0) throw new RefusalError({ code: 'invalid_input', message: fields[0]?.message ?? '', fields });
  const { method, scope, goal, prerequisites, partners } = values;
  return {
    detail: {
      method,
      scope,
      goal,
      smallest_class: values.smallest_class ?? 0,
      largest_class: values.largest_class ?? 0,
      days: values.days ?? 0,
    },
    competencies: values.competencies.map((line) => ({
      competency: line.competency ?? '',
      gain: line.gain ?? 0,
      up_to: line.up_to ?? 0,
    })),
    prerequisites,
    partners,
  };
}

/** The form has the fields of the detail at its top. */
export function fieldsOfForm(error: unknown): unknown {
  if (!(error instanceof RefusalError)) return error;
  const fields = error.fields.map(({ field, message }) => ({ field: field.replace(/^detail\./, ''), message }));
  return new RefusalError({ code: error.code, message: error.message, fields, cells: [...error.cells] });
}

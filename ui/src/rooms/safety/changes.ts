import type { JournalRow } from '../../data/safety';

/** One field of a changed row. */
export interface FieldDifference {
  field: string;
  before: string;
  after: string;
}

function parse(json: string | null): Record<string, unknown> {
  if (json === null) return {};
  try {
    const value: unknown = JSON.parse(json);
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Record<string, unknown>) : {};
  } catch {
    return {};
  }
}

const longest = 200;

function written(value: unknown): string {
  if (value === null || value === undefined) return '';
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  return text.length > longest ? `${text.slice(0, longest)} …` : text;
}

/** The fields in which a row differs; references to other rows say nothing to a person and are left out. */
export function differences(row: JournalRow): FieldDifference[] {
  const before = parse(row.before);
  const after = parse(row.after);
  return [...new Set([...Object.keys(before), ...Object.keys(after)])]
    .filter((field) => field !== 'id' && !field.endsWith('_id') && !field.endsWith('_key'))
    .map((field) => ({ field, before: written(before[field]), after: written(after[field]) }))
    .filter((one) => one.before !== one.after);
}

import { shortDate } from '../../i18n/dates';
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
  if (typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value)) return shortDate(value);
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  return text.length > longest ? `${text.slice(0, longest)} …` : text;
}

/** A NIK is shown only where it is edited. */
const masked = (nik: string) => nik.replace(/.(?=.{4})/g, '•');

/** The fields in which a row differs; references to other rows say nothing to a person and are left out. */
export function differences(row: JournalRow): FieldDifference[] {
  const before = parse(row.before);
  const after = parse(row.after);
  return [...new Set([...Object.keys(before), ...Object.keys(after)])]
    .filter((field) => field !== 'id' && !field.endsWith('_id') && !field.endsWith('_key'))
    .map((field) => ({ field, before: written(before[field]), after: written(after[field]) }))
    .filter((one) => one.before !== one.after)
    .map((one) => (one.field === 'nik' ? { ...one, before: masked(one.before), after: masked(one.after) } : one));
}

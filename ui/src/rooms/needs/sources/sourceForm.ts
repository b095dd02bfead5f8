import { RefusalError } from '../../../backend/backend';
import type { FieldRefusal } from '../../../backend/types';
import type { Inquiry } from '../../../data/needs/inquiries';
import { id } from '../../../i18n/id';
import { formatHundredths } from '../../../i18n/numbers';

const text = id.inquiries.form;

/** An inquiry while it is typed: the day may be missing, the weight is a text. */
export interface SourceValues extends Record<string, unknown> {
  name: string;
  held_on: string | null;
  unit: string | null;
  weight: string;
  participants: string;
  note: string;
}

export const sourceValues = ({ name, held_on, unit, weight, participants, note }: Inquiry): SourceValues => ({
  name,
  held_on,
  unit,
  weight: String(weight),
  participants,
  note,
});

/**
 * The inquiry to save.
 *
 * @throws RefusalError that names every field without which there is no inquiry.
 */
export function sourceOf(known: Inquiry, { held_on, weight, ...values }: SourceValues): Inquiry {
  const fields: FieldRefusal[] = [];
  if (held_on === null) fields.push({ field: 'held_on', message: text.heldMissing });
  if (!/^\d{1,3}$/.test(weight.trim())) fields.push({ field: 'weight', message: text.weightWrong });
  if (fields.length > 0) throw new RefusalError({ code: 'invalid_input', message: fields[0]?.message ?? '', fields });
  return { ...known, ...values, held_on: held_on ?? '', weight: Number(weight) };
}

/** Refused fields of a list that the core names from its place, such as `2.text`, as paths of the form: `lines.2.text`. */
export async function underList<T>(path: string, work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (error) {
    if (!(error instanceof RefusalError)) throw error;
    const fields = error.fields.map((one) => (/^\d/.test(one.field) ? { ...one, field: `${path}.${one.field}` } : one));
    throw new RefusalError({ code: error.code, message: error.message, fields: [...fields], cells: [...error.cells] });
  }
}

/** Hundredths of a level as typed: `3`, `3,50`; empty for none. */
export const levelText = (level: number | null): string => (level === null ? '' : formatHundredths(level));

/** Hundredths of a level that was typed; null when it is none. */
export function levelOf(typed: string): number | null {
  const match = /^([1-5])(?:[.,](\d{1,2}))?$/.exec(typed.trim());
  return match ? Number(match[1]) * 100 + Number((match[2] ?? '').padEnd(2, '0')) : null;
}

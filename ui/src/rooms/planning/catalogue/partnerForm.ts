import { RefusalError } from '../../../backend/backend';
import type { Agreement, Partner } from '../../../data/planning/catalogue';
import { id } from '../../../i18n/id';

const text = id.catalogue.partner;

/** A partner while it is typed: days may still be missing. */
export interface PartnerValues extends Omit<Partner, 'agreements'> {
  [key: string]: unknown;
  agreements: (Omit<Agreement, 'starts' | 'ends'> & { starts: string | null; ends: string | null })[];
}

export const blankPartner: PartnerValues = { id: null, name: '', kind: 'university', contact: '', note: '', agreements: [] };

/**
 * The partner to save.
 *
 * @throws RefusalError that names every day that is missing.
 */
export function partnerOf(values: PartnerValues): Partner {
  const missing = values.agreements.flatMap((agreement, at) =>
    (['starts', 'ends'] as const)
      .filter((side) => agreement[side] === null)
      .map((side) => ({ field: `agreements.${at}.${side}`, message: text.agreements.dateMissing })),
  );
  if (missing.length > 0) {
    throw new RefusalError({ code: 'invalid_input', message: text.agreements.dateMissing, fields: missing });
  }
  const { id: key, name, kind, contact, note } = values;
  const agreements = values.agreements.map((line) => ({ ...line, starts: line.starts ?? '', ends: line.ends ?? '' }));
  return { id: key, name, kind, contact, note, agreements };
}

import { RefusalError } from '../../backend/backend';
import type { FieldRefusal } from '../../backend/types';

/** What the core cannot be told, since its types know nothing without it: named at the fields like its own refusals. */
export function refuseMissing(fields: readonly FieldRefusal[]): RefusalError {
  return new RefusalError({ code: 'invalid_input', message: fields[0]?.message ?? '', fields: [...fields] });
}

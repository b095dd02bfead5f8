import type { Complaint } from '../../data/voice/complaints';
import { id } from '../../i18n/id';
import { refuseMissing } from './missing';

const text = id.complaints.form;

/** A complaint while it is typed: the day may still be missing. */
export interface ComplaintValues extends Omit<Complaint, 'received_on'> {
  [key: string]: unknown;
  received_on: string | null;
}

/** A new one, come today. */
export const blankComplaint = (today: string): ComplaintValues => ({
  id: null,
  ticket: '',
  received_on: today,
  channel: '',
  unit: null,
  service: null,
  kind: 'pengaduan',
  handling: 'plain',
  category: '',
  text: '',
  reporter: '',
  contact: '',
  protected: false,
});

/**
 * The complaint to save.
 *
 * @throws RefusalError where the day is missing, which the core cannot be told.
 */
export function complaintOf({ received_on, ...rest }: ComplaintValues): Complaint {
  if (received_on === null) throw refuseMissing([{ field: 'received_on', message: text.dateMissing }]);
  return { ...rest, received_on };
}

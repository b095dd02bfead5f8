import { StateBadge } from '../../components/StateBadge';
import type { ComplaintRow, ComplaintState } from '../../data/voice/complaints';
import { shortDate } from '../../i18n/dates';
import { id } from '../../i18n/id';

const text = id.complaints;

/** Whether nothing more is waited for. */
export const isClosed = (state: ComplaintState): boolean => state === 'selesai' || state === 'ditolak';

const tones = {
  masuk: 'info',
  verifikasi: 'info',
  disposisi: 'info',
  tindak_lanjut: 'info',
  tanggapan: 'info',
  selesai: 'good',
  ditolak: 'neutral',
} as const;

export const toneOf = (state: ComplaintState) => tones[state];

/** How far a complaint has come. */
export function StateOf({ state }: { state: ComplaintState }) {
  return <StateBadge tone={toneOf(state)}>{text.states[state]}</StateBadge>;
}

/** By when it must be settled; nothing once it is. */
export function Deadline({ row }: { row: Pick<ComplaintRow, 'state' | 'due' | 'overdue'> }) {
  if (isClosed(row.state)) return <span className="muted">{id.voice.dash}</span>;
  if (row.overdue) return <StateBadge tone="bad">{text.overdueOn(shortDate(row.due))}</StateBadge>;
  return <span className="number">{text.dueOn(shortDate(row.due))}</span>;
}

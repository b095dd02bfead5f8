import type { PlanStatus } from '../../../data/planning/plan';
import type { Tone } from '../../../components/tone';
import { id } from '../../../i18n/id';
import { formatFixed, formatNumber } from '../../../i18n/numbers';

/** Hundredths of a weighted level. */
export const level = (value: number) => formatFixed(value, 2);

/** Whole rupiah with `Rp`. */
export const rupiah = (amount: number) => id.plan.choice.rupiah(formatNumber(amount));

/** Hundredths of a percent; a dash where there is nothing to be a share of. */
export const share = (hundredths: number | null) => (hundredths === null ? id.voice.dash : id.plan.percent(formatFixed(hundredths, 2)));

const tones: Record<PlanStatus, Tone> = { draft: 'info', approved: 'good', replaced: 'neutral' };

export const stateOf = (status: PlanStatus) => ({ label: id.plan.states[status], tone: tones[status] });

const monthName = new Intl.DateTimeFormat('id-ID', { month: 'long', timeZone: 'UTC' });

/** The name of a month, 1 to 12. */
export const monthOf = (month: number) => monthName.format(new Date(Date.UTC(2001, month - 1, 1)));

export const months = Array.from({ length: 12 }, (_, at) => ({ value: String(at + 1), label: monthOf(at + 1) }));

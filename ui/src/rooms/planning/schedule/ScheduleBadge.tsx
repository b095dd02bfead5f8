import { StateBadge } from '../../../components/StateBadge';
import type { Tone } from '../../../components/tone';
import type { ScheduleState } from '../../../data/planning/schedule';
import { id } from '../../../i18n/id';

const text = id.schedule.publications;

export const scheduleTone: Record<ScheduleState, Tone> = { empty: 'neutral', unpublished: 'info', published: 'good', changed: 'warn' };

/** How a class stands with its schedule. */
export function ScheduleBadge({ state, changed }: { state: ScheduleState; changed: number }) {
  return <StateBadge tone={scheduleTone[state]}>{state === 'changed' ? text.changed(changed) : text.states[state]}</StateBadge>;
}

import { id } from '../i18n/id';
import { Icon, type IconName } from './icons';
import classes from './shared.module.css';
import type { Tone } from './tone';

export interface Reason {
  tone: Tone;
  text: string;
  /** Where or whom it is about: a name, a cell. */
  subject?: string;
  /** What to do about it. */
  remedy?: string;
}

const signs: Record<Tone, IconName> = { neutral: 'dot', good: 'check', warn: 'warning', bad: 'stop', info: 'info' };

/** Sentences that say why: each with its sign, its subject and its remedy. */
export function ReasonList({ reasons, label = id.reason.label }: { reasons: readonly Reason[]; label?: string }) {
  return (
    <ul className={classes.reasons} aria-label={label}>
      {reasons.map((reason, at) => (
        <li key={at} data-tone={reason.tone}>
          <Icon name={signs[reason.tone]} size={16} />
          <span>
            {reason.subject && <strong>{reason.subject}: </strong>}
            {reason.text}
            {reason.remedy && <span className="muted"> {reason.remedy}</span>}
          </span>
        </li>
      ))}
    </ul>
  );
}

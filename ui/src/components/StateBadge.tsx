import type { ReactNode } from 'react';
import { Icon, type IconName } from './icons';
import classes from './shared.module.css';
import type { Tone } from './tone';

const signs: Record<Tone, IconName> = { neutral: 'dot', good: 'check', warn: 'warning', bad: 'stop', info: 'info' };

/** A state in a word, a sign and a colour; the word alone is enough. */
export function StateBadge({ tone = 'neutral', children }: { tone?: Tone; children: ReactNode }) {
  return (
    <span className={classes.badge} data-tone={tone}>
      <Icon name={signs[tone]} size={14} />
      {children}
    </span>
  );
}

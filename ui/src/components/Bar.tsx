import type { ReactNode } from 'react';
import styles from './bar.module.css';

export interface BarProps {
  /** How much of the bar is filled, 0 to 100. */
  percent: number;
  /** The figure that the bar draws, beside it: a bar alone says nothing to who does not see it. */
  children: ReactNode;
  /** Something to look at, such as the lowest of all or what is late. */
  tone?: 'warn' | 'bad';
}

/** A figure with a bar that makes many of them comparable at a glance. */
export function Bar({ percent, children, tone }: BarProps) {
  return (
    <span className={styles.bar}>
      <span className={styles.track} aria-hidden="true">
        <span data-tone={tone} style={{ width: `${Math.min(Math.max(percent, 0), 100)}%` }} />
      </span>
      <span className={styles.figure}>{children}</span>
    </span>
  );
}

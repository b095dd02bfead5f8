import type { ReactNode } from 'react';
import { Icon, type IconName } from './icons';
import classes from './shared.module.css';

export interface EmptyStateProps {
  icon?: IconName;
  /** What this room is for, or what is not here. */
  title: string;
  text?: string;
  /** The first step. */
  action?: ReactNode;
  /** The way to the help. */
  link?: ReactNode;
}

export function EmptyState({ icon, title, text, action, link }: EmptyStateProps) {
  return (
    <div className={classes.empty}>
      {icon && <Icon name={icon} size={32} className={classes.emptyIcon} />}
      <h2>{title}</h2>
      {text && <p className="muted">{text}</p>}
      {action}
      {link}
    </div>
  );
}

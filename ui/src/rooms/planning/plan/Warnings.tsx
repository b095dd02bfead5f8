import { Link } from '@tanstack/react-router';
import type { PlanWarning } from '../../../data/planning/plan';
import { id } from '../../../i18n/id';
import styles from './plan.module.css';

/** What deserves a look in a plan, each with the way to its candidate. */
export function Warnings({ warnings }: { warnings: readonly PlanWarning[] }) {
  if (warnings.length === 0) return null;
  return (
    <section className={styles.panel}>
      <h2>{id.plan.warnings}</h2>
      <ul className={styles.warnings}>
        {warnings.map(({ text, item, hard }) => (
          <li key={text} data-hard={hard || undefined}>
            {item === null ? text : <Link to="/planning/items/$id" params={{ id: item }}>{text}</Link>}
          </li>
        ))}
      </ul>
    </section>
  );
}

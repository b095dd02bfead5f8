import { id } from '../../i18n/id';
import styles from './mentoring.module.css';

const text = id.mentoring.mentors;

/** How many participants a mentor has of those they take: a bar, and the figures beside it. */
export function Load({ running, most }: { running: number; most: number }) {
  const share = most === 0 ? (running > 0 ? 100 : 0) : Math.min(100, Math.round((running * 100) / most));
  return (
    <span className={styles.load} title={text.loadOf(running, most)}>
      <span className={styles.bar} data-over={running > most || undefined} aria-hidden="true">
        <span style={{ width: `${share}%` }} />
      </span>
      <span className="number">
        {running}/{most}
      </span>
    </span>
  );
}

import { id } from '../../../i18n/id';
import styles from './projects.module.css';

/** How far something has come: a bar and the percentage, or a dash where there is nothing to count. */
export function Bar({ percent, late }: { percent: number | null; late: boolean }) {
  if (percent === null) return <span className="muted">{id.projects.dash}</span>;
  return (
    <span className={styles.bar}>
      <span className={styles.track} aria-hidden="true">
        <span className={styles.fill} data-late={late || undefined} style={{ width: `${percent}%` }} />
      </span>
      <span>{percent}%</span>
    </span>
  );
}

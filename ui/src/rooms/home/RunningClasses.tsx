import { Link } from '@tanstack/react-router';
import { Icon } from '../../components/icons';
import { useRunningClasses } from '../../data/home';
import { dateRange } from '../../i18n/dates';
import { id } from '../../i18n/id';
import styles from './home.module.css';

const text = id.home;

export function RunningClasses() {
  const rows = useRunningClasses().data?.rows ?? [];
  return (
    <section aria-label={text.running}>
      <h2>{text.running}</h2>
      {rows.length === 0 ? (
        <p className="muted">{text.noRunning}</p>
      ) : (
        <ul className={styles.tasks}>
          {rows.map((row) => (
            <li key={row.id}>
              <Link to="/classes/$id/attendance" params={{ id: row.id }}>
                <Icon name="class" />
                <span className={styles.taskText}>
                  {row.programme_name}, {row.name}
                </span>
                <span className="muted">{`${dateRange(row.starts, row.ends)} · ${text.participants(row.participants)}`}</span>
                <Icon name="chevronRight" size={16} />
              </Link>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

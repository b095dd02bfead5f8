import { Link } from '@tanstack/react-router';
import { useStatus } from '../../data/home';
import { useOverview } from '../../data/mentoring';
import { id } from '../../i18n/id';
import { formatNumber } from '../../i18n/numbers';
import styles from './mentoring.module.css';

const text = id.mentoring.counts;

interface Count {
  value: number;
  label: string;
  /** Shows those that are counted. */
  to?: string;
  search?: Record<string, string>;
}

/** How mentoring stands, in one line; what needs a look is a way to it. */
export function Counts() {
  const overview = useOverview().data;
  const year = useStatus().data?.today.slice(0, 4) ?? '';
  // While there is nothing at all, the list below says where to begin.
  if (!overview || Object.values(overview).every((count) => count === 0)) return null;
  const counts: readonly Count[] = [
    { value: overview.running, label: text.running },
    { value: overview.silent, label: text.silent, to: '/mentoring', search: { state: 'silent' } },
    { value: overview.orphans, label: text.orphans, to: '/mentoring/orphans' },
    { value: overview.without_pair, label: text.withoutPair },
    { value: overview.judgements_due, label: text.due },
    { value: overview.finished_year, label: text.finished(year) },
  ];
  return (
    <ul className={styles.counts} aria-label={text.label}>
      {counts.map(({ value, label, to, search }) => (
        <li key={label}>
          <strong>{formatNumber(value)}</strong>{' '}
          {to !== undefined && value > 0 ? (
            <Link to={to} search={search}>
              {label}
            </Link>
          ) : (
            <span className="muted">{label}</span>
          )}
        </li>
      ))}
    </ul>
  );
}

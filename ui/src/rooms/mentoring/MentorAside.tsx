import { Link } from '@tanstack/react-router';
import { ReasonList } from '../../components/ReasonList';
import type { MentorView } from '../../data/mentoring';
import { id } from '../../i18n/id';
import { formatNumber } from '../../i18n/numbers';
import { Load } from './Load';
import styles from './mentoring.module.css';

const text = id.mentoring.mentor;

/** Beside the form: what is lacking, how many participants there are, how earlier pairs ended. */
export function MentorAside({ view, left }: { view: MentorView; left: number }) {
  const { row, mentor } = view;
  const record = [
    [text.finished, row.finished],
    [text.stopped, row.stopped],
  ] as const;
  return (
    <aside className={styles.aside}>
      {left > 0 && (
        <section className={styles.warnings} role="status">
          <ReasonList label={text.leaves} reasons={[{ tone: 'warn', text: text.left(left) }]} />
          <Link to="/mentoring/orphans">{text.toOrphans}</Link>
        </section>
      )}
      {row.lacks.length > 0 && (
        <section className={styles.warnings} aria-label={text.lacks}>
          <h2>{text.lacks}</h2>
          <ReasonList label={text.lacks} reasons={row.lacks.map((lack) => ({ tone: 'warn', text: lack }))} />
        </section>
      )}
      <section aria-label={text.record}>
        <h2>{text.record}</h2>
        <dl className={styles.figures}>
          <div>
            <dt>{text.running}</dt>
            <dd>
              <Load running={row.running} most={row.most} />
            </dd>
          </div>
          {record.map(([label, count]) => (
            <div key={label}>
              <dt>{label}</dt>
              <dd>{formatNumber(count)}</dd>
            </div>
          ))}
        </dl>
      </section>
      {mentor.person !== null && (
        <Link to="/people/$id" params={{ id: mentor.person }}>
          {text.toPerson}
        </Link>
      )}
    </aside>
  );
}

import { timeRange } from '../../../components/session/words';
import shared from '../../../components/shared.module.css';
import type { ChangedPart, PublishedSession, ScheduleChange } from '../../../data/planning/schedule';
import { longDate, weekday } from '../../../i18n/dates';
import { id } from '../../../i18n/id';
import styles from './schedule.module.css';

const text = id.schedule.publications;

function Part({ of, changed, children }: { of: readonly ChangedPart[]; changed: readonly ChangedPart[]; children: string }) {
  return of.some((part) => changed.includes(part)) ? <mark className={styles.mark}>{children}</mark> : <>{children}</>;
}

/** A session as it was, or is, with what has changed marked. */
function Session({ session, changed }: { session: PublishedSession; changed: readonly ChangedPart[] }) {
  const facts: [ChangedPart, string][] = [
    ['room', session.room],
    ['subject', session.subject === '' ? session.topic : session.subject],
    ['speakers', session.speakers.join('; ')],
    ['jp', id.schedule.day.jp(session.jp)],
  ];
  return (
    <>
      <div>
        <Part of={['date']} changed={changed}>
          {`${weekday(session.date)}, ${longDate(session.date)}`}
        </Part>
        {', '}
        <Part of={['time']} changed={changed}>
          {timeRange(session)}
        </Part>
      </div>
      <div className="muted">
        {facts
          .filter(([, fact]) => fact !== '')
          .map(([part, fact], at) => (
            <span key={part}>
              {at > 0 && ' · '}
              <Part of={[part]} changed={changed}>
                {fact}
              </Part>
            </span>
          ))}
      </div>
    </>
  );
}

/** What has changed since the schedule was made known: before, after, and in a word which part. */
export function ChangeTable({ label, changes }: { label: string; changes: readonly ScheduleChange[] }) {
  return (
    <table className={shared.table} aria-label={label}>
      <thead>
        <tr>
          <th scope="col" style={{ width: 160 }}>
            {text.what}
          </th>
          <th scope="col">{text.before}</th>
          <th scope="col">{text.after}</th>
        </tr>
      </thead>
      <tbody>
        {changes.map(({ before, after, parts }) => (
          <tr key={before?.session ?? after?.session}>
            <td>{before === null ? text.added : after === null ? text.gone : parts.map((part) => text.parts[part]).join(', ')}</td>
            <td>{before ? <Session session={before} changed={parts} /> : <span className="muted">{id.schedule.dash}</span>}</td>
            <td>{after ? <Session session={after} changed={parts} /> : <span className="muted">{id.schedule.dash}</span>}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

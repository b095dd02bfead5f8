import { Link } from '@tanstack/react-router';
import { StateBadge } from '../../components/StateBadge';
import type { Tone } from '../../components/tone';
import shared from '../../components/shared.module.css';
import type { CertificateRow, PersonClass, PersonView } from '../../data/people';
import { dateRange, shortDate } from '../../i18n/dates';
import { id } from '../../i18n/id';
import classes from './people.module.css';

const text = id.people.person.classes;

const tones: Record<CertificateRow['status'], Tone> = { issued: 'good', revoked: 'bad', replaced: 'neutral' };

function Result({ of }: { of: PersonClass }) {
  if (of.role !== 'peserta') return null;
  if (of.passed === null) return <StateBadge>{text.open}</StateBadge>;
  return <StateBadge tone={of.passed ? 'good' : 'bad'}>{of.passed ? text.passed : text.failed}</StateBadge>;
}

function Heads({ of }: { of: readonly string[] }) {
  return (
    <thead>
      <tr>
        {of.map((head) => (
          <th key={head} scope="col">
            {head}
          </th>
        ))}
      </tr>
    </thead>
  );
}

/** What somebody learned here, and the paper that says so. */
export function PersonClasses({ view }: { view: PersonView }) {
  return (
    <div className={classes.histories}>
      <section className={classes.history} aria-label={text.classes}>
        <h2>{text.classes}</h2>
        {view.classes.length === 0 ? (
          <p className="muted">{text.noClasses}</p>
        ) : (
          <table className={`${shared.table} ${classes.lines}`}>
            <Heads of={[text.programme, text.class, text.dates, text.role, text.result]} />
            <tbody>
              {view.classes.map((row) => (
                <tr key={`${row.class} ${row.role}`}>
                  <td>
                    <Link to="/classes/$id" params={{ id: row.class }}>{row.programme}</Link>
                  </td>
                  <td>{row.class_name}</td>
                  <td>{dateRange(row.starts, row.ends)}</td>
                  <td>{id.people.roles[row.role]}</td>
                  <td>
                    <Result of={row} />
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        )}
      </section>
      <section className={classes.history} aria-label={text.certificates}>
        <h2>{text.certificates}</h2>
        {view.certificates.length === 0 ? (
          <p className="muted">{text.noCertificates}</p>
        ) : (
          <table className={`${shared.table} ${classes.lines}`}>
            <Heads of={[text.number, text.programme, text.class, text.role, text.issued, text.status]} />
            <tbody>
              {view.certificates.map((row) => (
                <tr key={row.id}>
                  <td>
                    <Link to="/certificates/$id" params={{ id: row.id }}>{row.number}</Link>
                  </td>
                  <td>{row.programme}</td>
                  <td>{row.class_name}</td>
                  <td>{id.people.roles[row.role]}</td>
                  <td>{shortDate(row.issued_on)}</td>
                  <td>
                    <StateBadge tone={tones[row.status]}>{text.statuses[row.status]}</StateBadge>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        )}
      </section>
    </div>
  );
}

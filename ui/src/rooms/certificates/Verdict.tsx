import { Link } from '@tanstack/react-router';
import { Fragment } from 'react';
import { Icon, type IconName } from '../../components/icons';
import type { Tone } from '../../components/tone';
import type { Verification } from '../../data/certificates';
import { longDate } from '../../i18n/dates';
import { id } from '../../i18n/id';
import styles from './certificates.module.css';

const text = id.certificates.verify;

function judged(found: Verification): { word: string; tone: Tone; icon: IconName } {
  if (found.valid) return { word: text.real, tone: 'good', icon: 'check' };
  if (found.status === 'revoked') return { word: text.revoked, tone: 'bad', icon: 'stop' };
  if (found.status === 'replaced') return { word: text.replaced, tone: 'warn', icon: 'warning' };
  return { word: text.fake, tone: 'bad', icon: 'stop' };
}

/** The verdict in words, and what must stand on the paper. */
export function Verdict({ found }: { found: Verification }) {
  const { word, tone, icon } = judged(found);
  const facts: readonly [string, string | null][] = [
    [text.number, found.number],
    [text.name, found.name],
    [text.nip, found.masked_nip],
    [text.programme, found.programme],
    [text.date, found.date && longDate(found.date)],
  ];
  const known = facts.filter(([, value]) => value !== null);
  return (
    <section className={styles.verdict} data-tone={tone} aria-label={text.result}>
      <h2>
        <Icon name={icon} size={28} />
        {word}
      </h2>
      <p>{found.reason}</p>
      {known.length > 0 && (
        <dl className={styles.compare}>
          {known.map(([label, value]) => (
            <Fragment key={label}>
              <dt>{label}</dt>
              <dd>{value}</dd>
            </Fragment>
          ))}
        </dl>
      )}
      {known.length > 0 && <p className="muted">{text.compare}</p>}
      {found.certificate !== null && (
        <Link to="/certificates/$id" params={{ id: found.certificate }} className={styles.link}>
          {text.open}
        </Link>
      )}
    </section>
  );
}

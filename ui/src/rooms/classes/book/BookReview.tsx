import { Checkbox } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { CellTable } from '../../../components/CellTable';
import { ReasonList } from '../../../components/ReasonList';
import shared from '../../../components/shared.module.css';
import type { BookCheck } from '../../../data/classes';
import { dateRange } from '../../../i18n/dates';
import { id } from '../../../i18n/id';
import { formatNumber } from '../../../i18n/numbers';
import styles from '../classes.module.css';

const text = id.classes.book;

export interface BookReviewProps {
  check: BookCheck;
  createPeople: boolean;
  onCreatePeople: (create: boolean) => void;
}

export function BookReview({ check, createPeople, onCreatePeople }: BookReviewProps) {
  const dates = check.starts === null ? '' : dateRange(check.starts, check.ends ?? check.starts);
  const facts: readonly [string, string][] = [
    [text.programme, check.programme],
    [text.class, check.class_name],
    [text.dates, dates],
    [text.participants, formatNumber(check.participants)],
    [text.sessions, formatNumber(check.sessions)],
    [text.components, formatNumber(check.components)],
  ];
  return (
    <>
      {check.exists !== null && (
        <div role="alert" className={styles.block}>
          <ReasonList reasons={[{ tone: 'bad', text: text.exists }]} />
          <Link to="/classes/$id" params={{ id: check.exists }} className={styles.link}>
            {text.openExisting}
          </Link>
        </div>
      )}
      {check.refused.length === 0 && (
        <section className={styles.block} aria-label={text.willMake}>
          <h2>{text.willMake}</h2>
          <dl className={styles.facts}>
            {facts.map(([label, value]) => (
              <div key={label} className={styles.factPair}>
                <dt>{label}</dt>
                <dd>{value === '' ? '–' : value}</dd>
              </div>
            ))}
          </dl>
        </section>
      )}
      {check.refused.length > 0 && (
        <section className={styles.block} aria-label={text.refused(check.refused.length)}>
          <h2>{text.refused(check.refused.length)}</h2>
          <p className={styles.paragraph}>{text.refusedHint}</p>
          <CellTable label={text.refused(check.refused.length)} cells={check.refused} />
        </section>
      )}
      {check.unknown.length > 0 && (
        <section className={styles.block} aria-label={text.unknown(check.unknown.length)}>
          <h2>{text.unknown(check.unknown.length)}</h2>
          <table className={`${shared.table} ${styles.report}`} aria-label={text.person}>
            <thead>
              <tr>
                <th scope="col">{id.classes.participants.name}</th>
                <th scope="col">{id.classes.participants.nip}</th>
                <th scope="col">{text.cell}</th>
              </tr>
            </thead>
            <tbody>
              {check.unknown.map((person) => (
                <tr key={person.cell}>
                  <td>{person.name}</td>
                  <td>{person.nip}</td>
                  <td>{person.cell}</td>
                </tr>
              ))}
            </tbody>
          </table>
          <Checkbox
            mt="md"
            label={text.create(check.unknown.length)}
            description={text.createHint}
            checked={createPeople}
            onChange={(event) => onCreatePeople(event.currentTarget.checked)}
          />
        </section>
      )}
      {check.warnings.length > 0 && (
        <section className={styles.block} aria-label={text.warnings}>
          <h2>{text.warnings}</h2>
          <ReasonList
            label={text.warnings}
            reasons={check.warnings.map((warning) => ({ tone: 'warn', text: warning }))}
          />
        </section>
      )}
    </>
  );
}

import type { ReactNode } from 'react';
import { StateBadge } from '../../components/StateBadge';
import type { ComplaintView } from '../../data/voice/complaints';
import { longDate } from '../../i18n/dates';
import { id } from '../../i18n/id';
import { isClosed } from './Deadline';
import styles from './voice.module.css';

const room = id.complaints;
const text = room.page;

function Fact({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div>
      <dt>{label}</dt>
      <dd>{children}</dd>
    </div>
  );
}

/** A day until which something is due, marked once it has passed. */
function Due({ day, done, today }: { day: string; done: boolean; today: string }) {
  if (done) return <StateBadge tone="good">{text.done}</StateBadge>;
  if (day < today) return <StateBadge tone="bad">{room.overdueOn(longDate(day))}</StateBadge>;
  return <>{room.dueOn(longDate(day))}</>;
}

/** Where it belongs, and its deadlines. */
export function ComplaintFacts({ view, today }: { view: ComplaintView; today: string }) {
  const { complaint, row, due, verification_due: verification } = view;
  return (
    <section aria-label={text.facts}>
      <h2>{text.facts}</h2>
      <dl className={styles.facts}>
        <Fact label={text.verification}>
          <Due day={verification} done={row.state !== 'masuk'} today={today} />
        </Fact>
        <Fact label={text.settle}>
          <Due day={due} done={isClosed(row.state)} today={today} />
        </Fact>
        {row.unit_path !== '' && <Fact label={room.form.unit}>{row.unit_path}</Fact>}
        {row.service !== '' && <Fact label={room.form.service}>{row.service}</Fact>}
        <Fact label={text.handling}>{room.handlings[complaint.handling]}</Fact>
        {complaint.category !== '' && <Fact label={room.form.category}>{complaint.category}</Fact>}
      </dl>
    </section>
  );
}

import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { PairView } from '../../data/mentoring';
import { longDate } from '../../i18n/dates';
import { id } from '../../i18n/id';
import { formatNip } from '../../i18n/nip';
import { formatHundredths } from '../../i18n/numbers';
import styles from './mentoring.module.css';
import { boardOf } from './MentoringHeader';

const room = id.mentoring;
const text = room.pair;

interface WhoProps {
  label: string;
  name: ReactNode;
  /** NIP, position, unit; empty ones are left out. */
  sides: readonly string[];
}

function Who({ label, name, sides }: WhoProps) {
  return (
    <div>
      <dt>{label}</dt>
      <dd>{name}</dd>
      {sides.filter((side) => side !== '').map((side) => (
        <dd key={side} className="muted">
          {side}
        </dd>
      ))}
    </div>
  );
}

/** Who the two are, and why they were brought together. */
export function PairFacts({ view }: { view: PairView }) {
  const { row } = view;
  const score =
    view.score !== null &&
    (view.highest > 0
      ? text.score(formatHundredths(view.score), formatHundredths(view.highest))
      : text.scoreAlone(formatHundredths(view.score)));
  return (
    <section aria-label={text.facts}>
      <h2>{text.facts}</h2>
      <dl className={styles.facts}>
        <Who
          label={text.mentee}
          name={<Link to="/people/$id" params={{ id: view.person }}>{row.mentee}</Link>}
          sides={[formatNip(row.mentee_nip), view.mentee_position, view.mentee_unit]}
        />
        <Who
          label={text.mentor}
          name={<Link to="/mentoring/mentors/$id" params={{ id: row.mentor_id }}>{row.mentor}</Link>}
          sides={[formatNip(view.mentor_nip), view.mentor_position, view.mentor_unit]}
        />
        <Who
          label={text.class}
          name={<Link to={boardOf(row.class)}>{row.class_name}</Link>}
          sides={[row.programme_name]}
        />
        <Who label={text.since} name={longDate(row.starts)} sides={[]} />
        {row.ends !== null && (
          <Who
            label={text.until}
            name={longDate(row.ends)}
            sides={[row.ending === null ? '' : room.endings[row.ending], view.ending_note]}
          />
        )}
        <div>
          <dt>{text.reason}</dt>
          <dd>{view.reason === '' ? text.byHand : view.reason}</dd>
          {score !== false && <dd className="muted">{score}</dd>}
        </div>
      </dl>
    </section>
  );
}

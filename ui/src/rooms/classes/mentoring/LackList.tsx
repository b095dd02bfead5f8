import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { Icon } from '../../../components/icons';
import { ReasonList } from '../../../components/ReasonList';
import type { Lack } from '../../../data/mentoring/pairing';
import { id } from '../../../i18n/id';
import { menteesPage, mentorPage } from './links';
import styles from './mentoring.module.css';

const text = id.pairing.empty;

interface LackListProps {
  classId: string;
  lacks: readonly Lack[];
  /** So many are shown before more are asked for. */
  first?: number;
  /** On the screen of the participants a name opens its form; elsewhere it leads there. */
  onOpen?: (enrolment: string) => void;
}

/** Who lacks what before a good run, each with the way to mend it. */
export function LackList({ classId, lacks, first = 8, onOpen }: LackListProps) {
  const [all, setAll] = useState(false);
  if (lacks.length === 0) return <ReasonList label={id.pairing.mentees.readiness} reasons={[{ tone: 'good', text: text.ready }]} />;
  const shown = all ? lacks : lacks.slice(0, first);
  return (
    <section className={styles.lacks} aria-label={text.lacks(lacks.length)}>
      <div className={styles.lacksHead}>
        <h2>{text.lacks(lacks.length)}</h2>
        <span className="muted">{text.lacksHint}</span>
      </div>
      <ul>
        {shown.map((lack) => (
          <li key={`${lack.mentor ?? lack.enrolment ?? ''} ${lack.sentence}`}>
            <Icon name="warning" size={16} />
            <span>
              <LackName classId={classId} lack={lack} onOpen={onOpen} />: {lack.sentence}
            </span>
          </li>
        ))}
      </ul>
      {shown.length < lacks.length && (
        <Button variant="subtle" size="compact-sm" onClick={() => setAll(true)}>
          {id.pairing.mentees.more(lacks.length - shown.length)}
        </Button>
      )}
    </section>
  );
}

function LackName({ classId, lack, onOpen }: { classId: string; lack: Lack; onOpen?: (enrolment: string) => void }) {
  const { mentor, enrolment, name } = lack;
  if (mentor !== null) {
    return (
      <Link to={mentorPage(mentor)} aria-label={id.pairing.mentees.openMentor(name)}>
        {name}
      </Link>
    );
  }
  if (enrolment === null) return <strong>{name}</strong>;
  if (onOpen) {
    return (
      <button type="button" className={styles.linkButton} aria-label={id.pairing.mentees.open(name)} onClick={() => onOpen(enrolment)}>
        {name}
      </button>
    );
  }
  return (
    <Link to={menteesPage(classId)} aria-label={id.pairing.mentees.open(name)}>
      {name}
    </Link>
  );
}

import { Button, Modal } from '@mantine/core';
import { useState } from 'react';
import { StateBadge } from '../../../components/StateBadge';
import type { Coaching, Dimension, ReadinessResult, ReadyPerson } from '../../../data/needs/inquiries';
import { id } from '../../../i18n/id';
import { formatHundredths } from '../../../i18n/numbers';
import { CoachingDialog } from './CoachingDialog';
import styles from './sources.module.css';

const text = id.inquiries.readiness;

export interface PersonReadinessProps {
  /** The readiness check. */
  at: string;
  result: ReadinessResult;
  person: ReadyPerson;
  onClose: () => void;
}

/** What the rule proposes for a side. */
const draftOf = (inquiry: string, person: string, { id: dimension, timing, coach }: Dimension): Coaching => ({
  id: null,
  inquiry,
  person,
  dimension,
  timing,
  coach,
  due: null,
  done_on: null,
  note: '',
});

/** One person's readiness, side by side, with the coaching that was decided. */
export function PersonReadiness({ at, result, person, onClose }: PersonReadinessProps) {
  const [chosen, setChosen] = useState<{ coaching: Coaching; side: string } | null>(null);
  if (chosen) return <CoachingDialog {...chosen} name={person.name} onClose={() => setChosen(null)} />;
  return (
    <Modal opened onClose={onClose} title={text.of(person.name)} size={640}>
      <ul className={styles.sides}>
        {result.sides.map(({ dimension }, place) => {
          const score = person.scores[place];
          const percent = score?.score ?? null;
          const known = person.coachings.find((one) => one.dimension === dimension.id);
          return (
            <li key={dimension.id}>
              <span>
                {dimension.name} {score?.low === true && <StateBadge tone="warn">{text.lowMark}</StateBadge>}
              </span>
              <span className="number">{percent === null ? '–' : formatHundredths(percent)}</span>
              <Button
                variant="default"
                size="xs"
                aria-label={`${known ? text.open : text.plan}, ${dimension.name}`}
                onClick={() => setChosen({ coaching: known ?? draftOf(at, person.person, dimension), side: dimension.name })}
              >
                {known ? text.open : text.plan}
              </Button>
            </li>
          );
        })}
      </ul>
    </Modal>
  );
}

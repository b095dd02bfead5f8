import { Button } from '@mantine/core';
import { useState } from 'react';
import { blankImprovement, ImprovementDialog, ImprovementTable } from '../../../components/Improvements';
import { Icon } from '../../../components/icons';
import { Loaded } from '../../../components/Loaded';
import { useImprovements, useProposeImprovements, type Improvement } from '../../../data/evaluation/improvements';
import { id } from '../../../i18n/id';
import styles from './evaluation.module.css';

const text = id.feedback.improvements;

export interface EarlierImprovementsProps {
  classId: string;
  /** Open ones of earlier classes of the programme. */
  count: number;
}

/** What earlier classes of the programme have left to be done. */
export function EarlierImprovements({ classId, count }: EarlierImprovementsProps) {
  const open = useImprovements({ before: classId });
  return (
    <section className={styles.earlier} aria-label={text.earlier(count)}>
      <h2>
        <Icon name="warning" size={16} />
        {text.earlier(count)}
      </h2>
      <Loaded query={open}>
        {({ rows }) => <ImprovementTable label={text.earlier(count)} rows={rows} withSource />}
      </Loaded>
    </section>
  );
}

/** What is to become better by this class. */
export function ClassImprovements({ classId, canPropose }: { classId: string; canPropose: boolean }) {
  const improvements = useImprovements({ class: classId });
  const propose = useProposeImprovements(classId);
  const [fresh, setFresh] = useState<Improvement | null>(null);
  return (
    <section aria-label={text.ofClass}>
      <div className={styles.head}>
        <h2>{text.ofClass}</h2>
        {canPropose && (
          <Button variant="default" size="xs" loading={propose.isPending} onClick={() => propose.mutate(undefined)}>
            {text.propose}
          </Button>
        )}
        <Button
          variant="default"
          size="xs"
          leftSection={<Icon name="plus" size={16} />}
          onClick={() => setFresh(blankImprovement({ class: classId }))}
        >
          {text.add}
        </Button>
      </div>
      <Loaded query={improvements}>
        {({ rows }) =>
          rows.length === 0 ? <p className="muted">{text.noneOfClass}</p> : <ImprovementTable label={text.ofClass} rows={rows} />
        }
      </Loaded>
      <ImprovementDialog improvement={fresh} onClose={() => setFresh(null)} />
    </section>
  );
}

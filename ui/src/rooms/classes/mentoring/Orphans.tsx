import { Button } from '@mantine/core';
import { Icon } from '../../../components/icons';
import { useProposeOrphans, type Board } from '../../../data/mentoring/pairing';
import { id } from '../../../i18n/id';
import styles from './mentoring.module.css';

const text = id.pairing.orphans;
const namedAtMost = 4;

/** Those whose mentor left, with a proposal that moves nobody else unless asked. */
export function Orphans({ classId, board, readOnly }: { classId: string; board: Board; readOnly: boolean }) {
  const propose = useProposeOrphans(classId);
  if (board.orphans.length === 0) return null;
  const names = new Map(board.mentees.map((mentee) => [mentee.enrolment, mentee.name]));
  const named = board.orphans.slice(0, namedAtMost).map((enrolment) => names.get(enrolment) ?? '');
  return (
    <section className={styles.orphans} aria-label={text.title(board.orphans.length)}>
      <Icon name="warning" size={16} />
      <span>
        <strong>{text.title(board.orphans.length)}: </strong>
        {text.body(named, board.orphans.length - named.length)}
      </span>
      {!readOnly && (
        <span className={styles.push}>
          <Button size="compact-sm" title={text.hint} loading={propose.isPending} onClick={() => propose.mutate(false)}>
            {text.propose}
          </Button>
          <Button variant="default" size="compact-sm" disabled={propose.isPending} onClick={() => propose.mutate(true)}>
            {text.proposeMoving}
          </Button>
        </span>
      )}
    </section>
  );
}

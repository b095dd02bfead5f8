import { Icon } from '../../../components/icons';
import { StateBadge } from '../../../components/StateBadge';
import type { Board } from '../../../data/mentoring/pairing';
import { longDate } from '../../../i18n/dates';
import { id } from '../../../i18n/id';
import styles from './mentoring.module.css';
import { points } from './points';

const text = id.pairing.board;

/** What the total is worth beside the best that the solver finds. */
function besideBest(board: Board): string {
  if (board.total === board.best) return text.isBest;
  const best = points(board.best);
  return board.total < board.best ? text.best(best, points(board.best - board.total)) : text.above(best);
}

/** The live figures of the proposal: pairs, total, what was given up, what changed since the run before. */
export function Figures({ board }: { board: Board }) {
  const { run, before } = board;
  return (
    <div className={styles.figures} role="status" aria-label={text.figures}>
      {run && (
        <span className={styles.proposal}>
          {text.proposal(run.number)}
          <StateBadge tone={run.approved_on === null ? 'warn' : 'good'}>
            {run.approved_on === null ? text.waiting : text.approved(longDate(run.approved_on))}
          </StateBadge>
        </span>
      )}
      <strong>{text.pairs(board.pairs, board.mentees.length)}</strong>
      <span>
        <strong>{text.total(points(board.total))}</strong>
        <span className="muted"> ({besideBest(board)})</span>
      </span>
      {before && (
        <span className={styles.versus}>
          <Icon name="undo" size={14} />
          {text.versus(before.kept, before.of, points(before.given_up))}
        </span>
      )}
      {board.running > 0 && <span className="muted">{text.running(board.running)}</span>}
    </div>
  );
}

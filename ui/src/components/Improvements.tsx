import { useState } from 'react';
import type { Improvement, ImprovementRow } from '../data/evaluation/improvements';
import { shortDate } from '../i18n/dates';
import { id } from '../i18n/id';
import { ImprovementDialog } from './improvements/ImprovementDialog';
import styles from './improvements/improvements.module.css';
import shared from './shared.module.css';
import { StateBadge } from './StateBadge';
import type { Tone } from './tone';

export { blankImprovement, ImprovementDialog } from './improvements/ImprovementDialog';

const text = id.feedback.improvements;

const tones: Record<keyof typeof text.states, Tone> = { draft: 'warn', open: 'info', overdue: 'bad', done: 'good' };

function stateOf({ improvement, overdue }: ImprovementRow): keyof typeof text.states {
  if (improvement.done_on !== null) return 'done';
  if (overdue) return 'overdue';
  return improvement.action === '' || improvement.owner === '' || improvement.due === null ? 'draft' : 'open';
}

/** How an improvement stands, in a word. */
export function ImprovementState({ row }: { row: ImprovementRow }) {
  const state = stateOf(row);
  return <StateBadge tone={tones[state]}>{text.states[state]}</StateBadge>;
}

/** Improvements of one class or survey as a table; a finding opens its form. */
export function ImprovementTable({ rows, label, withSource }: { rows: readonly ImprovementRow[]; label: string; withSource?: boolean }) {
  const [opened, setOpened] = useState<Improvement | null>(null);
  return (
    <>
      <table className={`${shared.table} ${styles.table}`} aria-label={label}>
        <thead>
          <tr>
            <th scope="col">{text.finding}</th>
            <th scope="col">{text.action}</th>
            {withSource && <th scope="col">{text.source}</th>}
            <th scope="col" style={{ width: 180 }}>
              {text.owner}
            </th>
            <th scope="col" style={{ width: 104 }}>
              {text.due}
            </th>
            <th scope="col" style={{ width: 164 }}>
              {text.state}
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row, at) => {
            const { improvement } = row;
            return (
              <tr key={improvement.id ?? at}>
                <td>
                  <button
                    type="button"
                    className={styles.open}
                    aria-label={text.openOne(improvement.finding)}
                    onClick={() => setOpened(improvement)}
                  >
                    {improvement.finding}
                  </button>
                </td>
                <td>{improvement.action === '' ? <span className="muted">{text.noAction}</span> : improvement.action}</td>
                {withSource && <td>{row.source}</td>}
                <td>{improvement.owner}</td>
                <td>{improvement.due === null ? '' : shortDate(improvement.due)}</td>
                <td>
                  <ImprovementState row={row} />
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
      <ImprovementDialog improvement={opened} onClose={() => setOpened(null)} />
    </>
  );
}

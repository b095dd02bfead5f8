import shared from '../../../../components/shared.module.css';
import type { ProposalClass, ProposalCost, ScheduleProposal } from '../../../../data/planning/schedule';
import { id } from '../../../../i18n/id';
import { formatNumber } from '../../../../i18n/numbers';
import styles from '../schedule.module.css';

const text = id.schedule.proposal;

const kinds = ['busy', 'spread'] as const;

export const total = (cost: ProposalCost) => cost.busy + cost.spread;

function Difference({ before, after }: { before: number; after: number }) {
  const difference = after - before;
  if (difference === 0) return <span className="muted">{text.same}</span>;
  return <span className={difference < 0 ? styles.better : styles.worse}>{difference < 0 ? text.less(-difference) : text.more(difference)}</span>;
}

/** What the schedule costs where it stands and in the proposal, by kind. */
export function CostTable({ proposal }: { proposal: ScheduleProposal }) {
  const { before, after, bound } = proposal;
  return (
    <table className={`${shared.table} ${shared.loose}`} aria-label={text.cost}>
      <thead>
        <tr>
          <th scope="col">{text.costKind}</th>
          <th scope="col" className={shared.end}>
            {text.before}
          </th>
          <th scope="col" className={shared.end}>
            {text.after}
          </th>
          <th scope="col">{text.difference}</th>
          <th scope="col">{text.meaning}</th>
        </tr>
      </thead>
      <tbody>
        {kinds.map((kind) => (
          <tr key={kind}>
            <th scope="row">{text.kinds[kind]}</th>
            <td className={shared.end}>{formatNumber(before[kind])}</td>
            <td className={shared.end}>{formatNumber(after[kind])}</td>
            <td>
              <Difference before={before[kind]} after={after[kind]} />
            </td>
            <td className="muted">{text.meanings[kind]}</td>
          </tr>
        ))}
        <tr>
          <th scope="row">{text.total}</th>
          <td className={shared.end}>
            <strong>{formatNumber(total(before))}</strong>
          </td>
          <td className={shared.end}>
            <strong>{formatNumber(total(after))}</strong>
          </td>
          <td>
            <Difference before={total(before)} after={total(after)} />
          </td>
          <td className="muted">{total(after) <= bound ? text.best : text.bound(bound)}</td>
        </tr>
      </tbody>
    </table>
  );
}

/** What each class costs, and why. */
export function ClassCosts({ classes }: { classes: readonly ProposalClass[] }) {
  return (
    <div className={styles.tableScroll}>
      <table className={shared.table} aria-label={text.byClass}>
        <thead>
          <tr>
            <th scope="col" style={{ width: '32%' }}>
              {text.class}
            </th>
            <th scope="col" className={shared.end} style={{ width: 70 }}>
              {text.sessions}
            </th>
            <th scope="col" className={shared.end} style={{ width: 90 }}>
              {text.before}
            </th>
            <th scope="col" className={shared.end} style={{ width: 90 }}>
              {text.after}
            </th>
            <th scope="col">{text.why}</th>
          </tr>
        </thead>
        <tbody>
          {classes.map((row) => (
            <tr key={row.class}>
              <td>{row.title}</td>
              <td className={shared.end}>{formatNumber(row.placed)}</td>
              <td className={shared.end}>{formatNumber(total(row.before))}</td>
              <td className={shared.end}>{formatNumber(total(row.after))}</td>
              <td>
                {row.sentences.map((sentence) => (
                  <p key={sentence}>{sentence}</p>
                ))}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

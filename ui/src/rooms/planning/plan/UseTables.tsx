import { Link } from '@tanstack/react-router';
import { Fragment } from 'react';
import shared from '../../../components/shared.module.css';
import type { RealisationView, UseView } from '../../../data/planning/plan';
import { id } from '../../../i18n/id';
import { formatNumber } from '../../../i18n/numbers';
import { monthOf, share } from './figures';
import styles from './plan.module.css';

const text = id.plan.realisation;

function Heads() {
  return (
    <>
      {[text.planned, text.committed, text.paid, text.left, text.absorbed].map((label) => (
        <th key={label} scope="col" className={shared.end} style={{ width: 128 }}>
          {label}
        </th>
      ))}
    </>
  );
}

function Cells({ used: { sums, left, absorbed } }: { used: UseView }) {
  return (
    <>
      <td className={shared.end}>{formatNumber(sums.planned)}</td>
      <td className={shared.end}>{formatNumber(sums.committed)}</td>
      <td className={shared.end}>{formatNumber(sums.paid)}</td>
      <td className={left < 0 ? `${shared.end} ${styles.less}` : shared.end}>{formatNumber(left)}</td>
      <td className={shared.end}>{share(absorbed)}</td>
    </>
  );
}

/** Ceiling by ceiling. */
export function CeilingUses({ view }: { view: RealisationView }) {
  if (view.ceilings.length === 0) return null;
  return (
    <section className={styles.section}>
      <h2>{text.ceilings}</h2>
      <table className={shared.table} aria-label={text.ceilings}>
        <thead>
          <tr>
            <th scope="col">{text.ceiling}</th>
            <th scope="col" className={shared.end} style={{ width: 128 }}>{text.amount}</th>
            <Heads />
          </tr>
        </thead>
        <tbody>
          {view.ceilings.map((line) => (
            <tr key={line.label}>
              <td>{line.label}</td>
              <td className={shared.end}>{formatNumber(line.amount)}</td>
              <Cells used={line.used} />
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

/** Class by class, and under each its lines. */
export function LineUses({ view }: { view: RealisationView }) {
  if (view.items.length === 0) return null;
  return (
    <section className={styles.section}>
      <h2>{text.lines}</h2>
      <table className={shared.table} aria-label={text.lines}>
        <thead>
          <tr>
            <th scope="col">{text.line}</th>
            <Heads />
          </tr>
        </thead>
        <tbody>
          {view.items.map((item) => (
            <Fragment key={item.item}>
              <tr className={styles.chosen}>
                <td>
                  <Link to="/planning/items/$id" params={{ id: item.item }}>{item.name}</Link>
                  {item.classes.map(([key, title]) => (
                    <div key={key}>
                      <Link to="/classes/$id" params={{ id: key }}>{title}</Link>
                    </div>
                  ))}
                </td>
                <Cells used={item.used} />
              </tr>
              {item.lines.map((line) => (
                <tr key={line.line}>
                  <td>
                    <span className="number muted">{line.account}</span> {line.text} <span className="muted">({line.fund})</span>
                  </td>
                  <Cells used={line.used} />
                </tr>
              ))}
            </Fragment>
          ))}
          <tr>
            <th scope="row">{text.total}</th>
            <Cells used={view.total} />
          </tr>
        </tbody>
      </table>
    </section>
  );
}

/** Month by month. */
export function MonthUses({ view }: { view: RealisationView }) {
  return (
    <section className={styles.section}>
      <h2>{text.months}</h2>
      <table className={shared.table} aria-label={text.months}>
        <thead>
          <tr>
            {[text.month, text.planned, text.committed, text.paid, text.soFar].map((label, at) => (
              <th key={label} scope="col" className={at > 0 ? shared.end : undefined}>
                {label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {view.months.map((line) => (
            <tr key={line.month}>
              <td>{monthOf(line.month)}</td>
              <td className={shared.end}>{formatNumber(line.planned)}</td>
              <td className={shared.end}>{formatNumber(line.committed)}</td>
              <td className={shared.end}>{formatNumber(line.paid)}</td>
              <td className={shared.end}>{formatNumber(line.paid_so_far)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

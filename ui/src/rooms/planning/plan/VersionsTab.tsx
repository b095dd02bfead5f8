import { Link } from '@tanstack/react-router';
import { Loaded } from '../../../components/Loaded';
import shared from '../../../components/shared.module.css';
import { StateBadge } from '../../../components/StateBadge';
import { usePlans, type PlanView } from '../../../data/planning/plan';
import { columnDate } from '../../../i18n/dates';
import { id } from '../../../i18n/id';
import { formatNumber } from '../../../i18n/numbers';
import { level, stateOf } from './figures';
import styles from './plan.module.css';

const text = id.plan.versions;
const list = id.plan.list;

/** Every version and draft of the year, each with the way to what differs. */
export function VersionsTab({ view }: { view: PlanView }) {
  const { head } = view.row;
  return (
    <section className={styles.section}>
      <h2>{text.title}</h2>
      <Loaded query={usePlans()}>
        {(plans) => {
          const rows = plans.filter((row) => row.head.year === head.year);
          if (rows.length < 2) return <p className="muted">{text.none}</p>;
          return (
            <table className={shared.table} aria-label={text.title}>
              <thead>
                <tr>
                  <th scope="col">{list.name}</th>
                  <th scope="col" style={{ width: 72 }}>{list.version}</th>
                  <th scope="col" style={{ width: 210 }}>{list.state}</th>
                  <th scope="col" className={shared.end} style={{ width: 100 }}>{list.classes}</th>
                  <th scope="col" className={shared.end} style={{ width: 140 }}>{list.cost}</th>
                  <th scope="col" className={shared.end} style={{ width: 120 }}>{id.plan.choice.value}</th>
                  <th scope="col" style={{ width: 200 }}>{id.plan.list.compare}</th>
                </tr>
              </thead>
              <tbody>
                {rows.map((row) => (
                  <tr key={row.head.id} className={row.head.id === head.id ? styles.chosen : undefined}>
                    <td>
                      <Link to="/planning/plans/$id" params={{ id: row.head.id }}>{row.head.name}</Link>
                      {row.head.reason !== '' && <div className="muted">{row.head.reason}</div>}
                    </td>
                    <td className="number">{row.head.version}</td>
                    <td>
                      <StateBadge tone={stateOf(row.head.status).tone}>{stateOf(row.head.status).label}</StateBadge>
                      {row.head.approved_on !== null && <span className="muted"> {columnDate(row.head.approved_on)}</span>}
                    </td>
                    <td className={shared.end}>{list.ofCandidates(row.chosen, row.candidates)}</td>
                    <td className={shared.end}>{formatNumber(row.cost)}</td>
                    <td className={shared.end}>{level(row.value)}</td>
                    <td>
                      {row.head.id !== head.id && (
                        <Link to="/planning/compare" search={{ one: row.head.id, other: head.id } as never}>
                          {text.compare}
                        </Link>
                      )}
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          );
        }}
      </Loaded>
    </section>
  );
}

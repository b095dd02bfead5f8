import type { Impact, ImpactSide } from '../data/evaluation/programmes';
import { shortDate } from '../i18n/dates';
import { id } from '../i18n/id';
import { formatHundredths, formatNumber } from '../i18n/numbers';
import styles from './followups/followups.module.css';
import shared from './shared.module.css';

const room = id.followups;
const text = room.impact;

/** Complaints and IKM of the participants' units before and after, with how many answered, and what they do not say. */
export function ImpactTable({ impact }: { impact: Impact }) {
  return (
    <>
      {impact.units.length === 0 ? (
        <p className="muted">{text.none}</p>
      ) : (
        <table className={`${shared.table} ${styles.impact}`} aria-label={text.title}>
          <thead>
            <tr>
              <th scope="col">{text.unit}</th>
              <th scope="col" className={shared.end} style={{ width: 80 }}>{text.participants}</th>
              <th scope="col" className={shared.end} style={{ width: 132 }}>{text.head(text.complaints, text.before)}</th>
              <th scope="col" className={shared.end} style={{ width: 132 }}>{text.head(text.complaints, text.after)}</th>
              <th scope="col" style={{ width: 200 }}>{text.head(text.ikm, text.before)}</th>
              <th scope="col" style={{ width: 200 }}>{text.head(text.ikm, text.after)}</th>
            </tr>
          </thead>
          <tbody>
            {impact.units.map((row) => (
              <tr key={row.unit}>
                <td>
                  {row.path}
                  {!row.complete && <span className="muted">{text.running}</span>}
                </td>
                <td className={shared.end}>{formatNumber(row.participants)}</td>
                <Complaints side={row.before} />
                <Complaints side={row.after} />
                <Ikm side={row.before} />
                <Ikm side={row.after} />
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {impact.without > 0 && <p className="muted">{text.without(impact.without)}</p>}
      <p>{impact.sentence}</p>
    </>
  );
}

function Complaints({ side }: { side: ImpactSide }) {
  return (
    <td className={shared.end} title={text.span(shortDate(side.from), shortDate(side.to))}>
      {formatNumber(side.complaints)}
    </td>
  );
}

function Ikm({ side }: { side: ImpactSide }) {
  const { ikm } = side;
  if (ikm === null) return <td title={text.span(shortDate(side.from), shortDate(side.to))}>{room.dash}</td>;
  return (
    <td>
      {text.survey(ikm.value === null ? room.dash : formatHundredths(ikm.value), ikm.n)}
      <span className="muted">{ikm.name}</span>
    </td>
  );
}

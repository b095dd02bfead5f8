import { Link } from '@tanstack/react-router';
import { roundAbout, RoundTitle } from '../../../components/rounds';
import shared from '../../../components/shared.module.css';
import type { RoundRow } from '../../../data/evaluation/feedback';
import { shortDate } from '../../../i18n/dates';
import { id } from '../../../i18n/id';
import styles from './evaluation.module.css';

const room = id.feedback;
const text = room.rounds;

/** The collections of sheets of one class: each opens where its sheets are typed. */
export function RoundTable({ classId, rows }: { classId: string; rows: readonly RoundRow[] }) {
  return (
    <table className={shared.table} aria-label={text.label}>
      <thead>
        <tr>
          <th scope="col">{text.what}</th>
          <th scope="col">{text.about}</th>
          <th scope="col" style={{ width: 112 }}>
            {text.opened}
          </th>
          <th scope="col" className={shared.end} style={{ width: 168 }}>
            {text.sheets}
          </th>
          <th scope="col" className={shared.end} style={{ width: 88 }} title={text.shareTitle}>
            {text.share}
          </th>
          <th scope="col" style={{ width: 152 }}>
            <span className="hidden">{id.lines.tools}</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => {
          const title = `${row.title}, ${roundAbout(row)}`;
          return (
            <tr key={row.id}>
              <td>
                <RoundTitle title={row.title} />
              </td>
              <td>{roundAbout(row)}</td>
              <td>{shortDate(row.opened_on)}</td>
              <td className={shared.end}>{room.sheetsOf(row.sheets, row.present)}</td>
              <td className={shared.end}>{row.share === null ? room.dash : room.percent(String(row.share))}</td>
              <td>
                <span className={styles.links}>
                  <Link
                    to="/classes/$id/evaluation/rounds/$round"
                    params={{ id: classId, round: row.id }}
                    aria-label={text.typeFor(title)}
                  >
                    {text.type}
                  </Link>
                  <Link
                    to="/evaluation/feedback/$kind/$id"
                    params={{ kind: 'round', id: row.id }}
                    aria-label={text.reportFor(title)}
                  >
                    {text.report}
                  </Link>
                </span>
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

import shared from '../../components/shared.module.css';
import type { ProfileGroup } from '../../data/voice';
import { id } from '../../i18n/id';
import { formatNumber } from '../../i18n/numbers';
import { twoPlaces } from './figures';
import styles from './voice.module.css';

const text = id.voice.profile;

/** Who answered, told apart by one thing after the other; small groups show no index. */
export function ProfileTables({ groups }: { groups: readonly ProfileGroup[] }) {
  return (
    <section className={styles.section} aria-label={text.title}>
      <h2>
        {text.title} <span className="muted">{text.hint}</span>
      </h2>
      <div className={styles.profiles}>
        {groups.map((group) => (
          <table key={group.title} className={shared.table} aria-label={group.title}>
            <thead>
              <tr>
                <th scope="col">{group.title}</th>
                <th scope="col" className={shared.end} style={{ width: 112 }}>{text.count}</th>
                <th scope="col" className={shared.end} style={{ width: 116 }}>{text.ikm}</th>
              </tr>
            </thead>
            <tbody>
              {group.rows.map((row) => (
                <tr key={row.label}>
                  <td>{row.label}</td>
                  <td className={shared.end}>{formatNumber(row.respondents)}</td>
                  <td className={shared.end}>
                    {row.ikm === null ? <span className="muted">{text.hidden}</span> : twoPlaces(row.ikm)}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        ))}
      </div>
    </section>
  );
}

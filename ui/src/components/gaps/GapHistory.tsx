import { useGapHistory } from '../../data/needs';
import { shortDate } from '../../i18n/dates';
import { id } from '../../i18n/id';
import { formatHundredths, formatNumber } from '../../i18n/numbers';
import { Bar } from '../Bar';
import { Loaded } from '../Loaded';
import shared from '../shared.module.css';
import styles from './gaps.module.css';

const room = id.needs;
const text = room.person;

/** The JPM on each day on which something changed, the latest first. */
export function GapHistory({ person }: { person: string }) {
  const history = useGapHistory(person);
  return (
    <section className={styles.history} aria-label={text.history}>
      <h2>{text.history}</h2>
      <Loaded query={history}>
        {(points) => (
          <table className={`${shared.table} ${shared.loose}`} aria-label={text.history}>
            <thead>
              <tr>
                <th scope="col">{text.day}</th>
                <th scope="col">{room.jpm}</th>
                <th scope="col" className={shared.end}>{room.map.assessed}</th>
                <th scope="col">{text.changes}</th>
              </tr>
            </thead>
            <tbody>
              {[...points].reverse().map((point) => (
                <tr key={point.day}>
                  <th scope="row">{shortDate(point.day)}</th>
                  <td title={point.jpm_band}>
                    {point.jpm === null ? (
                      <span className="muted">{room.unknown}</span>
                    ) : (
                      <Bar percent={point.jpm / 100}>{formatHundredths(point.jpm)} %</Bar>
                    )}
                  </td>
                  <td className={shared.end}>
                    {formatNumber(point.assessed)}
                    <span className="muted"> / {formatNumber(point.required_count)}</span>
                  </td>
                  <td>{point.changes.join('; ')}</td>
                </tr>
              ))}
            </tbody>
          </table>
        )}
      </Loaded>
    </section>
  );
}

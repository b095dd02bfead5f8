import { Icon } from '../../components/icons';
import { id } from '../../i18n/id';
import styles from './needs.module.css';

const text = id.needs.map;
const bands = ['none', 'low', 'middle', 'high', 'unknown'] as const;

/** What the colours and signs of the map mean. */
export function HeatLegend() {
  return (
    <ul className={styles.legend} aria-label={text.legend}>
      {bands.map((band) => (
        <li key={band}>
          <span className={styles.swatch} data-band={band} aria-hidden>
            {band === 'unknown' ? '?' : ''}
          </span>
          {text.legends[band]}
        </li>
      ))}
      <li>
        <Icon name="warning" size={14} />
        {text.legends.disputed}
      </li>
    </ul>
  );
}

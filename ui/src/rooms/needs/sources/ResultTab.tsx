import shared from '../../../components/shared.module.css';
import type { InquiryView } from '../../../data/needs/inquiries';
import { id } from '../../../i18n/id';
import { formatHundredths, formatNumber } from '../../../i18n/numbers';
import { levelText } from './sourceForm';
import styles from './sources.module.css';

const text = id.inquiries.result;

/** What an inquiry found in people, competency by competency. */
export function ResultTab({ view }: { view: InquiryView }) {
  const names = new Map(view.competencies.map((one) => [one.id, one.name]));
  if (view.summary.length === 0) return <p role="status">{text.none}</p>;
  return (
    <table className={`${shared.table} ${styles.table}`} aria-label={text.label}>
      <thead>
        <tr>
          <th scope="col">{text.competency}</th>
          {[text.people, text.mean, text.lowest, text.highest].map((head) => (
            <th key={head} scope="col" className={shared.end} style={{ width: 110 }}>
              {head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {view.summary.map((of) => (
          <tr key={of.competency}>
            <td>{names.get(of.competency) ?? ''}</td>
            <td className={shared.end}>{formatNumber(of.people)}</td>
            <td className={shared.end}>{of.mean === null ? '–' : formatHundredths(of.mean)}</td>
            <td className={shared.end}>{levelText(of.lowest)}</td>
            <td className={shared.end}>{levelText(of.highest)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

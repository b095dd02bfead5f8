import { ReasonList } from '../../../components/ReasonList';
import type { LikelyDuplicate } from '../../../data/people';
import { shortDate } from '../../../i18n/dates';
import { id } from '../../../i18n/id';
import { formatNip } from '../../../i18n/nip';
import classes from './import.module.css';

const text = id.importing.check;

/** People in the file who look like somebody who is known under another number. */
export function Duplicates({ of }: { of: readonly LikelyDuplicate[] }) {
  return (
    <div className={classes.scroll}>
      <p className="muted">{text.duplicates.text}</p>
      <table className={classes.table}>
        <thead>
          <tr>
            <th>{text.duplicates.inFile}</th>
            <th>{text.duplicates.other}</th>
            <th style={{ width: '120px' }}>{text.duplicates.born}</th>
          </tr>
        </thead>
        <tbody>
          {of.map((one) => (
            <tr key={`${one.sheet} ${one.row} ${one.other_nip}`}>
              <td>
                {one.name}
                <div className="muted">
                  {formatNip(one.nip)} · {text.placeLong(one.sheet, one.row)}
                </div>
              </td>
              <td>
                {one.other_name}
                <div className="muted">{[formatNip(one.other_nip), one.other_place].filter(Boolean).join(' · ')}</div>
              </td>
              <td>{one.birth_date && shortDate(one.birth_date)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

export function NewUnits({ of }: { of: readonly string[] }) {
  return (
    <div className={classes.scroll}>
      <p className="muted">{text.unitsText}</p>
      <ul className={classes.plainList}>
        {of.map((path) => (
          <li key={path}>{path}</li>
        ))}
      </ul>
    </div>
  );
}

export function Notes({ of }: { of: readonly string[] }) {
  return (
    <div className={classes.scroll}>
      <ReasonList label={text.notesTab} reasons={of.map((note) => ({ tone: 'info', text: note }))} />
    </div>
  );
}

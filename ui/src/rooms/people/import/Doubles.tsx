import { Button } from '@mantine/core';
import type { ImportRow, RowRef } from '../../../data/people';
import { id } from '../../../i18n/id';
import { formatNip } from '../../../i18n/nip';
import classes from './import.module.css';

const text = id.importing.check;

/** Refused rows that share a NIP, in groups. */
export function sameNip(refused: readonly ImportRow[]): ImportRow[][] {
  const groups = new Map<string, ImportRow[]>();
  for (const row of refused) {
    if (row.nip !== '') groups.set(row.nip, [...(groups.get(row.nip) ?? []), row]);
  }
  return [...groups.values()].filter((group) => group.length > 1);
}

interface DoublesProps {
  groups: readonly (readonly ImportRow[])[];
  used: readonly RowRef[];
  onUse: (row: ImportRow) => void;
  onUsed: (rows: RowRef[]) => void;
}

/** The same NIP in several rows: the operator says which one counts. */
export function Doubles({ groups, used, onUse, onUsed }: DoublesProps) {
  return (
    <div className={classes.scroll}>
      {groups.length > 0 && <p className="muted">{text.doubles.text}</p>}
      {groups.map((group) => (
        <section key={group[0]?.nip} className={classes.card} aria-label={group[0]?.nip}>
          <h3>{formatNip(group[0]?.nip ?? '')}</h3>
          <table className={classes.table}>
            <tbody>
              {group.map((row) => (
                <tr key={`${row.sheet} ${row.row}`}>
                  <td style={{ width: '240px' }}>{text.placeLong(row.sheet, row.row)}</td>
                  <td>{row.name}</td>
                  <td style={{ width: '100px' }}>
                    <Button
                      variant="default"
                      size="compact-sm"
                      aria-label={text.doubles.useLabel(row.sheet, row.row)}
                      onClick={() => onUse(row)}
                    >
                      {text.doubles.use}
                    </Button>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      ))}
      {used.length > 0 && (
        <section className={classes.card} aria-label={text.doubles.decided}>
          <h3>{text.doubles.decided}</h3>
          <table className={classes.table}>
            <tbody>
              {used.map((row) => (
                <tr key={`${row.sheet} ${row.row}`}>
                  <td>{text.placeLong(row.sheet, row.row)}</td>
                  <td style={{ width: '100px' }}>
                    <Button
                      variant="subtle"
                      size="compact-sm"
                      aria-label={text.doubles.forgetLabel(row.sheet, row.row)}
                      onClick={() => onUsed(used.filter((other) => other !== row))}
                    >
                      {text.doubles.forget}
                    </Button>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      )}
    </div>
  );
}

import { Select } from '@mantine/core';
import { useState } from 'react';
import { Loaded } from '../../components/Loaded';
import shared from '../../components/shared.module.css';
import { useLedger, type Ledger } from '../../data/career';
import { shortDate } from '../../i18n/dates';
import { id } from '../../i18n/id';
import { formatNumber } from '../../i18n/numbers';
import classes from './people.module.css';

const text = id.career.ledger;
const heads = [
  { label: text.date, width: '112px' },
  { label: text.form, width: '180px' },
  { label: text.what },
  { label: text.jp, width: '72px', number: true },
  { label: text.note, width: '34%' },
];

/** The JP that somebody has earned, year by year; a line that earns nothing says why. */
export function PersonLedger({ person }: { person: string }) {
  const [year, setYear] = useState<number | null>(null);
  const ledger = useLedger(person, year);
  return (
    <section className={classes.history} aria-label={text.title}>
      <Loaded query={ledger}>
        {(known) => (
          <>
            <div className={classes.ledgerHead}>
              <Select
                label={text.year}
                data={[
                  { value: '', label: text.allYears },
                  ...known.years.map((one) => ({ value: String(one), label: String(one) })),
                ]}
                allowDeselect={false}
                value={year === null ? '' : String(year)}
                onChange={(next) => setYear(next === null || next === '' ? null : Number(next))}
              />
            </div>
            {known.rows.length === 0 ? (
              <p className="muted">{year === null ? text.none : text.noneIn(year)}</p>
            ) : (
              <Rows ledger={known} />
            )}
          </>
        )}
      </Loaded>
    </section>
  );
}

function Rows({ ledger }: { ledger: Ledger }) {
  return (
    <table className={`${shared.table} ${classes.lines} ${classes.ledger}`}>
      <thead>
        <tr>
          {heads.map(({ label, width, number }) => (
            <th key={label} scope="col" style={{ width }} className={number ? 'number' : undefined}>
              {label}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {ledger.rows.map((row) => (
          <tr key={row.id}>
            <td>{shortDate(row.date)}</td>
            <td>{row.form}</td>
            <td>{row.title}</td>
            <td className="number">{formatNumber(row.jp)}</td>
            <td className="muted">{row.note}</td>
          </tr>
        ))}
      </tbody>
      <tfoot>
        <tr>
          <th scope="row" colSpan={3}>
            {text.totalLabel}
          </th>
          <td className="number">{text.total(ledger.total)}</td>
          <td />
        </tr>
      </tfoot>
    </table>
  );
}

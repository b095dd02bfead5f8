import { Button } from '@mantine/core';
import { ReasonList } from '../../../components/ReasonList';
import type { ImportRow } from '../../../data/people';
import { id } from '../../../i18n/id';
import { formatNip } from '../../../i18n/nip';
import classes from './import.module.css';

const text = id.importing.check.detail;

/** One row of the file: what it changes, field by field, or why it is refused, cell by cell. */
export function RowDetail({ row, onUse }: { row: ImportRow; onUse?: () => void }) {
  return (
    <>
      <div>
        <strong>{row.name}</strong>
        {row.nip !== '' && <div className="muted">{formatNip(row.nip)}</div>}
      </div>
      {row.refusals.length > 0 && (
        <section aria-label={text.refusals}>
          <h3>{text.refusals}</h3>
          <ReasonList
            label={text.refusals}
            reasons={row.refusals.map((refusal) => ({
              tone: 'bad',
              subject: text.cell(refusal.cell, refusal.value),
              text: refusal.rule,
              remedy: refusal.remedy,
            }))}
          />
          {onUse && (
            <Button variant="default" mt="md" onClick={onUse}>
              {text.useRow}
            </Button>
          )}
        </section>
      )}
      {row.status === 'new' && <p>{text.isNew}</p>}
      {row.status === 'unchanged' && <p>{text.same}</p>}
      {row.changes.length > 0 && (
        <section aria-label={text.changes}>
          <h3>{text.changes}</h3>
          <table className={classes.table}>
            <thead>
              <tr>
                <th style={{ width: '30%' }}>{text.field}</th>
                <th>{text.from}</th>
                <th>{text.to}</th>
              </tr>
            </thead>
            <tbody>
              {row.changes.map((change) => (
                <tr key={change.label}>
                  <td>{change.label}</td>
                  <td className="muted">{change.from === '' ? text.empty : change.from}</td>
                  <td>{change.to === '' ? text.empty : change.to}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      )}
      {row.warnings.length > 0 && (
        <section aria-label={text.warnings}>
          <h3>{text.warnings}</h3>
          <ReasonList label={text.warnings} reasons={row.warnings.map((warning) => ({ tone: 'warn', text: warning }))} />
        </section>
      )}
    </>
  );
}

import { TextInput } from '@mantine/core';
import { useState, type KeyboardEvent } from 'react';
import { RefusalError } from '../../../backend/backend';
import { DateField } from '../../../components/DateField';
import { StateBadge } from '../../../components/StateBadge';
import shared from '../../../components/shared.module.css';
import { useSetProgress, type MilestoneRow, type ProjectView } from '../../../data/classes/projects';
import { refusalText } from '../../../data/mutation';
import { shortDate } from '../../../i18n/dates';
import { id } from '../../../i18n/id';
import styles from './projects.module.css';
import { useFollowed } from './useFollowed';

const text = id.projects.milestones;

/** How far each milestone has come, typed in place: Enter keeps it and goes on to the next one. */
export function MilestoneEntry({ view }: { view: ProjectView }) {
  return (
    <section className={styles.section} aria-label={text.title}>
      <h2>{text.title}</h2>
      {view.milestones.length === 0 ? (
        <p className="muted">{text.none}</p>
      ) : (
        <>
          <table className={`${shared.table} ${styles.lines}`}>
            <colgroup>
              <col />
              <col style={{ width: 100 }} />
              <col style={{ width: 100 }} />
              <col style={{ width: 92 }} />
              <col style={{ width: 168 }} />
              <col style={{ width: 132 }} />
            </colgroup>
            <thead>
              <tr>
                <th scope="col">{text.name}</th>
                <th scope="col">{text.starts}</th>
                <th scope="col">{text.due}</th>
                <th scope="col" className={shared.end}>
                  {text.percent}
                </th>
                <th scope="col">{text.doneOn}</th>
                <th scope="col">{text.state}</th>
              </tr>
            </thead>
            <tbody>
              {view.milestones.map((row) => (
                <Line key={row.id} project={view.id} row={row} />
              ))}
            </tbody>
          </table>
          <p className="muted">{text.hint}</p>
        </>
      )}
    </section>
  );
}

/** Percent of the next line, or of this one when it is the last. */
function goOn(event: KeyboardEvent<HTMLInputElement>) {
  const fields = [...(event.currentTarget.closest('tbody')?.querySelectorAll<HTMLInputElement>('[data-percent]') ?? [])];
  const next = fields[fields.indexOf(event.currentTarget) + 1];
  next?.focus();
  next?.select();
}

function Line({ project, row }: { project: string; row: MilestoneRow }) {
  const save = useSetProgress(project);
  const [percent, setPercent] = useFollowed(String(row.percent));
  const [doneOn, setDoneOn] = useFollowed(row.done_on);
  const [error, setError] = useState<{ field: string; message: string } | null>(null);

  const keep = async (typed: string, done: string | null) => {
    const wanted = typed.trim().replace(/\s*%$/, '');
    if (!/^\d{1,4}$/.test(wanted)) {
      setError({ field: 'percent', message: text.percentWrong(typed.trim()) });
      return;
    }
    setError(null);
    if (Number(wanted) === row.percent && done === row.done_on) return;
    try {
      await save.mutateAsync({ milestone: row.id, percent: Number(wanted), done_on: done });
    } catch (refused) {
      const field = refused instanceof RefusalError ? refused.fields[0] : undefined;
      setError({ field: field?.field.split('.').at(-1) ?? 'percent', message: field?.message ?? refusalText(refused) });
    }
  };
  const keepPercent = (typed: string) => void keep(typed, Number(typed) === 100 ? doneOn : null);
  // A day on which it was done says that it is done.
  const keepDay = () => {
    if (doneOn !== row.done_on) void keep(doneOn === null ? percent : '100', doneOn);
  };
  const at = (field: string) => (error?.field === field ? error.message : undefined);
  return (
    <tr>
      <td>{row.name}</td>
      <td className="number">{shortDate(row.starts)}</td>
      <td className="number">{shortDate(row.due)}</td>
      <td className={shared.end}>
        <TextInput
          aria-label={text.percentOf(row.name)}
          data-percent
          inputMode="numeric"
          autoComplete="off"
          value={percent}
          error={at('percent')}
          onFocus={(event) => event.currentTarget.select()}
          onChange={(event) => setPercent(event.currentTarget.value)}
          onBlur={(event) => keepPercent(event.currentTarget.value)}
          onKeyDown={(event) => {
            if (event.key === 'Enter') {
              event.preventDefault();
              // Leaving the field keeps it; the last one is kept where it stands.
              goOn(event);
              if (document.activeElement === event.currentTarget) keepPercent(event.currentTarget.value);
            }
          }}
        />
      </td>
      <td>
        <DateField
          label={text.doneOf(row.name)}
          hideLabel
          value={doneOn}
          error={at('done_on')}
          onChange={setDoneOn}
          onBlur={keepDay}
        />
      </td>
      <td>
        <State row={row} />
      </td>
    </tr>
  );
}

function State({ row }: { row: MilestoneRow }) {
  if (row.done_on !== null) return <StateBadge tone="good">{id.projects.done}</StateBadge>;
  if (row.overdue) return <StateBadge tone="bad">{id.projects.overdue}</StateBadge>;
  return <StateBadge>{text.running}</StateBadge>;
}

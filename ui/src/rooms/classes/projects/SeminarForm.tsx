import { Button, Fieldset, Select, TextInput } from '@mantine/core';
import { useState, type KeyboardEvent } from 'react';
import { RefusalError } from '../../../backend/backend';
import { DateField } from '../../../components/DateField';
import { useSaveSeminar, type ProjectView, type SeminarEntry, type SeminarRow } from '../../../data/classes/projects';
import { refusalText } from '../../../data/mutation';
import { id } from '../../../i18n/id';
import { formatHundredths } from '../../../i18n/numbers';
import styles from './projects.module.css';
import { useFollowed } from './useFollowed';

const text = id.projects.seminars;

/** Both seminars; the score of each becomes the score of every member under a component of the scheme. */
export function Seminars({ view }: { view: ProjectView }) {
  return (
    <section className={styles.section} aria-label={text.title}>
      <h2>{text.title}</h2>
      <p className="muted">{view.closed ? id.projects.list.closed : text.componentHint}</p>
      {view.seminars.map((row) => (
        <SeminarForm key={row.stage} view={view} row={row} />
      ))}
    </section>
  );
}

const entryOf = (row: SeminarRow): SeminarEntry => ({
  stage: row.stage,
  date: row.date,
  examiner: row.examiner,
  component: row.component,
  score: row.score === null ? '' : formatHundredths(row.score),
  note: row.note,
});

function SeminarForm({ view, row }: { view: ProjectView; row: SeminarRow }) {
  const save = useSaveSeminar(view.id);
  const [entry, setEntry] = useFollowed(entryOf(row));
  const [errors, setErrors] = useState<Readonly<Record<string, string>>>({});
  const stage = text.stages[row.stage];
  const set = (part: Partial<SeminarEntry>) => setEntry({ ...entry, ...part });
  const label = (what: string) => ({ label: what, 'aria-label': text.of(stage, what) });
  const run = async () => {
    setErrors({});
    try {
      await save.mutateAsync(entry);
    } catch (refused) {
      const fields = refused instanceof RefusalError ? refused.fields : [];
      const named = fields.map((field) => [field.field, field.message] as const);
      setErrors(Object.fromEntries(named.length > 0 ? named : [['score', refusalText(refused)]]));
    }
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || !event.ctrlKey || view.closed) return;
    event.preventDefault();
    void run();
  };
  return (
    <form
      noValidate
      aria-label={stage}
      onKeyDown={onKeyDown}
      onSubmit={(event) => {
        event.preventDefault();
        void run();
      }}
    >
      <Fieldset legend={stage} disabled={view.closed} mb="sm">
        <div className={styles.fields}>
          <DateField label={text.date} value={entry.date} disabled={view.closed} error={errors['date']} onChange={(date) => set({ date })} />
          <TextInput
            {...label(text.examiner)}
            className={styles.grow}
            autoComplete="off"
            value={entry.examiner}
            onChange={(event) => set({ examiner: event.currentTarget.value })}
          />
          <Select
            {...label(text.component)}
            className={styles.grow}
            data={[{ value: '', label: text.noComponent }, ...view.components.map((one) => ({ value: one.id, label: one.name }))]}
            value={entry.component ?? ''}
            error={errors['component']}
            allowDeselect={false}
            onChange={(value) => set({ component: value === '' ? null : value })}
          />
          <TextInput
            {...label(text.score)}
            w={100}
            inputMode="decimal"
            autoComplete="off"
            value={entry.score}
            error={errors['score']}
            onChange={(event) => set({ score: event.currentTarget.value })}
          />
          <TextInput
            {...label(text.note)}
            className={styles.grow}
            autoComplete="off"
            value={entry.note}
            onChange={(event) => set({ note: event.currentTarget.value })}
          />
        </div>
        {!view.closed && (
          <Button type="submit" variant="default" mt="sm" loading={save.isPending} title="Ctrl+Enter">
            {text.save(stage)}
          </Button>
        )}
      </Fieldset>
    </form>
  );
}

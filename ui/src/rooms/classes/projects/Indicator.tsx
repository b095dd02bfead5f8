import { Button, TextInput } from '@mantine/core';
import { useState } from 'react';
import { RefusalError } from '../../../backend/backend';
import { useSetActual, type ProjectView } from '../../../data/classes/projects';
import { refusalText } from '../../../data/mutation';
import { id } from '../../../i18n/id';
import { formatHundredths } from '../../../i18n/numbers';
import styles from './projects.module.css';
import { useFollowed } from './useFollowed';

const text = id.projects.indicator;

/** What is measured, from where to where, and how much of that way is gone. */
export function Indicator({ view }: { view: ProjectView }) {
  const amount = (value: number | null) =>
    value === null ? id.projects.dash : `${formatHundredths(value)} ${view.measure}`.trimEnd();
  const reached = view.reached === null ? id.projects.dash : `${formatHundredths(view.reached)}%`;
  if (view.indicator === '') {
    return (
      <section className={styles.section} aria-label={text.title}>
        <h2>{text.title}</h2>
        <p className="muted">{text.none}</p>
      </section>
    );
  }
  const pairs = [
    [text.baseline, amount(view.baseline), undefined],
    [text.target, amount(view.target), undefined],
    [text.actual, amount(view.actual), undefined],
    [text.reached, reached, text.reachedHint],
  ] as const;
  return (
    <section className={styles.section} aria-label={text.title}>
      <h2>{text.title}</h2>
      <p>{view.indicator}</p>
      <dl className={styles.amounts}>
        {pairs.map(([label, value, hint]) => (
          <div key={label} title={hint}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <Actual view={view} />
    </section>
  );
}

function Actual({ view }: { view: ProjectView }) {
  const save = useSetActual(view.id);
  const [typed, setTyped] = useFollowed(view.actual === null ? '' : formatHundredths(view.actual));
  const [error, setError] = useState<string | null>(null);
  const run = async () => {
    setError(null);
    try {
      await save.mutateAsync(typed);
    } catch (refused) {
      const field = refused instanceof RefusalError ? refused.fields[0]?.message : undefined;
      setError(field ?? refusalText(refused));
    }
  };
  return (
    <form
      noValidate
      className={styles.entry}
      aria-label={text.entry}
      onSubmit={(event) => {
        event.preventDefault();
        void run();
      }}
    >
      <TextInput
        label={text.entry}
        w={160}
        inputMode="decimal"
        autoComplete="off"
        value={typed}
        error={error}
        onChange={(event) => setTyped(event.currentTarget.value)}
      />
      <Button type="submit" variant="default" loading={save.isPending}>
        {text.save}
      </Button>
    </form>
  );
}

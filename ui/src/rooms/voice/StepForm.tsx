import { Select, Textarea } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useEffect } from 'react';
import { DateField } from '../../components/DateField';
import { FormPage } from '../../components/FormPage';
import { useAddStep, type ComplaintState } from '../../data/voice/complaints';
import { id } from '../../i18n/id';
import { refuseMissing } from './missing';
import styles from './voice.module.css';

const room = id.complaints;
const text = room.page;

interface Values extends Record<string, unknown> {
  date: string | null;
  state: ComplaintState;
  note: string;
}

export interface StepFormProps {
  complaint: string;
  /** The states that may follow, the usual one first. */
  next: readonly [ComplaintState, ...ComplaintState[]];
  today: string;
  onUnsaved: (unsaved: boolean) => void;
}

/** One step on the way of a complaint: when, how far it has come, what was done. */
export function StepForm({ complaint, next, today, onUnsaved }: StepFormProps) {
  const form = useForm<Values>({ initialValues: { date: today, state: next[0], note: '' } });
  const add = useAddStep(complaint, { onDone: () => onUnsaved(false) });
  const dirty = form.isDirty();
  useEffect(() => onUnsaved(dirty), [dirty, onUnsaved]);
  const submit = async ({ date, state: reached, note }: Values) => {
    if (date === null) throw refuseMissing([{ field: 'date', message: room.form.dateMissing }]);
    await add.mutateAsync({ date, state: reached, note });
  };
  return (
    <section className={styles.entry} aria-label={text.stepForm}>
      <h2>{text.stepForm}</h2>
      <FormPage form={form} onSubmit={submit} submitLabel={text.saveStep} label={text.stepForm}>
        <div className={styles.stepTop}>
          <DateField label={text.date} required {...form.getInputProps('date')} />
          <Select
            label={text.state}
            data={next.map((value) => ({ value, label: room.states[value] }))}
            allowDeselect={false}
            {...form.getInputProps('state')}
          />
        </div>
        <Textarea label={text.note} placeholder={text.noteHint} autosize minRows={2} maxRows={8} {...form.getInputProps('note')} />
      </FormPage>
    </section>
  );
}

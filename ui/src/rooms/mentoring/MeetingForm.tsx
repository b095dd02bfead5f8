import { Checkbox, Textarea, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useEffect, useRef } from 'react';
import { RefusalError } from '../../backend/backend';
import { DateField } from '../../components/DateField';
import { FormPage } from '../../components/FormPage';
import { useSaveMeeting, type Meeting } from '../../data/mentoring';
import { shortDate } from '../../i18n/dates';
import { id } from '../../i18n/id';
import styles from './mentoring.module.css';

const text = id.mentoring.meeting;

interface Values extends Omit<Meeting, 'date'> {
  [key: string]: unknown;
  date: string | null;
}

export interface MeetingFormProps {
  pair: string;
  /** The meeting to change; none for a new one. */
  meeting: Meeting | null;
  today: string;
  onUnsaved: (unsaved: boolean) => void;
  onSaved: () => void;
  onCancel?: () => void;
}

/** Entries come from a paper that both have signed, so that both signatures are ticked beforehand. */
const blank = (pair: string, today: string): Values => ({
  id: null,
  pair,
  date: today,
  topic: '',
  notes: '',
  next_step: '',
  confirmed_mentor: true,
  confirmed_mentee: true,
});

/** One meeting, typed from top to bottom; the day has the focus at once. */
export function MeetingForm({ pair, meeting, today, onUnsaved, onSaved, onCancel }: MeetingFormProps) {
  const entry = useRef<HTMLElement>(null);
  const form = useForm<Values>({ initialValues: meeting ? { ...meeting } : blank(pair, today) });
  const save = useSaveMeeting({ onDone: onSaved });
  const dirty = form.isDirty();
  useEffect(() => onUnsaved(dirty), [dirty, onUnsaved]);
  useEffect(() => {
    const first = entry.current?.querySelector('input');
    first?.focus();
    first?.select();
  }, []);
  const submit = async ({ date, ...rest }: Values) => {
    // The core knows no meeting without a day, so that it cannot say this itself.
    if (date === null) {
      const message = text.dateMissing;
      throw new RefusalError({ code: 'invalid_input', message, fields: [{ field: 'date', message }] });
    }
    await save.mutateAsync({ ...rest, date });
  };
  const title = meeting ? text.edit(shortDate(meeting.date)) : text.new;
  return (
    <section ref={entry} className={styles.entry} aria-label={title}>
      <h2>
        {title} <span className="muted">{text.hint}</span>
      </h2>
      <FormPage
        form={form}
        onSubmit={submit}
        submitLabel={meeting ? text.saveEdit : text.save}
        onCancel={onCancel}
        label={title}
      >
        <div className={styles.entryTop}>
          <DateField label={text.date} required {...form.getInputProps('date')} />
          <TextInput label={text.topic} required autoComplete="off" {...form.getInputProps('topic')} />
        </div>
        <div className={styles.entryTexts}>
          <Textarea label={text.notes} autosize minRows={2} maxRows={8} {...form.getInputProps('notes')} />
          <Textarea label={text.next} autosize minRows={2} maxRows={8} {...form.getInputProps('next_step')} />
        </div>
        <div className={styles.signs}>
          <Checkbox label={text.signedMentor} {...form.getInputProps('confirmed_mentor', { type: 'checkbox' })} />
          <Checkbox label={text.signedMentee} {...form.getInputProps('confirmed_mentee', { type: 'checkbox' })} />
        </div>
      </FormPage>
    </section>
  );
}

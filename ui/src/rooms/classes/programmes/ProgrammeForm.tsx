import { Checkbox, Select, Textarea, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useEffect } from 'react';
import { FormPage } from '../../../components/FormPage';
import type { Programme } from '../../../data/classes';
import { id } from '../../../i18n/id';
import { SubjectsTable } from '../SubjectsTable';

const text = id.classes.programmes;

export interface ProgrammeFormProps {
  programme: Programme;
  /** Code and name of each form of training. */
  forms: readonly [string, string][];
  onDirty: (dirty: boolean) => void;
  onSubmit: (programme: Programme) => Promise<unknown>;
  onCancel: () => void;
}

export function ProgrammeForm({ programme, forms, onDirty, onSubmit, onCancel }: ProgrammeFormProps) {
  const form = useForm<Programme>({ initialValues: programme });
  const dirty = form.isDirty();
  useEffect(() => onDirty(dirty), [dirty, onDirty]);
  return (
    <FormPage form={form} label={text.name} submitLabel={text.save} onSubmit={onSubmit} onCancel={onCancel}>
      <TextInput label={text.name} required data-autofocus autoFocus={programme.id === null} {...form.getInputProps('name')} />
      <Select
        label={text.form}
        description={text.formHint}
        placeholder={text.noForm}
        data={forms.map(([value, name]) => ({ value, label: name }))}
        searchable
        clearable
        maw={400}
        data-path="form"
        error={form.errors['form']}
        value={form.values.form === '' ? null : form.values.form}
        onChange={(value) => form.setFieldValue('form', value ?? '')}
      />
      <TextInput label={text.field} description={text.fieldHint} maw={400} {...form.getInputProps('field')} />
      <SubjectsTable
        subjects={form.values.subjects}
        errors={form.errors}
        onChange={(subjects) => form.setFieldValue('subjects', subjects)}
      />
      <Textarea label={text.note} autosize minRows={2} {...form.getInputProps('note')} />
      <Checkbox label={text.active} {...form.getInputProps('active', { type: 'checkbox' })} />
    </FormPage>
  );
}

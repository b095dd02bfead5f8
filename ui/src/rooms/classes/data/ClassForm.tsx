import { Fieldset, Select, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useEffect } from 'react';
import { DateField } from '../../../components/DateField';
import { FieldRow, FormPage } from '../../../components/FormPage';
import { useSignatories, type Class } from '../../../data/classes';
import { id } from '../../../i18n/id';
import { SubjectsTable } from '../SubjectsTable';

const text = id.classes.form;

/** While it is typed, a date may be missing; the core says so when it is saved. */
type Draft = Omit<Class, 'starts' | 'ends'> & { starts: string | null; ends: string | null };

export interface ClassFormProps {
  value: Class;
  submitLabel: string;
  readOnly?: boolean;
  onDirty: (dirty: boolean) => void;
  onSubmit: (value: Class) => Promise<unknown>;
  onCancel?: () => void;
}

export function ClassForm({ value, submitLabel, readOnly = false, onDirty, onSubmit, onCancel }: ClassFormProps) {
  const form = useForm<Draft>({
    initialValues: value,
    validate: {
      starts: (starts) => (starts === null ? text.dateMissing : null),
      ends: (ends) => (ends === null ? text.dateMissing : null),
    },
  });
  const known = useSignatories().data ?? [];
  const dirty = form.isDirty();
  useEffect(() => onDirty(dirty), [dirty, onDirty]);

  const submit = async (draft: Draft) => {
    const { starts, ends } = draft;
    if (starts === null || ends === null) {
      form.validate();
      return;
    }
    await onSubmit({ ...draft, starts, ends });
    form.resetDirty();
  };
  const pick = (chosen: string | null) => {
    const found = known.find((one) => one.id === chosen);
    if (found) form.setFieldValue('signatory', { ...found.signatory });
  };
  const current = known.find((one) => one.signatory.name === form.values.signatory.name);

  return (
    <FormPage form={form} label={text.name} submitLabel={submitLabel} onSubmit={submit} onCancel={onCancel} readOnly={readOnly}>
      <Fieldset variant="unstyled" disabled={readOnly} style={{ display: 'contents' }}>
        <TextInput label={text.name} required maw={400} {...form.getInputProps('name')} />
        <FieldRow>
          <DateField label={text.starts} required disabled={readOnly} {...form.getInputProps('starts')} />
          <DateField label={text.ends} required disabled={readOnly} {...form.getInputProps('ends')} />
        </FieldRow>
        <TextInput label={text.place} required {...form.getInputProps('place')} />
        <TextInput label={text.organiser} required {...form.getInputProps('organiser')} />
        <FieldRow>
          <TextInput label={text.issuePlace} description={text.issuePlaceHint} {...form.getInputProps('issue_place')} />
          <DateField
            label={text.issueDate}
            description={text.issueDateHint}
            disabled={readOnly}
            {...form.getInputProps('issue_date')}
          />
        </FieldRow>
        <SubjectsTable
          subjects={form.values.subjects}
          errors={form.errors}
          readOnly={readOnly}
          onChange={(subjects) => form.setFieldValue('subjects', subjects)}
        />
        <Fieldset legend={text.signatory}>
          {known.length > 0 && (
            <Select
              label={text.pickSignatory}
              data={known.map((one) => ({ value: one.id ?? '', label: `${one.signatory.name}, ${one.signatory.position}` }))}
              value={current?.id ?? null}
              onChange={pick}
              mb="sm"
            />
          )}
          <TextInput label={text.signatoryName} mb="sm" {...form.getInputProps('signatory.name')} />
          <TextInput label={text.signatoryPosition} mb="sm" {...form.getInputProps('signatory.position')} />
          <FieldRow>
            <TextInput label={text.signatoryRank} {...form.getInputProps('signatory.rank')} />
            <TextInput label={text.signatoryNip} inputMode="numeric" {...form.getInputProps('signatory.nip')} />
          </FieldRow>
        </Fieldset>
      </Fieldset>
    </FormPage>
  );
}

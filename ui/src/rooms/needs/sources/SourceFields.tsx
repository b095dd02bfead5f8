import { Textarea, TextInput } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { DateField } from '../../../components/DateField';
import { FieldRow } from '../../../components/FormPage';
import { UnitPicker } from '../../../components/UnitPicker';
import type { InquiryKind } from '../../../data/needs/inquiries';
import { id } from '../../../i18n/id';
import type { SourceValues } from './sourceForm';
import styles from './sources.module.css';

const text = id.inquiries.form;

/** When an inquiry was held, whom it asks, how much it counts. Readiness says nothing of levels and has no weight. */
export function SourceFields({ form, kind }: { form: UseFormReturnType<SourceValues>; kind: InquiryKind }) {
  return (
    <>
      <TextInput
        label={text.name}
        description={text.nameHint}
        required
        autoFocus={form.getValues().name === ''}
        autoComplete="off"
        {...form.getInputProps('name')}
      />
      <FieldRow>
        <DateField label={text.held} required {...form.getInputProps('held_on')} />
        {kind !== 'readiness' && (
          <TextInput
            label={text.weight}
            description={text.weightHint}
            inputMode="numeric"
            autoComplete="off"
            classNames={{ input: styles.short }}
            inputWrapperOrder={['label', 'input', 'description', 'error']}
            {...form.getInputProps('weight')}
          />
        )}
      </FieldRow>
      <UnitPicker label={text.unit} description={text.unitHint} {...form.getInputProps('unit')} />
      <TextInput label={text.participants} required={kind === 'focus_group'} autoComplete="off" {...form.getInputProps('participants')} />
      <Textarea label={text.note} autosize minRows={2} maxRows={8} {...form.getInputProps('note')} />
    </>
  );
}

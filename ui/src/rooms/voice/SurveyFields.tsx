import { TextInput } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { DateField } from '../../components/DateField';
import { FieldRow } from '../../components/FormPage';
import { UnitPicker } from '../../components/UnitPicker';
import { id } from '../../i18n/id';
import type { SurveyValues } from './surveyForm';
import styles from './voice.module.css';

const text = id.voice.survey;

/** Whose survey it is, of which period, how many were served in it. */
export function SurveyFields({ form }: { form: UseFormReturnType<SurveyValues> }) {
  return (
    <>
      <UnitPicker label={text.unit} required {...form.getInputProps('unit')} />
      <TextInput label={text.name} description={text.nameHint} required autoComplete="off" {...form.getInputProps('name')} />
      <FieldRow>
        <DateField label={text.starts} required {...form.getInputProps('starts')} />
        <DateField label={text.ends} required {...form.getInputProps('ends')} />
      </FieldRow>
      <TextInput
        label={text.population}
        description={text.populationHint}
        inputMode="numeric"
        autoComplete="off"
        classNames={{ input: styles.short }}
        {...form.getInputProps('population')}
      />
    </>
  );
}

import { Checkbox, Radio, Textarea, TextInput } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { DateField } from '../../components/DateField';
import { FieldRow } from '../../components/FormPage';
import { PersonField } from '../../components/PersonField';
import { id } from '../../i18n/id';
import styles from './mentoring.module.css';
import { ExpertiseTable, PeriodTable } from './MentorLines';
import type { MentorValues } from './mentorForm';

const text = id.mentoring.mentor;

type Form = UseFormReturnType<MentorValues>;

interface NumberProps {
  form: Form;
  name: 'fewest' | 'most';
  label: string;
}

/** A whole number of one or two digits; empty while nothing is typed. */
function NumberField({ form, name, label }: NumberProps) {
  const { value, onChange, ...rest } = form.getInputProps(name) as {
    value: number | null;
    onChange: (next: number | null) => void;
  };
  const read = (typed: string) => {
    const digits = typed.replace(/\D/g, '').slice(0, 2);
    onChange(digits === '' ? null : Number(digits));
  };
  return (
    <TextInput
      {...rest}
      label={label}
      inputMode="numeric"
      autoComplete="off"
      maw={120}
      value={value ?? ''}
      onChange={(event) => read(event.currentTarget.value)}
    />
  );
}

function OutsideFields({ form }: { form: Form }) {
  return (
    <>
      <TextInput label={text.name} required autoComplete="off" {...form.getInputProps('name')} />
      <FieldRow>
        <TextInput label={text.nip} autoComplete="off" {...form.getInputProps('nip')} />
        <TextInput label={text.rank} autoComplete="off" {...form.getInputProps('rank')} />
      </FieldRow>
      <FieldRow>
        <TextInput label={text.position} autoComplete="off" {...form.getInputProps('position')} />
        <TextInput label={text.organisation} autoComplete="off" {...form.getInputProps('organisation')} />
      </FieldRow>
    </>
  );
}

/** Who the mentor is: chosen once; afterwards the register answers for its own. */
function WhoFields({ form }: { form: Form }) {
  const { origin } = form.getValues();
  const person = form.getInputProps('person') as { value: string | null; onChange: (next: string | null) => void };
  return (
    <>
      <Radio.Group
        label={text.origin}
        value={origin}
        onChange={(next) => form.setFieldValue('origin', next)}
        className={styles.origins}
      >
        <Radio value="register" label={text.origins.register} />
        <Radio value="outside" label={text.origins.outside} />
      </Radio.Group>
      {origin === 'register' ? (
        <PersonField {...person} label={text.person} description={text.personHint} required />
      ) : (
        <OutsideFields form={form} />
      )}
    </>
  );
}

/** Everything of a mentor. */
export function MentorFields({ form }: { form: Form }) {
  const { id: known, origin } = form.getValues();
  return (
    <>
      {known === null ? <WhoFields form={form} /> : origin === 'outside' && <OutsideFields form={form} />}
      <ExpertiseTable form={form} />
      <fieldset className={styles.capacity}>
        <legend>{text.capacity}</legend>
        <NumberField form={form} name="fewest" label={text.fewest} />
        <NumberField form={form} name="most" label={text.most} />
      </fieldset>
      <PeriodTable form={form} />
      <FieldRow>
        <TextInput label={text.place} description={text.placeHint} autoComplete="off" {...form.getInputProps('place')} />
        <TextInput
          label={text.languages}
          description={text.languagesHint}
          autoComplete="off"
          {...form.getInputProps('languages')}
        />
      </FieldRow>
      <DateField label={text.penalty} description={text.penaltyHint} {...form.getInputProps('penalty_until')} />
      <Textarea label={text.note} autosize minRows={2} {...form.getInputProps('note')} />
      <Checkbox
        label={text.active}
        description={text.activeHint}
        {...form.getInputProps('active', { type: 'checkbox' })}
      />
    </>
  );
}

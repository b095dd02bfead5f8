import { ActionIcon, Checkbox, Select, Textarea, TextInput } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { useState } from 'react';
import { DateField } from '../../components/DateField';
import { FieldRow } from '../../components/FormPage';
import { Icon } from '../../components/icons';
import type { Person } from '../../data/people';
import { id } from '../../i18n/id';
import { formatNip } from '../../i18n/nip';
import classes from './people.module.css';

const text = id.people.person;

const options = (labels: Readonly<Record<string, string>>) =>
  Object.entries(labels).map(([value, label]) => ({ value, label }));

function NikField({ form }: { form: UseFormReturnType<Person> }) {
  const [shown, setShown] = useState(false);
  const label = shown ? text.nikHide : text.nikShow;
  return (
    <TextInput
      label={text.nik}
      // Not `type="password"`: nothing should offer to remember it.
      classNames={{ input: shown ? undefined : classes.masked }}
      inputMode="numeric"
      autoComplete="off"
      maxLength={32}
      {...form.getInputProps('nik')}
      rightSection={
        <ActionIcon size={28} aria-label={label} aria-pressed={shown} title={label} onClick={() => setShown(!shown)}>
          <Icon name={shown ? 'eyeOff' : 'eye'} />
        </ActionIcon>
      }
      rightSectionPointerEvents="all"
    />
  );
}

function NipField({ form }: { form: UseFormReturnType<Person> }) {
  const { nips } = form.getValues();
  if (nips.length > 1) {
    const latest = formatNip(nips.at(-1)?.nip ?? '');
    return <TextInput label={text.nip} value={latest} readOnly description={text.nipHistory(nips.length)} />;
  }
  if (nips.length === 1) {
    return <TextInput label={text.nip} description={text.nipHint} autoComplete="off" {...form.getInputProps('nips.0.nip')} />;
  }
  return (
    <TextInput
      label={text.nip}
      description={text.nipHint}
      autoComplete="off"
      data-path="nips"
      error={form.errors['nips']}
      value=""
      onChange={(event) => form.setFieldValue('nips', [{ id: null, valid_from: null, nip: event.currentTarget.value }])}
    />
  );
}

/** Everything of a person that has no history. */
export function PersonFields({ form }: { form: UseFormReturnType<Person> }) {
  return (
    <>
      <Select
        label={text.kind}
        data={options(id.people.kinds)}
        allowDeselect={false}
        maw={200}
        {...form.getInputProps('kind')}
      />
      <TextInput label={text.name} required autoComplete="off" {...form.getInputProps('name')} />
      <FieldRow>
        <TextInput label={text.titleFront} autoComplete="off" {...form.getInputProps('title_front')} />
        <TextInput label={text.titleBack} autoComplete="off" {...form.getInputProps('title_back')} />
      </FieldRow>
      <NipField form={form} />
      <FieldRow>
        <TextInput label={text.birthPlace} autoComplete="off" {...form.getInputProps('birth_place')} />
        <DateField label={text.birthDate} {...form.getInputProps('birth_date')} />
      </FieldRow>
      <FieldRow>
        <Select
          label={text.sex}
          data={options(text.sexes)}
          placeholder={text.unknown}
          clearable
          {...form.getInputProps('sex')}
        />
        <NikField form={form} />
      </FieldRow>
      <FieldRow>
        <TextInput label={text.phone} autoComplete="off" {...form.getInputProps('phone')} />
        <TextInput label={text.email} autoComplete="off" {...form.getInputProps('email')} />
      </FieldRow>
      <Textarea label={text.address} autosize minRows={2} {...form.getInputProps('address')} />
      <Textarea label={text.note} autosize minRows={2} {...form.getInputProps('note')} />
      <Checkbox
        label={text.active}
        description={text.activeHint}
        {...form.getInputProps('active', { type: 'checkbox' })}
      />
    </>
  );
}

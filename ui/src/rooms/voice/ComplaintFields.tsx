import { Autocomplete, Checkbox, Select, Textarea, TextInput } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import type { ReactNode } from 'react';
import { DateField } from '../../components/DateField';
import { FieldRow } from '../../components/FormPage';
import { UnitPicker } from '../../components/UnitPicker';
import { useServices } from '../../data/voice';
import { id } from '../../i18n/id';
import type { ComplaintValues } from './complaintForm';

const room = id.complaints;
const text = room.form;

const options = (of: Readonly<Record<string, string>>) => Object.entries(of).map(([value, label]) => ({ value, label }));
const kinds = options(room.kinds);
const handlings = options(room.handlings);

type Form = UseFormReturnType<ComplaintValues>;

/** The services of the unit that is chosen, of all units while none is. */
function ServiceField({ form }: { form: Form }) {
  const services = useServices().data ?? [];
  const { unit, service } = form.getValues();
  const { value, onChange, ...rest } = form.getInputProps('service') as {
    value: string | null;
    onChange: (next: string | null) => void;
  };
  const offered = services.filter(
    (row) => row.service.id === service || (row.service.active && (unit === null || row.service.unit === unit)),
  );
  const choose = (next: string | null) => {
    onChange(next);
    const chosen = services.find((row) => row.service.id === next);
    if (chosen && unit === null) form.setFieldValue('unit', chosen.service.unit);
  };
  return (
    <Select
      {...rest}
      label={text.service}
      placeholder={text.noService}
      data={offered.map((row) => ({
        value: row.service.id ?? '',
        label: unit === null ? `${row.service.name} · ${row.unit_path}` : row.service.name,
      }))}
      value={value}
      onChange={choose}
      searchable
      clearable
      clearButtonProps={{ 'aria-label': `${id.actions.remove} ${text.service}`, tabIndex: -1 }}
    />
  );
}

function UnitField({ form }: { form: Form }) {
  const { onChange, ...rest } = form.getInputProps('unit') as { value: string | null; onChange: (next: string | null) => void };
  return (
    <UnitPicker
      {...rest}
      label={text.unit}
      onChange={(next) => {
        onChange(next);
        form.setFieldValue('service', null);
      }}
    />
  );
}

/** Everything of a complaint. In the place of who complained may stand why that is not shown. */
export function ComplaintFields({ form, hidden }: { form: Form; hidden?: ReactNode }) {
  return (
    <>
      <FieldRow>
        <DateField label={text.received} required {...form.getInputProps('received_on')} />
        <Autocomplete label={text.channel} required data={[...text.channels]} {...form.getInputProps('channel')} />
        <TextInput label={text.ticket} placeholder={text.ticketHint} autoComplete="off" {...form.getInputProps('ticket')} />
      </FieldRow>
      <Textarea label={text.text} required autosize minRows={4} maxRows={14} {...form.getInputProps('text')} />
      <FieldRow>
        <UnitField form={form} />
        <ServiceField form={form} />
      </FieldRow>
      <FieldRow>
        <Select label={text.kind} data={kinds} allowDeselect={false} {...form.getInputProps('kind')} />
        <Select
          label={text.handling}
          data={handlings}
          allowDeselect={false}
          {...form.getInputProps('handling')}
        />
      </FieldRow>
      <TextInput label={text.category} description={text.categoryHint} autoComplete="off" {...form.getInputProps('category')} />
      {hidden ?? (
        <FieldRow>
          <TextInput label={text.reporter} description={text.reporterHint} autoComplete="off" {...form.getInputProps('reporter')} />
          <TextInput label={text.contact} description={text.contactHint} autoComplete="off" {...form.getInputProps('contact')} />
        </FieldRow>
      )}
      <Checkbox
        label={text.protected}
        description={text.protectedHint}
        {...form.getInputProps('protected', { type: 'checkbox' })}
      />
    </>
  );
}

import { NumberInput, Select, Textarea, TextInput } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { DateField } from '../../components/DateField';
import { FieldRow } from '../../components/FormPage';
import { LineTable } from '../../components/LineTable';
import { PersonField } from '../../components/PersonField';
import { UnitPicker } from '../../components/UnitPicker';
import { useProgrammes } from '../../data/classes';
import { useCompetencies } from '../../data/needs';
import { id } from '../../i18n/id';
import type { NamedPerson, ProposalValues } from './proposalForm';

const text = id.needs.proposals.form;

type Form = UseFormReturnType<ProposalValues>;

/** A hint below its field, so that fields side by side stand on one line. */
const order: ('label' | 'input' | 'description' | 'error')[] = ['label', 'input', 'description', 'error'];

const clear = (label: string) => ({ 'aria-label': `${id.actions.remove} ${label}`, tabIndex: -1 });

/** Everything of a proposal but what was decided. */
export function ProposalFields({ form }: { form: Form }) {
  const programmes = useProgrammes(true).data ?? [];
  const competencies = useCompetencies().data ?? [];
  const named = form.getValues().people_named.some(({ person }) => person !== null);
  return (
    <>
      <FieldRow>
        <TextInput
          label={text.number}
          description={text.numberHint}
          required
          autoComplete="off"
          autoFocus={form.getValues().number === ''}
          inputWrapperOrder={order}
          {...form.getInputProps('number')}
        />
        <DateField label={text.received} required {...form.getInputProps('received_on')} />
        <NumberInput label={text.year} required min={2000} max={2100} allowDecimal={false} {...form.getInputProps('year')} />
      </FieldRow>
      <UnitPicker label={text.unit} required {...form.getInputProps('unit')} />
      <TextInput label={text.title} required autoComplete="off" {...form.getInputProps('title')} />
      <Select
        label={text.programme}
        placeholder={text.noProgramme}
        data={programmes.map((row) => ({ value: row.id, label: row.name }))}
        searchable
        clearable
        clearButtonProps={clear(text.programme)}
        {...form.getInputProps('programme')}
      />
      <FieldRow>
        <Select
          label={text.competency}
          placeholder={text.noCompetency}
          data={competencies.map(({ competency }) => ({ value: competency.id ?? '', label: competency.name }))}
          searchable
          clearable
          clearButtonProps={clear(text.competency)}
          {...form.getInputProps('competency')}
        />
        <NumberInput
          label={text.people}
          description={named ? text.peopleNamed : undefined}
          inputWrapperOrder={order}
          required
          min={1}
          max={20000}
          allowDecimal={false}
          disabled={named}
          {...form.getInputProps('people')}
        />
      </FieldRow>
      <Textarea label={text.reason} autosize minRows={2} maxRows={10} {...form.getInputProps('reason')} />
      <Named form={form} />
    </>
  );
}

/** The people whom the proposal names. */
function Named({ form }: { form: Form }) {
  const lines = form.getValues().people_named;
  return (
    <LineTable<NamedPerson>
      title={text.named}
      path="people_named"
      lines={lines}
      onChange={(next) => form.setFieldValue('people_named', next)}
      heads={[{ label: text.person }]}
      cells={(line, at) => [
        <PersonField
          key="person"
          label={`${text.person} ${at + 1}`}
          hideLabel
          value={line.person}
          name={line.name}
          data-path={`people_named.${at}.person`}
          onChange={(person, row) =>
            form.setFieldValue(
              'people_named',
              lines.map((other, place) => (place === at ? { person, name: row?.name ?? '' } : other)),
            )
          }
        />,
      ]}
      blank={() => ({ person: null, name: '' })}
      add={text.namedAdd}
      none={text.namedNone}
      error={form.errors['named']}
      narrow
    />
  );
}

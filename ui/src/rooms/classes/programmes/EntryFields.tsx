import { Autocomplete, MultiSelect, Select, Textarea } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { AmountField } from '../../../components/AmountField';
import { FieldRow } from '../../../components/FormPage';
import { LineTable } from '../../../components/LineTable';
import { listOf } from '../../../components/lines/listOf';
import { useProgrammes } from '../../../data/classes';
import { useCompetencies } from '../../../data/needs';
import { useRules } from '../../../data/office';
import { usePartners } from '../../../data/planning/catalogue';
import { id } from '../../../i18n/id';
import type { EntryValues } from './entryForm';

const text = id.catalogue.entry;
const scopes = Object.entries(text.scopes).map(([value, label]) => ({ value, label }));

type Form = UseFormReturnType<EntryValues>;

/** The fields of a programme's entry in the catalogue. */
export function EntryFields({ form, programme }: { form: Form; programme: string }) {
  const methods = useRules().data?.budget.methods ?? [];
  const programmes = useProgrammes(true).data ?? [];
  const partners = usePartners().data ?? [];
  return (
    <>
      <FieldRow>
        <Autocomplete label={text.method} description={text.methodHint} data={methods} limit={20} {...form.getInputProps('method')} />
        <Select label={text.scope} description="&nbsp;" data={scopes} allowDeselect={false} {...form.getInputProps('scope')} />
      </FieldRow>
      <FieldRow>
        <AmountField label={text.days} required {...form.getInputProps('days')} />
        <AmountField label={text.smallest} required {...form.getInputProps('smallest_class')} />
        <AmountField label={text.largest} required {...form.getInputProps('largest_class')} />
      </FieldRow>
      <Textarea label={text.goal} description={text.goalHint} autosize minRows={2} {...form.getInputProps('goal')} />
      <Competencies form={form} />
      <MultiSelect
        label={text.prerequisites.label}
        description={text.prerequisites.hint}
        data={programmes.filter((row) => row.id !== programme).map((row) => ({ value: row.id, label: row.name }))}
        searchable
        {...form.getInputProps('prerequisites')}
      />
      <MultiSelect
        label={text.partners.label}
        description={text.partners.hint}
        data={partners.flatMap(({ partner }) => (partner.id === null ? [] : [{ value: partner.id, label: partner.name }]))}
        searchable
        {...form.getInputProps('partners')}
      />
    </>
  );
}

/** What people can do better afterwards, and by how much. */
function Competencies({ form }: { form: Form }) {
  const known = useCompetencies().data ?? [];
  const data = known.flatMap(({ competency }) =>
    competency.id === null ? [] : [{ value: competency.id, label: competency.name }],
  );
  const { title, competency, gain, upTo, add, none } = text.competencies;
  return (
    <LineTable
      {...listOf(form, 'competencies')}
      title={title}
      add={add}
      none={none}
      blank={() => ({ competency: null, gain: 100, up_to: 400 })}
      heads={[{ label: competency }, { label: gain, width: 120, end: true }, { label: upTo, width: 120, end: true }]}
      cells={(_, at) => [
        <Select key="competency" aria-label={competency} data={data} searchable {...form.getInputProps(`competencies.${at}.competency`)} />,
        <AmountField key="gain" label={gain} hideLabel hundredths {...form.getInputProps(`competencies.${at}.gain`)} />,
        <AmountField key="upTo" label={upTo} hideLabel hundredths {...form.getInputProps(`competencies.${at}.up_to`)} />,
      ]}
    />
  );
}

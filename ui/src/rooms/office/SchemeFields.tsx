import { Select, TextInput } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { FieldRow } from '../../components/FormPage';
import { LineTable } from '../../components/LineTable';
import { listOf } from '../../components/lines/listOf';
import { StateBadge } from '../../components/StateBadge';
import { id } from '../../i18n/id';
import type { Dated } from './RuleForm';
import { totalWeight, type TemplateValues } from './schemes';

const text = id.office.scheme;
const groups = Object.entries(text.groups).map(([value, label]) => ({ value, label }));

type Form = UseFormReturnType<Dated<TemplateValues>>;

const blankComponent = (): TemplateValues['components'][number] => ({ id: null, name: '', group: 'technical', weight: '' });

/** Components with weights, bands, and what it takes to pass. */
export function SchemeFields({ form }: { form: Form }) {
  const { components } = form.getValues();
  const total = totalWeight(components);
  const field = (path: string, label: string) => <TextInput label={label} autoComplete="off" {...form.getInputProps(path)} />;
  const number = (path: string, label: string) => (
    <TextInput label={label} inputMode="decimal" autoComplete="off" {...form.getInputProps(path)} />
  );
  return (
    <>
      <TextInput label={text.name} required autoComplete="off" {...form.getInputProps('name')} />
      <LineTable
        {...listOf(form, 'components')}
        title={text.components}
        add={text.addComponent}
        blank={blankComponent}
        ordered
        none={text.noComponents}
        note={
          components.length > 0 && (
            <StateBadge tone={total === 100 ? 'good' : 'warn'}>{text.total(total)}</StateBadge>
          )
        }
        heads={[{ label: text.component }, { label: text.group, width: 140 }, { label: text.weight, width: 80 }]}
        cells={(_, at) => [
          field(`components.${at}.name`, text.component),
          <Select key="group" label={text.group} data={groups} allowDeselect={false} {...form.getInputProps(`components.${at}.group`)} />,
          number(`components.${at}.weight`, text.weight),
        ]}
      />
      <LineTable
        {...listOf(form, 'bands')}
        title={text.bands}
        add={text.addBand}
        blank={() => ({ name: '', upper: '' })}
        none={text.noBands}
        note={<span className="muted">{text.bandsHint}</span>}
        heads={[{ label: text.band }, { label: text.upper, width: 120 }]}
        cells={(_, at) => [field(`bands.${at}.name`, text.band), number(`bands.${at}.upper`, text.upper)]}
      />
      <FieldRow>
        {number('pass_mark', text.passMark)}
        {number('minimum_attendance', text.minimum)}
      </FieldRow>
    </>
  );
}

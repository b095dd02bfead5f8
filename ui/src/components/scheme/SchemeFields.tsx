import { Checkbox, Select, TextInput } from '@mantine/core';
import type { GetInputPropsReturnType } from '@mantine/form';
import type { Method } from '../../data/evaluation';
import { id } from '../../i18n/id';
import { FieldRow } from '../FormPage';
import { LineTable } from '../LineTable';
import { linesAt, type ListTools } from '../lines/listOf';
import { StateBadge } from '../StateBadge';
import { PartFields } from './PartFields';
import styles from './scheme.module.css';
import { blankComponent, totalWeight, type SchemeValues } from './values';

const text = id.evaluation.scheme;
const options = (words: Readonly<Record<string, string>>) => Object.entries(words).map(([value, label]) => ({ value, label }));
const groups = options(text.groups);
const methods = options(text.methods);

/** The form of @mantine/form that the fields stand in, with whatever else it holds. */
export interface SchemeForm extends ListTools {
  getValues(): SchemeValues;
  getInputProps(path: string, options?: { type: 'checkbox' }): GetInputPropsReturnType;
  setFieldValue(path: string, value: unknown): void;
}

/** The total of the weights, which must be 100 before anybody can be judged. */
function Total({ components }: { components: SchemeValues['components'] }) {
  const total = totalWeight(components);
  const verdict =
    total === 100
      ? text.total(total)
      : total === 0
        ? text.unset
        : `${text.total(total)}. ${total < 100 ? text.under(100 - total) : text.over(total - 100)}`;
  return (
    <span role="status">
      <StateBadge tone={total === 100 ? 'good' : 'warn'}>{verdict}</StateBadge>
    </span>
  );
}

/** Components with weights and how each is judged, bands, and what it takes to pass or to repeat. */
export function SchemeFields({ form }: { form: SchemeForm }) {
  const { components, bands, repeats } = form.getValues();
  const line = (path: string, label: string, mode?: 'decimal' | 'numeric') => (
    <TextInput key={path} aria-label={label} inputMode={mode} autoComplete="off" {...form.getInputProps(path)} />
  );
  const number = (path: string, label: string, description?: string) => (
    <TextInput
      label={label}
      description={description}
      inputMode="decimal"
      autoComplete="off"
      maw={260}
      {...form.getInputProps(path)}
    />
  );
  return (
    <div className={styles.fields}>
      <LineTable
        {...linesAt(form, 'components', components)}
        ordered
        start="name"
        title={text.components}
        add={text.add}
        blank={blankComponent}
        none={text.noComponents}
        note={components.length > 0 && <Total components={components} />}
        heads={[
          { label: text.name },
          { label: text.group, width: 168 },
          { label: text.method, width: 176 },
          { label: text.weight, width: 104, end: true },
        ]}
        cells={(_, at) => [
          line(`components.${at}.name`, text.at(at + 1, text.name)),
          <Select
            key="group"
            aria-label={text.at(at + 1, text.group)}
            data={groups}
            allowDeselect={false}
            {...form.getInputProps(`components.${at}.group`)}
          />,
          <MethodField key="method" form={form} at={at} />,
          line(`components.${at}.weight`, text.at(at + 1, text.weight), 'numeric'),
        ]}
      />
      {components.map((component, at) => (
        <PartFields key={component.id ?? `new-${at}`} form={form} at={at} />
      ))}
      <LineTable
        {...linesAt(form, 'bands', bands)}
        title={text.bands}
        add={text.addBand}
        blank={() => ({ name: '', upper: bands.length === 0 ? '100' : '' })}
        none={text.noBands}
        lead={text.bandsHint}
        heads={[{ label: text.bandName }, { label: text.upper, width: 128, end: true }]}
        cells={(_, at) => [
          line(`bands.${at}.name`, text.at(at + 1, text.bandName)),
          line(`bands.${at}.upper`, text.at(at + 1, text.upper), 'decimal'),
        ]}
      />
      <FieldRow>
        {number('pass_mark', text.passMark)}
        {number('minimum_attendance', text.minimum)}
      </FieldRow>
      <Checkbox
        label={text.repeats}
        description={text.repeatsHint}
        {...form.getInputProps('repeats', { type: 'checkbox' })}
        data-path="remedial"
        error={form.errors['remedial']}
      />
      {repeats && (
        <FieldRow>
          {number('remedial.lowest', text.lowest, text.lowestHint)}
          {number('remedial.ceiling', text.ceiling, text.ceilingHint)}
        </FieldRow>
      )}
    </div>
  );
}

/** How a component comes about. Items begin with a scale of four, as sheets of attitude usually have. */
function MethodField({ form, at }: { form: SchemeForm; at: number }) {
  const path = `components.${at}`;
  const component = form.getValues().components[at];
  return (
    <Select
      aria-label={text.at(at + 1, text.method)}
      data={methods}
      allowDeselect={false}
      {...form.getInputProps(`${path}.method`)}
      onChange={(value) => {
        form.setFieldValue(`${path}.method`, value as Method);
        form.setFieldValue(`${path}.scale`, value === 'items' && component?.method !== 'items' ? '4' : component?.scale);
      }}
    />
  );
}

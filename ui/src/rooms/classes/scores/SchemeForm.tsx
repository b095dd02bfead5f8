import { Select, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useEffect } from 'react';
import { FieldRow, FormPage } from '../../../components/FormPage';
import { LineTable } from '../../../components/LineTable';
import { listOf } from '../../../components/lines/listOf';
import type { ComponentGroup, Scheme } from '../../../data/classes';
import { id } from '../../../i18n/id';
import styles from '../classes.module.css';
import { shownWhole, wholeNumber } from '../numbers';
import { ScoreField } from './ScoreField';

const text = id.evaluation.scheme;
const groups: readonly ComponentGroup[] = ['technical', 'attitude', 'ethics', 'project'];
const groupOptions = groups.map((value) => ({ value, label: text.groups[value] }));

const blankComponent = (): Scheme['components'][number] => ({ id: null, name: '', group: 'technical', weight: 0 });

export interface SchemeFormProps {
  scheme: Scheme;
  onDirty: (dirty: boolean) => void;
  onSubmit: (scheme: Scheme) => Promise<unknown>;
  onCancel: () => void;
}

export function SchemeForm({ scheme, onDirty, onSubmit, onCancel }: SchemeFormProps) {
  const form = useForm<Scheme>({ initialValues: scheme });
  const { components } = form.values;
  const dirty = form.isDirty();
  useEffect(() => onDirty(dirty), [dirty, onDirty]);
  const total = components.reduce((sum, component) => sum + component.weight, 0);
  const verdict = total < 100 ? text.under(100 - total) : text.over(total - 100);
  const field = (path: string, label: string) => ({ 'aria-label': label, 'data-path': path, error: form.errors[path] });

  return (
    <FormPage form={form} label={text.title} submitLabel={text.save} onSubmit={onSubmit} onCancel={onCancel}>
      <div className={styles.wide}>
        <LineTable
          {...listOf(form, 'components')}
          ordered
          title={text.components}
          note={
            components.length > 0 && (
              <strong role="status" className={total === 100 ? undefined : styles.low}>
                {total === 100 ? text.total(total) : `${text.total(total)}. ${verdict}`}
              </strong>
            )
          }
          heads={[{ label: text.name }, { label: text.group, width: 208 }, { label: text.weight, width: 96, end: true }]}
          cells={(component, at) => [
            <TextInput
              key="name"
              {...field(`components.${at}.name`, text.at(at + 1, text.name))}
              value={component.name}
              onChange={(event) => form.setFieldValue(`components.${at}.name`, event.currentTarget.value)}
            />,
            <Select
              key="group"
              {...field(`components.${at}.group`, text.at(at + 1, text.group))}
              data={groupOptions}
              allowDeselect={false}
              value={component.group}
              onChange={(value) => form.setFieldValue(`components.${at}.group`, groups.find((one) => one === value) ?? component.group)}
            />,
            <TextInput
              key="weight"
              {...field(`components.${at}.weight`, text.at(at + 1, text.weight))}
              inputMode="numeric"
              value={shownWhole(component.weight)}
              onChange={(event) => form.setFieldValue(`components.${at}.weight`, Math.min(255, wholeNumber(event.currentTarget.value)))}
            />,
          ]}
          blank={blankComponent}
          add={text.add}
          none={text.noComponents}
        />
        <LineTable
          {...listOf(form, 'bands')}
          title={text.bands}
          heads={[{ label: text.bandName }, { label: text.upper, width: 128, end: true }]}
          cells={(band, at) => [
            <TextInput
              key="name"
              {...field(`bands.${at}.name`, text.at(at + 1, text.bandName))}
              value={band.name}
              onChange={(event) => form.setFieldValue(`bands.${at}.name`, event.currentTarget.value)}
            />,
            <ScoreField
              key="upper"
              {...field(`bands.${at}.upper`, text.at(at + 1, text.upper))}
              value={band.upper}
              onChange={(upper) => form.setFieldValue(`bands.${at}.upper`, upper)}
            />,
          ]}
          blank={() => ({ name: '', upper: 10_000 })}
          add={text.addBand}
          none={text.noBands}
        />
      </div>
      <FieldRow>
        <ScoreField
          label={text.passMark}
          data-path="pass_mark"
          error={form.errors['pass_mark']}
          value={form.values.pass_mark}
          onChange={(score) => form.setFieldValue('pass_mark', score)}
        />
        <TextInput
          label={text.minimum}
          data-path="minimum_attendance"
          error={form.errors['minimum_attendance']}
          inputMode="numeric"
          value={String(form.values.minimum_attendance)}
          onChange={(event) => form.setFieldValue('minimum_attendance', Math.min(255, wholeNumber(event.currentTarget.value)))}
        />
      </FieldRow>
    </FormPage>
  );
}

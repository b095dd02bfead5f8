import { ActionIcon, Button, Select, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useEffect, type ReactNode } from 'react';
import { FieldRow, FormPage } from '../../../components/FormPage';
import { Icon } from '../../../components/icons';
import type { ComponentGroup, Scheme } from '../../../data/classes';
import { id } from '../../../i18n/id';
import styles from '../classes.module.css';
import { shownWhole, wholeNumber } from '../numbers';
import { ScoreField } from './ScoreField';

const text = id.evaluation.scheme;
const groups: readonly ComponentGroup[] = ['technical', 'attitude', 'ethics', 'project'];
const groupOptions = groups.map((value) => ({ value, label: text.groups[value] }));

interface LinesProps {
  title: string;
  note?: ReactNode;
  heads: readonly { label: string; width?: number; end?: boolean }[];
  error?: ReactNode;
  path: string;
  add: string;
  onAdd: () => void;
  children: ReactNode;
}

/** A small table of fields with its heading, its complaint and its way to a further line. */
function Lines({ title, note, heads, error, path, add, onAdd, children }: LinesProps) {
  return (
    <section className={styles.section} aria-label={title} data-path={path} tabIndex={-1}>
      <div className={styles.tableHead}>
        <h2>{title}</h2>
        {note}
      </div>
      {error && <p className={styles.complaint}>{error}</p>}
      <table className={styles.lines}>
        <colgroup>
          {heads.map((head) => (
            <col key={head.label} style={head.width ? { width: head.width } : undefined} />
          ))}
          <col style={{ width: 44 }} />
        </colgroup>
        <thead>
          <tr>
            {heads.map((head) => (
              <th key={head.label} scope="col" className={head.end ? styles.end : undefined}>
                {head.label}
              </th>
            ))}
            <th>
              <span className="hidden">{id.actions.remove}</span>
            </th>
          </tr>
        </thead>
        <tbody>{children}</tbody>
      </table>
      <div className={styles.lineFoot}>
        <Button variant="default" leftSection={<Icon name="plus" size={16} />} onClick={onAdd}>
          {add}
        </Button>
      </div>
    </section>
  );
}

function RemoveCell({ label, onRemove }: { label: string; onRemove: () => void }) {
  return (
    <td className={styles.tools}>
      <ActionIcon size={28} aria-label={label} title={label} onClick={onRemove}>
        <Icon name="trash" size={16} />
      </ActionIcon>
    </td>
  );
}

export interface SchemeFormProps {
  scheme: Scheme;
  onDirty: (dirty: boolean) => void;
  onSubmit: (scheme: Scheme) => Promise<unknown>;
  onCancel: () => void;
}

export function SchemeForm({ scheme, onDirty, onSubmit, onCancel }: SchemeFormProps) {
  const form = useForm<Scheme>({ initialValues: scheme });
  const { components, bands } = form.values;
  const dirty = form.isDirty();
  useEffect(() => onDirty(dirty), [dirty, onDirty]);
  const total = components.reduce((sum, component) => sum + component.weight, 0);
  const verdict = total < 100 ? text.under(100 - total) : text.over(total - 100);
  const field = (path: string, label: string) => ({ 'aria-label': label, 'data-path': path, error: form.errors[path] });

  return (
    <FormPage form={form} label={text.title} submitLabel={text.save} onSubmit={onSubmit} onCancel={onCancel}>
      <Lines
        title={text.components}
        path="components"
        error={form.errors['components']}
        note={
          components.length > 0 && (
            <strong role="status" className={total === 100 ? undefined : styles.low}>
              {total === 100 ? text.total(total) : `${text.total(total)}. ${verdict}`}
            </strong>
          )
        }
        heads={[{ label: text.name }, { label: text.group, width: 176 }, { label: text.weight, width: 96, end: true }]}
        add={text.add}
        onAdd={() => form.insertListItem('components', { id: null, name: '', group: 'technical', weight: 0 })}
      >
        {components.map((component, at) => (
          <tr key={component.id ?? `new-${at}`}>
            <td>
              <TextInput
                {...field(`components.${at}.name`, text.at(at + 1, text.name))}
                value={component.name}
                onChange={(event) => form.setFieldValue(`components.${at}.name`, event.currentTarget.value)}
              />
            </td>
            <td>
              <Select
                {...field(`components.${at}.group`, text.at(at + 1, text.group))}
                data={groupOptions}
                allowDeselect={false}
                value={component.group}
                onChange={(value) => form.setFieldValue(`components.${at}.group`, groups.find((one) => one === value) ?? component.group)}
              />
            </td>
            <td className={styles.end}>
              <TextInput
                {...field(`components.${at}.weight`, text.at(at + 1, text.weight))}
                inputMode="numeric"
                value={shownWhole(component.weight)}
                onChange={(event) => form.setFieldValue(`components.${at}.weight`, Math.min(255, wholeNumber(event.currentTarget.value)))}
              />
            </td>
            <RemoveCell label={text.remove(at + 1, text.name)} onRemove={() => form.removeListItem('components', at)} />
          </tr>
        ))}
      </Lines>
      <Lines
        title={text.bands}
        path="bands"
        error={form.errors['bands']}
        heads={[{ label: text.bandName }, { label: text.upper, width: 128, end: true }]}
        add={text.addBand}
        onAdd={() => form.insertListItem('bands', { name: '', upper: 10_000 })}
      >
        {bands.map((band, at) => (
          <tr key={at}>
            <td>
              <TextInput
                {...field(`bands.${at}.name`, text.at(at + 1, text.bandName))}
                value={band.name}
                onChange={(event) => form.setFieldValue(`bands.${at}.name`, event.currentTarget.value)}
              />
            </td>
            <td className={styles.end}>
              <ScoreField
                {...field(`bands.${at}.upper`, text.at(at + 1, text.upper))}
                value={band.upper}
                onChange={(upper) => form.setFieldValue(`bands.${at}.upper`, upper)}
              />
            </td>
            <RemoveCell label={text.remove(at + 1, text.bandName)} onRemove={() => form.removeListItem('bands', at)} />
          </tr>
        ))}
      </Lines>
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

import { ActionIcon, Button, Select, TextInput } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import type { ReactNode } from 'react';
import { FieldRow } from '../../components/FormPage';
import { Icon } from '../../components/icons';
import { StateBadge } from '../../components/StateBadge';
import { id } from '../../i18n/id';
import classes from './office.module.css';
import type { Dated } from './RuleForm';
import { totalWeight, type TemplateValues } from './schemes';

const text = id.office.scheme;
const groups = Object.entries(text.groups).map(([value, label]) => ({ value, label }));

type Form = UseFormReturnType<Dated<TemplateValues>>;

interface LinesProps {
  form: Form;
  name: 'components' | 'bands';
  title: string;
  add: string;
  blank: TemplateValues['components'][number] | TemplateValues['bands'][number];
  none: string;
  note?: ReactNode;
  heads: readonly { label: string; width?: string }[];
  row: (path: string) => ReactNode[];
}

/** Lines of a table that is filled in; labels of the fields are the heads of the columns. */
function Lines({ form, name, title, add, blank, none, note, heads, row }: LinesProps) {
  const lines = form.getValues()[name];
  return (
    <section className={classes.lines} aria-label={title} data-path={name} tabIndex={-1}>
      <div className={classes.linesHead}>
        <h2>{title}</h2>
        {note}
        <Button
          variant="default"
          size="compact-sm"
          leftSection={<Icon name="plus" size={14} />}
          onClick={() => form.insertListItem(name, { ...blank })}
        >
          {add}
        </Button>
      </div>
      {form.errors[name] && <p className={classes.fieldError}>{form.errors[name]}</p>}
      {lines.length === 0 ? (
        <p className="muted">{none}</p>
      ) : (
        <table>
          <thead>
            <tr>
              {heads.map((head) => (
                <th key={head.label} scope="col" style={{ width: head.width }}>
                  {head.label}
                </th>
              ))}
              <th scope="col" style={{ width: '40px' }}>
                <span className="hidden">{id.actions.remove}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {lines.map((_, at) => (
              <tr key={at}>
                {row(`${name}.${at}`).map((cell, column) => (
                  <td key={heads[column]?.label}>{cell}</td>
                ))}
                <td>
                  <ActionIcon
                    aria-label={text.removeRow(title, at + 1)}
                    title={id.actions.remove}
                    onClick={() => form.removeListItem(name, at)}
                  >
                    <Icon name="trash" />
                  </ActionIcon>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}

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
      <Lines
        form={form}
        name="components"
        title={text.components}
        add={text.addComponent}
        blank={{ id: null, name: '', group: 'technical', weight: '' }}
        none={text.noComponents}
        note={
          components.length > 0 && (
            <StateBadge tone={total === 100 ? 'good' : 'warn'}>{text.total(total)}</StateBadge>
          )
        }
        heads={[{ label: text.component }, { label: text.group, width: '140px' }, { label: text.weight, width: '80px' }]}
        row={(path) => [
          field(`${path}.name`, text.component),
          <Select key="group" label={text.group} data={groups} allowDeselect={false} {...form.getInputProps(`${path}.group`)} />,
          number(`${path}.weight`, text.weight),
        ]}
      />
      <Lines
        form={form}
        name="bands"
        title={text.bands}
        add={text.addBand}
        blank={{ name: '', upper: '' }}
        none={text.noBands}
        note={<span className="muted">{text.bandsHint}</span>}
        heads={[{ label: text.band }, { label: text.upper, width: '120px' }]}
        row={(path) => [field(`${path}.name`, text.band), number(`${path}.upper`, text.upper)]}
      />
      <FieldRow>
        {number('pass_mark', text.passMark)}
        {number('minimum_attendance', text.minimum)}
      </FieldRow>
    </>
  );
}

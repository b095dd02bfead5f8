import { ActionIcon, Autocomplete, Button, Select, TextInput } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { useEffect, useRef, type ReactNode } from 'react';
import { DateField } from '../../components/DateField';
import { Icon } from '../../components/icons';
import { useFieldNames } from '../../data/mentoring';
import { id } from '../../i18n/id';
import styles from './mentoring.module.css';
import type { MentorValues } from './mentorForm';

const text = id.mentoring.mentor;
const levels = text.fields.levels.map((label, at) => ({ value: String(at + 1), label }));

type Form = UseFormReturnType<MentorValues>;

interface TableProps {
  form: Form;
  name: 'fields' | 'periods';
  title: string;
  add: string;
  none: string;
  blank: MentorValues['fields'][number] | MentorValues['periods'][number];
  heads: readonly { label: string; width?: string }[];
  row: (path: string) => ReactNode[];
}

/** Lines of a mentor as a small table; a new line has the focus at once. */
function LineTable({ form, name, title, add, none, blank, heads, row }: TableProps) {
  const lines = form.getValues()[name];
  const section = useRef<HTMLElement>(null);
  const added = useRef(false);
  useEffect(() => {
    if (!added.current) return;
    added.current = false;
    section.current?.querySelector<HTMLElement>('tbody tr:last-child input')?.focus();
  }, [lines.length]);
  return (
    <section ref={section} className={styles.lines} aria-label={title}>
      <div className={styles.linesHead}>
        <h2>{title}</h2>
        <Button
          variant="default"
          size="compact-sm"
          leftSection={<Icon name="plus" size={14} />}
          onClick={() => {
            added.current = true;
            form.insertListItem(name, blank);
          }}
        >
          {add}
        </Button>
      </div>
      {form.errors[name] && (
        <p className={styles.fieldError} data-path={name} tabIndex={-1}>
          {form.errors[name]}
        </p>
      )}
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
            {lines.map((line, at) => (
              <tr key={line.id ?? `new-${at}`}>
                {row(`${name}.${at}`).map((cell, column) => (
                  <td key={heads[column]?.label}>{cell}</td>
                ))}
                <td>
                  <ActionIcon
                    aria-label={text.remove(text.row(title, at + 1))}
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

function LevelField({ form, path }: { form: Form; path: string }) {
  const { value, onChange, ...rest } = form.getInputProps(`${path}.level`) as {
    value: number;
    onChange: (level: number) => void;
  };
  return (
    <Select
      {...rest}
      aria-label={text.fields.level}
      data={levels}
      allowDeselect={false}
      value={String(value)}
      onChange={(level) => level !== null && onChange(Number(level))}
    />
  );
}

/** What a mentor is good at, with what proves it. */
export function ExpertiseTable({ form }: { form: Form }) {
  const known = useFieldNames().data ?? [];
  const { field, level, evidence, evidenceHint, title, add, none } = text.fields;
  return (
    <LineTable
      form={form}
      name="fields"
      title={title}
      add={add}
      none={none}
      blank={{ id: null, field: '', level: 3, evidence: '' }}
      heads={[{ label: field }, { label: level, width: '150px' }, { label: evidence }]}
      row={(path) => [
        <Autocomplete key="field" aria-label={field} data={known} limit={8} {...form.getInputProps(`${path}.field`)} />,
        <LevelField key="level" form={form} path={path} />,
        <TextInput
          key="evidence"
          aria-label={evidence}
          placeholder={evidenceHint}
          autoComplete="off"
          {...form.getInputProps(`${path}.evidence`)}
        />,
      ]}
    />
  );
}

/** When a mentor is available; without a line, always. */
export function PeriodTable({ form }: { form: Form }) {
  const { starts, ends, title, add, none } = text.periods;
  return (
    <LineTable
      form={form}
      name="periods"
      title={title}
      add={add}
      none={none}
      blank={{ id: null, starts: null, ends: null }}
      heads={[{ label: starts, width: '176px' }, { label: ends }]}
      row={(path) => [
        <DateField key="starts" label={starts} hideLabel {...form.getInputProps(`${path}.starts`)} />,
        <DateField key="ends" label={ends} hideLabel {...form.getInputProps(`${path}.ends`)} />,
      ]}
    />
  );
}

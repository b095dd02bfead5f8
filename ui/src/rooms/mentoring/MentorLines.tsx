import { Autocomplete, Select, TextInput } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { DateField } from '../../components/DateField';
import { LineTable } from '../../components/LineTable';
import { listOf } from '../../components/lines/listOf';
import { useFieldNames } from '../../data/mentoring';
import { id } from '../../i18n/id';
import type { MentorValues } from './mentorForm';

const text = id.mentoring.mentor;
const levels = text.fields.levels.map((label, at) => ({ value: String(at + 1), label }));

type Form = UseFormReturnType<MentorValues>;

function LevelField({ form, path }: { form: Form; path: string }) {
  const { value, onChange, ...rest } = form.getInputProps(path) as {
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
      {...listOf(form, 'fields')}
      title={title}
      add={add}
      none={none}
      blank={() => ({ id: null, field: '', level: 3, evidence: '' })}
      heads={[{ label: field }, { label: level, width: 150 }, { label: evidence }]}
      cells={(_, at) => [
        <Autocomplete key="field" aria-label={field} data={known} limit={8} {...form.getInputProps(`fields.${at}.field`)} />,
        <LevelField key="level" form={form} path={`fields.${at}.level`} />,
        <TextInput
          key="evidence"
          aria-label={evidence}
          placeholder={evidenceHint}
          autoComplete="off"
          {...form.getInputProps(`fields.${at}.evidence`)}
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
      {...listOf(form, 'periods')}
      title={title}
      add={add}
      none={none}
      blank={() => ({ id: null, starts: null, ends: null })}
      narrow
      heads={[{ label: starts }, { label: ends }]}
      cells={(_, at) => [
        <DateField key="starts" label={starts} hideLabel {...form.getInputProps(`periods.${at}.starts`)} />,
        <DateField key="ends" label={ends} hideLabel {...form.getInputProps(`periods.${at}.ends`)} />,
      ]}
    />
  );
}

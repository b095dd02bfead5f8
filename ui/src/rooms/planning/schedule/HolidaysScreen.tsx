import { Select, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useMemo } from 'react';
import type { ListColumn } from '../../../components/DataList';
import { DateField } from '../../../components/DateField';
import { EntryImportButton } from '../../../components/EntryImport';
import { Reading } from '../../../components/scheme/values';
import {
  holidayKinds, useDeleteHoliday, useHolidays, useSaveHoliday, type Holiday,
} from '../../../data/planning/schedule';
import { longDate, weekday } from '../../../i18n/dates';
import { id } from '../../../i18n/id';
import { Register, RegisterDialog } from './Register';

const text = id.schedule.holidays;

const columns: readonly ListColumn<Holiday>[] = [
  { id: 'date', header: text.date, width: '190px', sort: (row) => row.date, cell: (row) => longDate(row.date) },
  { id: 'day', header: text.day, width: '100px', cell: (row) => weekday(row.date) },
  { id: 'name', header: text.name, width: 'minmax(0, 1fr)', sort: (row) => row.name, cell: (row) => row.name },
  { id: 'kind', header: text.kind, width: '160px', sort: (row) => text.kinds[row.kind], cell: (row) => text.kinds[row.kind] },
];

const kindOptions = holidayKinds.map((value) => ({ value, label: text.kinds[value] }));

type Values = Omit<Holiday, 'date'> & { date: string | null };

const blank = (): Values => ({ date: null, name: '', kind: 'national' });
const wordsOf = (row: Holiday) => [row.name, longDate(row.date), weekday(row.date), text.kinds[row.kind]];
const passes = (row: Holiday, filters: Readonly<Record<string, string>>) =>
  (filters['kind'] === undefined || row.kind === filters['kind']) &&
  (filters['year'] === undefined || row.date.startsWith(filters['year']));

function holidayOf(values: Values): Holiday {
  const read = new Reading();
  const date = read.given('date', values.date, text.dateMissing);
  read.done();
  return { ...values, date };
}

interface DialogProps {
  draft: Values;
  known: Holiday | undefined;
  onClose: () => void;
}

function HolidayDialog({ draft, known, onClose }: DialogProps) {
  const form = useForm<Values>({ initialValues: draft });
  const save = useSaveHoliday({ onDone: onClose });
  const remove = useDeleteHoliday();
  return (
    <RegisterDialog
      text={text}
      form={form}
      onSubmit={async (values) => save.mutateAsync({ was: known?.date ?? null, holiday: holidayOf(values) })}
      onClose={onClose}
      remove={known && { body: text.deleteBody(longDate(known.date)), run: () => remove.mutateAsync(known.date) }}
    >
      <DateField data-autofocus label={text.date} required {...form.getInputProps('date')} />
      <TextInput label={text.name} required autoComplete="off" {...form.getInputProps('name')} />
      <Select
        label={text.kind}
        data={kindOptions}
        allowDeselect={false}
        data-path="kind"
        value={form.getValues().kind}
        onChange={(kind) => form.setFieldValue('kind', (kind ?? 'national'))}
      />
    </RegisterDialog>
  );
}

/** Days without work: national and regional holidays, joint leave. */
export function HolidaysScreen() {
  const query = useHolidays();
  const filters = useMemo(() => {
    const years = [...new Set((query.data ?? []).map((row) => row.date.slice(0, 4)))].sort().reverse();
    return [
      { id: 'year', label: text.filterYear, options: years.map((year) => ({ value: year, label: year })) },
      { id: 'kind', label: text.filterKind, options: kindOptions },
    ];
  }, [query.data]);
  return (
    <Register
      id="holidays"
      text={text}
      icon="calendar"
      columns={columns}
      query={query}
      rowId={(row) => row.date}
      rowLabel={(row) => `${row.name}, ${longDate(row.date)}`}
      wordsOf={wordsOf}
      filters={filters}
      passes={passes}
      sort="-date"
      blank={blank}
      draftOf={(row): Values => row}
      actions={<EntryImportButton target={{ kind: 'holidays' }} title={text.import} />}
      dialog={(draft, known, onClose) => <HolidayDialog draft={draft} known={known} onClose={onClose} />}
    />
  );
}

import { ActionIcon, Autocomplete, Button, TextInput } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import type { ReactNode } from 'react';
import { DateField } from '../../components/DateField';
import { Icon } from '../../components/icons';
import type { Person } from '../../data/people';
import { id } from '../../i18n/id';
import classes from './people.module.css';
import { UnitPicker } from './UnitPicker';

const text = id.people.person.history;

type History = 'nips' | 'ranks' | 'posts' | 'educations';
type Form = UseFormReturnType<Person>;

const ranks = [
  ...['I', 'II', 'III', 'IV'].flatMap((group) =>
    (group === 'IV' ? ['a', 'b', 'c', 'd', 'e'] : ['a', 'b', 'c', 'd']).map((step) => `${group}/${step}`),
  ),
  ...['I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII', 'IX', 'X', 'XI', 'XII', 'XIII', 'XIV', 'XV', 'XVI', 'XVII'],
];

const blank = {
  nips: { id: null, valid_from: null, nip: '' },
  ranks: { id: null, valid_from: null, rank: '' },
  posts: { id: null, valid_from: null, position: '', position_kind: '', eselon: '', unit: null },
  educations: { id: null, level: '', major: '', school: '', year: null },
} satisfies { [H in History]: Person[H][number] };

interface TableProps {
  form: Form;
  name: History;
  title: string;
  add: string;
  none: string;
  heads: readonly { label: string; width?: string }[];
  narrow?: boolean;
  row: (path: string) => ReactNode[];
}

/** One history as a small table; labels of the fields are the heads of the columns. */
function HistoryTable({ form, name, title, add, none, heads, narrow, row }: TableProps) {
  const lines = form.getValues()[name];
  return (
    <section className={classes.history} aria-label={title}>
      <div className={classes.historyHead}>
        <h2>{title}</h2>
        <Button
          variant="default"
          size="compact-sm"
          leftSection={<Icon name="plus" size={14} />}
          onClick={() => form.insertListItem(name, blank[name])}
        >
          {add}
        </Button>
      </div>
      {form.errors[name] && <p className={classes.fieldError}>{form.errors[name]}</p>}
      {lines.length === 0 ? (
        <p className="muted">{none}</p>
      ) : (
        <table data-narrow={narrow}>
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

/** The histories of a person: each line holds from its date until the next. */
export function PersonHistory({ form, without }: { form: Form; without?: History }) {
  const from = (path: string) => <DateField label={text.from} {...form.getInputProps(`${path}.valid_from`)} />;
  const plain = (path: string, label: string) => (
    <TextInput label={label} autoComplete="off" {...form.getInputProps(path)} />
  );
  const offered = (path: string, label: string, data: readonly string[]) => (
    <Autocomplete label={label} data={[...data]} {...form.getInputProps(path)} />
  );
  const year = (path: string) => {
    const { value, onChange, ...rest } = form.getInputProps(path) as {
      value: number | null;
      onChange: (next: number | null) => void;
    };
    const read = (typed: string) => onChange(/^\d{1,4}$/.test(typed) ? Number(typed) : null);
    return (
      <TextInput
        {...rest}
        label={text.educations.year}
        inputMode="numeric"
        autoComplete="off"
        value={value ?? ''}
        onChange={(event) => read(event.currentTarget.value)}
      />
    );
  };
  const start = { label: text.from, width: '150px' };
  return (
    <div className={classes.histories}>
      <p className="muted">{text.fromHint}</p>
      <HistoryTable
        form={form}
        name="ranks"
        {...text.ranks}
        narrow
        heads={[start, { label: text.ranks.rank }]}
        row={(path) => [from(path), offered(`${path}.rank`, text.ranks.rank, ranks)]}
      />
      <HistoryTable
        form={form}
        name="posts"
        {...text.posts}
        heads={[
          start,
          { label: text.posts.position },
          { label: text.posts.kind, width: '140px' },
          { label: text.posts.eselon, width: '80px' },
          { label: text.posts.unit },
        ]}
        row={(path) => [
          from(path),
          plain(`${path}.position`, text.posts.position),
          offered(`${path}.position_kind`, text.posts.kind, text.positionKinds),
          plain(`${path}.eselon`, text.posts.eselon),
          <UnitPicker key="unit" label={text.posts.unit} {...form.getInputProps(`${path}.unit`)} />,
        ]}
      />
      {without !== 'nips' && (
        <HistoryTable
          form={form}
          name="nips"
          {...text.nips}
          narrow
          heads={[start, { label: text.nips.nip }]}
          row={(path) => [from(path), plain(`${path}.nip`, text.nips.nip)]}
        />
      )}
      <HistoryTable
        form={form}
        name="educations"
        {...text.educations}
        heads={[
          { label: text.educations.level, width: '200px' },
          { label: text.educations.major },
          { label: text.educations.school },
          { label: text.educations.year, width: '80px' },
        ]}
        row={(path) => [
          offered(`${path}.level`, text.educations.level, text.levels),
          plain(`${path}.major`, text.educations.major),
          plain(`${path}.school`, text.educations.school),
          year(`${path}.year`),
        ]}
      />
    </div>
  );
}

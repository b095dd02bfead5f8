import { Autocomplete, TextInput } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { DateField } from '../../components/DateField';
import { LineTable } from '../../components/LineTable';
import { listOf } from '../../components/lines/listOf';
import type { Person } from '../../data/people';
import { id } from '../../i18n/id';
import classes from './people.module.css';
import { UnitPicker } from '../../components/UnitPicker';

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
  const start = { label: text.from, width: 150 };
  return (
    <div className={classes.histories}>
      <p className="muted">{text.fromHint}</p>
      <LineTable
        {...listOf(form, 'ranks')}
        blank={() => blank.ranks}
        {...text.ranks}
        narrow
        heads={[start, { label: text.ranks.rank }]}
        cells={(_, at) => [from(`ranks.${at}`), offered(`ranks.${at}.rank`, text.ranks.rank, ranks)]}
      />
      <LineTable
        {...listOf(form, 'posts')}
        blank={() => blank.posts}
        {...text.posts}
        heads={[
          start,
          { label: text.posts.position },
          { label: text.posts.kind, width: 140 },
          { label: text.posts.eselon, width: 80 },
          { label: text.posts.unit },
        ]}
        cells={(_, at) => [
          from(`posts.${at}`),
          plain(`posts.${at}.position`, text.posts.position),
          offered(`posts.${at}.position_kind`, text.posts.kind, text.positionKinds),
          plain(`posts.${at}.eselon`, text.posts.eselon),
          <UnitPicker key="unit" label={text.posts.unit} {...form.getInputProps(`posts.${at}.unit`)} />,
        ]}
      />
      {without !== 'nips' && (
        <LineTable
          {...listOf(form, 'nips')}
          blank={() => blank.nips}
          {...text.nips}
          narrow
          heads={[start, { label: text.nips.nip }]}
          cells={(_, at) => [from(`nips.${at}`), plain(`nips.${at}.nip`, text.nips.nip)]}
        />
      )}
      <LineTable
        {...listOf(form, 'educations')}
        blank={() => blank.educations}
        {...text.educations}
        heads={[
          { label: text.educations.level, width: 200 },
          { label: text.educations.major },
          { label: text.educations.school },
          { label: text.educations.year, width: 80 },
        ]}
        cells={(_, at) => [
          offered(`educations.${at}.level`, text.educations.level, text.levels),
          plain(`educations.${at}.major`, text.educations.major),
          plain(`educations.${at}.school`, text.educations.school),
          year(`educations.${at}.year`),
        ]}
      />
    </div>
  );
}

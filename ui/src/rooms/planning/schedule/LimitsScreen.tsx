import { Group, Radio, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import type { ListColumn } from '../../../components/DataList';
import { LineTable } from '../../../components/LineTable';
import { listOf } from '../../../components/lines/listOf';
import { PersonField } from '../../../components/PersonField';
import { Reading } from '../../../components/scheme/values';
import { UnitPicker } from '../../../components/UnitPicker';
import { useRules } from '../../../data/office';
import { useDeleteLimit, useLimits, useSaveLimit, type AwayLimit, type AwayShare, type LimitRow } from '../../../data/planning/schedule';
import { id } from '../../../i18n/id';
import { formatNumber } from '../../../i18n/numbers';
import { Register, RegisterDialog } from './Register';

const text = id.schedule.limits;

type Kind = AwayShare['kind'];
const kinds: readonly Kind[] = ['percent', 'people'];

const shareText = ({ kind, value }: AwayShare) => (kind === 'percent' ? text.percent(value) : text.peopleCount(value));

const columns: readonly ListColumn<LimitRow>[] = [
  { id: 'unit', header: text.unit, width: 'minmax(0, 1.4fr)', sort: (row) => row.unit_path, cell: (row) => row.unit_path },
  {
    id: 'counter',
    header: text.counter,
    width: 'minmax(0, 1fr)',
    sort: ({ limit }) => limit.counter,
    cell: ({ limit }) => (limit.counter === '' ? <span className="muted">{text.wholeUnit}</span> : limit.counter),
  },
  { id: 'share', header: text.share, width: '200px', align: 'end', cell: ({ limit }) => shareText(limit.share) },
  { id: 'active', header: text.active, width: '120px', align: 'end', sort: (row) => row.active, cell: (row) => formatNumber(row.active) },
  { id: 'most', header: text.allowed, width: '170px', align: 'end', sort: (row) => row.most, cell: (row) => text.peopleCount(row.most) },
];

interface Member {
  person: string | null;
  name: string;
}

interface Values extends Record<string, unknown> {
  id: string | null;
  unit: string | null;
  counter: string;
  kind: Kind;
  share: string;
  people: Member[];
}

const blank = (): Values => ({ id: null, unit: null, counter: '', kind: 'percent', share: '', people: [] });
const draftOf = ({ limit, people }: LimitRow): Values => ({
  id: limit.id,
  unit: limit.unit,
  counter: limit.counter,
  kind: limit.share.kind,
  share: String(limit.share.value),
  people: people.map((one) => ({ ...one })),
});
const wordsOf = (row: LimitRow) => [row.unit_path, row.limit.counter, ...row.people.map((person) => person.name)];

function limitOf({ kind, share, people, ...rest }: Values): AwayLimit {
  const read = new Reading();
  const value = read.whole('share', share);
  read.done();
  return { ...rest, share: { kind, value }, people: people.flatMap(({ person }) => (person === null ? [] : [person])) };
}

interface DialogProps {
  draft: Values;
  known: LimitRow | undefined;
  onClose: () => void;
}

function LimitDialog({ draft, known, onClose }: DialogProps) {
  const form = useForm<Values>({ initialValues: draft });
  const save = useSaveLimit({ onDone: onClose });
  const remove = useDeleteLimit();
  const { kind, counter, people } = form.getValues();
  const name = known && [known.unit_path, known.limit.counter].filter((part) => part !== '').join(', ');
  return (
    <RegisterDialog
      text={text}
      form={form}
      size={600}
      onSubmit={async (values) => save.mutateAsync(limitOf(values))}
      onClose={onClose}
      remove={known && { body: text.deleteBody(name ?? ''), run: () => remove.mutateAsync(known.limit.id ?? '') }}
    >
      <UnitPicker data-autofocus={known ? undefined : true} label={text.unit} required {...form.getInputProps('unit')} />
      <TextInput
        data-autofocus={known ? true : undefined}
        label={text.counter}
        description={text.counterHint}
        autoComplete="off"
        {...form.getInputProps('counter')}
      />
      <Radio.Group label={text.shareKind} value={kind} onChange={(next) => form.setFieldValue('kind', next)}>
        <Group gap="lg" mt={4}>
          {kinds.map((value) => (
            <Radio key={value} value={value} label={text.shares[value]} />
          ))}
        </Group>
      </Radio.Group>
      <TextInput
        label={text.value}
        required
        rightSection={<span className="muted">{kind === 'percent' ? '%' : id.schedule.rule.people}</span>}
        rightSectionWidth={60}
        inputMode="numeric"
        autoComplete="off"
        styles={{ wrapper: { maxWidth: 140 } }}
        {...form.getInputProps('share')}
      />
      {(counter !== '' || people.length > 0) && (
        <LineTable
          {...listOf(form, 'people')}
          title={text.people}
          heads={[{ label: id.schedule.session.name }]}
          blank={(): Member => ({ person: null, name: '' })}
          add={text.addPerson}
          none={text.peopleNone}
          cells={(line, at) => [
            <PersonField
              key="person"
              hideLabel
              label={text.person(at + 1)}
              value={line.person}
              name={line.name}
              data-path={`people.${at}.person`}
              onChange={(person, row) => form.setFieldValue(`people.${at}`, { person, name: row?.name ?? '' })}
            />,
          ]}
        />
      )}
    </RegisterDialog>
  );
}

/** How much of a unit, or of a counter, may be away at once. */
export function LimitsScreen() {
  const rule = useRules().data?.schedule;
  return (
    <Register
      id="away limits"
      text={text}
      icon="people"
      columns={columns}
      query={useLimits()}
      rowId={({ limit }) => limit.id ?? ''}
      rowLabel={(row) => [row.unit_path, row.limit.counter].filter((part) => part !== '').join(', ')}
      wordsOf={wordsOf}
      sort="unit"
      blank={blank}
      draftOf={draftOf}
      lead={rule && text.lead(rule.share, rule.smallest_unit)}
      dialog={(draft, known, onClose) => <LimitDialog draft={draft} known={known} onClose={onClose} />}
    />
  );
}

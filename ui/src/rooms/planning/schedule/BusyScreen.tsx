import { Radio, Group, Select, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import type { ListColumn } from '../../../components/DataList';
import { DateField } from '../../../components/DateField';
import { FieldRow } from '../../../components/FormPage';
import { PersonField } from '../../../components/PersonField';
import { Reading } from '../../../components/scheme/values';
import { UnitPicker } from '../../../components/UnitPicker';
import {
  useBusyPeriods, useDeleteBusy, useRooms, useSaveBusy, type Busy, type BusyRow, type BusyWhom,
} from '../../../data/planning/schedule';
import { dateRange } from '../../../i18n/dates';
import { id } from '../../../i18n/id';
import { formatNumber } from '../../../i18n/numbers';
import { Register, RegisterDialog } from './Register';

const text = id.schedule.busy;

type Kind = BusyWhom['kind'];
const kinds: readonly Kind[] = ['unit', 'person', 'room'];

const kindOf = ({ busy }: BusyRow): Kind => busy.whom?.kind ?? 'unit';

const columns: readonly ListColumn<BusyRow>[] = [
  {
    id: 'period',
    header: text.period,
    width: '240px',
    sort: ({ busy }) => busy.starts,
    cell: ({ busy, past }) => <span className={past ? 'muted' : undefined}>{dateRange(busy.starts, busy.ends)}</span>,
  },
  { id: 'kind', header: text.kind, width: '110px', sort: (row) => text.kinds[kindOf(row)], cell: (row) => text.kinds[kindOf(row)] },
  { id: 'whom', header: text.whom, width: 'minmax(0, 1fr)', sort: (row) => row.name, cell: (row) => row.name },
  { id: 'reason', header: text.reason, width: 'minmax(0, 1fr)', sort: ({ busy }) => busy.reason, cell: ({ busy }) => busy.reason },
  {
    id: 'weight',
    header: text.weight,
    width: '80px',
    align: 'end',
    sort: ({ busy }) => busy.weight,
    // Somebody who is away, or a closed room, is a conflict and no matter of weight.
    cell: (row) => (kindOf(row) === 'unit' ? formatNumber(row.busy.weight) : <span className="muted">{id.schedule.dash}</span>),
  },
];

const filters = [
  { id: 'kind', label: text.filterKind, options: kinds.map((value) => ({ value, label: text.kinds[value] })) },
];

interface Values extends Record<string, unknown> {
  id: string | null;
  kind: Kind;
  whom: string | null;
  starts: string | null;
  ends: string | null;
  reason: string;
  weight: string;
}

const blank = (): Values => ({ id: null, kind: 'unit', whom: null, starts: null, ends: null, reason: '', weight: '50' });
const draftOf = ({ busy }: BusyRow): Values => ({
  id: busy.id,
  kind: busy.whom?.kind ?? 'unit',
  whom: busy.whom?.id ?? null,
  starts: busy.starts,
  ends: busy.ends,
  reason: busy.reason,
  weight: String(busy.weight),
});
const wordsOf = (row: BusyRow) => [row.name, row.busy.reason, text.kinds[kindOf(row)]];
const passes = (row: BusyRow, set: Readonly<Record<string, string>>) => set['kind'] === undefined || kindOf(row) === set['kind'];

function busyOf(values: Values): Busy {
  const { kind, whom, weight, ...rest } = values;
  const read = new Reading();
  const busy = {
    ...rest,
    whom: whom === null ? null : ({ kind, id: whom }),
    starts: read.given('starts', values.starts, text.dateMissing),
    ends: read.given('ends', values.ends, text.dateMissing),
    // Only a unit has a weight to be typed.
    weight: kind === 'unit' ? read.whole('weight', weight) : 1,
  };
  read.done();
  return busy;
}

interface DialogProps {
  draft: Values;
  known: BusyRow | undefined;
  onClose: () => void;
}

function BusyDialog({ draft, known, onClose }: DialogProps) {
  const form = useForm<Values>({ initialValues: draft });
  const save = useSaveBusy({ onDone: onClose });
  const remove = useDeleteBusy();
  const rooms = useRooms().data ?? [];
  const { kind, whom } = form.getValues();
  const whomProps = { label: text.kinds[kind], required: true, ...form.getInputProps('whom') };
  return (
    <RegisterDialog
      text={text}
      form={form}
      onSubmit={async (values) => save.mutateAsync(busyOf(values))}
      onClose={onClose}
      remove={known && { body: text.deleteBody(known.name, known.busy.reason), run: () => remove.mutateAsync(known.busy.id ?? '') }}
    >
      <Radio.Group
        label={text.whom}
        value={kind}
        onChange={(next) => form.setValues({ kind: next, whom: null })}
      >
        <Group gap="lg" mt={4}>
          {kinds.map((value) => (
            <Radio key={value} value={value} label={text.kinds[value]} data-autofocus={value === kind || undefined} />
          ))}
        </Group>
      </Radio.Group>
      {kind === 'unit' && <UnitPicker {...whomProps} />}
      {kind === 'person' && <PersonField {...whomProps} value={whom} name={known?.name} />}
      {kind === 'room' && (
        <Select
          {...whomProps}
          data={rooms.map(({ room }) => ({ value: room.id ?? '', label: room.name }))}
          searchable
          allowDeselect={false}
        />
      )}
      <FieldRow>
        <DateField label={text.starts} required {...form.getInputProps('starts')} />
        <DateField label={text.ends} required {...form.getInputProps('ends')} />
      </FieldRow>
      <TextInput
        label={text.reason}
        description={text.reasonHints[kind]}
        required
        autoComplete="off"
        {...form.getInputProps('reason')}
      />
      {kind === 'unit' && (
        <TextInput
          label={text.weight}
          description={text.weightHint}
          inputMode="numeric"
          autoComplete="off"
          styles={{ wrapper: { maxWidth: 100 } }}
          {...form.getInputProps('weight')}
        />
      )}
    </RegisterDialog>
  );
}

/** When units have much to do, people are away, rooms are closed. */
export function BusyScreen() {
  return (
    <Register
      id="busy periods"
      text={text}
      icon="clock"
      columns={columns}
      query={useBusyPeriods()}
      rowId={({ busy }) => busy.id ?? ''}
      rowLabel={(row) => `${row.busy.reason}, ${row.name}`}
      wordsOf={wordsOf}
      filters={filters}
      passes={passes}
      sort="-period"
      blank={blank}
      draftOf={draftOf}
      dialog={(draft, known, onClose) => <BusyDialog draft={draft} known={known} onClose={onClose} />}
    />
  );
}

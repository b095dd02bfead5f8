import { Checkbox, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import type { ListColumn } from '../../../components/DataList';
import { FieldRow } from '../../../components/FormPage';
import { Reading } from '../../../components/scheme/values';
import { StateBadge } from '../../../components/StateBadge';
import { useDeleteRoom, useRooms, useSaveRoom, type RoomRow, type TrainingRoom } from '../../../data/planning/schedule';
import { id } from '../../../i18n/id';
import { formatNumber } from '../../../i18n/numbers';
import { Register, RegisterDialog } from './Register';

const text = id.schedule.rooms;

const columns: readonly ListColumn<RoomRow>[] = [
  { id: 'name', header: text.name, width: 'minmax(0, 1fr)', sort: ({ room }) => room.name, cell: ({ room }) => room.name },
  { id: 'place', header: text.place, width: 'minmax(0, 1.4fr)', sort: ({ room }) => room.place, cell: ({ room }) => room.place },
  {
    id: 'capacity',
    header: text.capacity,
    width: '110px',
    align: 'end',
    sort: ({ room }) => room.capacity,
    cell: ({ room }) => formatNumber(room.capacity),
  },
  { id: 'sessions', header: text.sessions, width: '100px', align: 'end', sort: (row) => row.sessions, cell: (row) => formatNumber(row.sessions) },
  {
    id: 'state',
    header: text.state,
    width: '140px',
    cell: ({ room }) =>
      room.active ? <StateBadge tone="good">{text.active}</StateBadge> : <StateBadge>{text.inactive}</StateBadge>,
  },
];

type Values = Omit<TrainingRoom, 'capacity'> & { capacity: string };

const blank = (): TrainingRoom => ({ id: null, name: '', place: '', capacity: 0, active: true });
const wordsOf = ({ room }: RoomRow) => [room.name, room.place];

/** A room without a known number of places is refused by the core with its rule. */
function roomOf({ capacity, ...rest }: Values): TrainingRoom {
  const read = new Reading();
  const places = read.whole('capacity', capacity);
  read.done();
  return { ...rest, capacity: places };
}

interface DialogProps {
  draft: TrainingRoom;
  known: RoomRow | undefined;
  onClose: () => void;
}

function RoomDialog({ draft, known, onClose }: DialogProps) {
  const form = useForm<Values>({ initialValues: { ...draft, capacity: draft.id === null ? '' : String(draft.capacity) } });
  const save = useSaveRoom({ onDone: onClose });
  const remove = useDeleteRoom();
  const key = known?.room.id;
  return (
    <RegisterDialog
      text={text}
      form={form}
      onSubmit={async (values) => save.mutateAsync(roomOf(values))}
      onClose={onClose}
      remove={known && { body: text.deleteBody(known.room.name), run: () => remove.mutateAsync(key ?? '') }}
    >
      <TextInput data-autofocus label={text.name} required autoComplete="off" {...form.getInputProps('name')} />
      <TextInput label={text.place} autoComplete="off" {...form.getInputProps('place')} />
      <FieldRow>
        <TextInput
          label={text.capacity}
          required
          rightSection={<span className="muted">{text.capacityUnit}</span>}
          rightSectionWidth={60}
          inputMode="numeric"
          autoComplete="off"
          styles={{ wrapper: { maxWidth: 140 } }}
          {...form.getInputProps('capacity')}
        />
      </FieldRow>
      <Checkbox label={text.activeLabel} description={text.activeHint} {...form.getInputProps('active', { type: 'checkbox' })} />
    </RegisterDialog>
  );
}

/** Where sessions are held. */
export function RoomsScreen() {
  return (
    <Register
      id="planning rooms"
      text={text}
      icon="office"
      columns={columns}
      query={useRooms()}
      rowId={({ room }) => room.id ?? ''}
      rowLabel={({ room }) => room.name}
      wordsOf={wordsOf}
      sort="name"
      blank={blank}
      draftOf={({ room }) => room}
      dialog={(draft, known, onClose) => <RoomDialog draft={draft} known={known} onClose={onClose} />}
    />
  );
}

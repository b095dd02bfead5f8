import { Checkbox, Group, Modal, Select } from '@mantine/core';
import { useForm } from '@mantine/form';
import type { ReactNode } from 'react';
import { useClassView } from '../../data/classes';
import { useRooms, useSaveSessionPlace, type ConflictRow, type SessionPlan } from '../../data/planning/schedule';
import { id } from '../../i18n/id';
import { FormPage } from '../FormPage';
import { LineTable } from '../LineTable';
import { listOf } from '../lines/listOf';
import { PersonField } from '../PersonField';
import { ReasonList } from '../ReasonList';
import styles from './session.module.css';
import { titleOf, whenOf } from './words';

const text = id.schedule.session;

interface Speaker {
  person: string | null;
  name: string;
}

interface PlaceValues extends Record<string, unknown> {
  room: string | null;
  subject: string | null;
  speakers: Speaker[];
  locked: boolean;
}

export interface PlaceDialogProps {
  session: SessionPlan;
  conflicts?: readonly ConflictRow[];
  onClose: () => void;
  /** Further ways from here, at the foot. */
  foot?: ReactNode;
}

/** Room, subject and speakers of a session, and whether a proposal may move it. */
export function PlaceDialog({ session, conflicts = [], onClose, foot }: PlaceDialogProps) {
  const form = useForm<PlaceValues>({
    initialValues: {
      room: session.room,
      subject: session.subject,
      speakers: session.speakers.map((one) => ({ ...one })),
      locked: session.locked,
    },
  });
  const save = useSaveSessionPlace({ onDone: onClose });
  const rooms = useRooms().data ?? [];
  const subjects = useClassView(session.class).data?.class.subjects ?? [];
  const submit = ({ speakers, ...rest }: PlaceValues) => {
    const people = speakers.flatMap(({ person }) => (person === null ? [] : [person]));
    return save.mutateAsync({ session: session.session, place: { ...rest, speakers: people } });
  };
  // A room that is no longer used stays where it is, and is offered for nothing else.
  const offered = rooms.filter(({ room }) => room.active || room.id === session.room);
  return (
    <Modal opened onClose={onClose} title={text.edit} size={600}>
      <p className={styles.lead}>{text.of(titleOf(session), whenOf(session))}</p>
      {conflicts.length > 0 && (
        <div className={styles.block} role="group" aria-label={text.conflicts} tabIndex={0}>
          <ReasonList label={text.conflicts} reasons={conflicts.map(({ sentence }) => ({ tone: 'warn', text: sentence }))} />
        </div>
      )}
      <FormPage
        form={form}
        onSubmit={submit}
        submitLabel={text.save}
        onCancel={onClose}
        readOnly={session.closed}
        label={text.form}
      >
        <Select
          data-autofocus
          openOnFocus={false}
          label={text.room}
          placeholder={text.noRoom}
          data={offered.map(({ room }) => ({ value: room.id ?? '', label: text.places(room.name, room.capacity) }))}
          searchable
          clearable
          clearButtonProps={{ 'aria-label': `${id.actions.remove} ${text.room}`, tabIndex: -1 }}
          disabled={session.closed}
          {...form.getInputProps('room')}
        />
        <Select
          label={text.subject}
          placeholder={text.noSubject}
          data={subjects.map((subject) => ({ value: subject.id ?? '', label: subject.name }))}
          searchable
          clearable
          clearButtonProps={{ 'aria-label': `${id.actions.remove} ${text.subject}`, tabIndex: -1 }}
          disabled={session.closed}
          {...form.getInputProps('subject')}
        />
        <LineTable
          {...listOf(form, 'speakers')}
          title={text.speakers}
          heads={[{ label: text.name }]}
          blank={(): Speaker => ({ person: null, name: '' })}
          add={text.addSpeaker}
          none={id.schedule.day.noSpeaker}
          readOnly={session.closed}
          cells={(line, at) => [
            <PersonField
              key="person"
              hideLabel
              label={text.speaker(at + 1)}
              value={line.person}
              name={line.name}
              disabled={session.closed}
              data-path={`speakers.${at}.person`}
              onChange={(person, row) => form.setFieldValue(`speakers.${at}`, { person, name: row?.name ?? '' })}
            />,
          ]}
        />
        <Checkbox
          label={text.locked}
          description={text.lockedHint}
          disabled={session.closed}
          {...form.getInputProps('locked', { type: 'checkbox' })}
        />
      </FormPage>
      {foot && (
        <Group gap="sm" className={styles.foot}>
          {foot}
        </Group>
      )}
    </Modal>
  );
}

import { Button, CloseButton, Modal, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useId, useState, type KeyboardEvent } from 'react';
import { Icon } from '../../../components/icons';
import { useEnrol, useFoundPeople, type EnrolmentRow, type PersonRow, type Role } from '../../../data/classes';
import { id } from '../../../i18n/id';
import styles from '../classes.module.css';
import { RoleSelect } from './roles';

const text = id.classes.participants;

export interface AddPeopleDialogProps {
  classId: string;
  opened: boolean;
  enrolled: readonly EnrolmentRow[];
  onClose: () => void;
}

/** People are looked up and collected, then enrolled at once. */
export function AddPeopleDialog(props: AddPeopleDialogProps) {
  return (
    <Modal
      opened={props.opened}
      onClose={props.onClose}
      title={text.addTitle}
      size={760}
      closeButtonProps={{ 'aria-label': id.actions.close }}
    >
      <Body {...props} />
    </Modal>
  );
}

function Body({ classId, enrolled, onClose }: AddPeopleDialogProps) {
  const listId = useId();
  const [typed, setTyped] = useState('');
  const [wanted] = useDebouncedValue(typed.trim(), 120);
  const [active, setActive] = useState(0);
  const [chosen, setChosen] = useState<readonly PersonRow[]>([]);
  const [role, setRole] = useState<Role>('peserta');
  const found = useFoundPeople(wanted);
  const enrol = useEnrol(classId, { onDone: onClose });
  const people = wanted.length < 2 ? [] : (found.data ?? []);
  const current = Math.min(active, people.length - 1);

  const isIn = (person: PersonRow) => enrolled.some((row) => row.person === person.id && row.role === role);
  const isChosen = (person: PersonRow) => chosen.some((one) => one.id === person.id);
  const toggle = (person: PersonRow | undefined) => {
    if (!person || isIn(person)) return;
    setChosen(isChosen(person) ? chosen.filter((one) => one.id !== person.id) : [...chosen, person]);
  };
  const run = () => {
    if (chosen.length > 0 && !enrol.isPending) enrol.mutate({ people: chosen.map((person) => person.id), role });
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && event.ctrlKey) run();
    else if (event.key === 'ArrowDown') setActive(Math.min(current + 1, people.length - 1));
    else if (event.key === 'ArrowUp') setActive(Math.max(current - 1, 0));
    else if (event.key === 'Enter') {
      const person = people[current];
      toggle(person);
      if (person && !isIn(person)) (event.target as HTMLInputElement).select();
    } else if (event.key === 'Backspace' && typed === '') setChosen(chosen.slice(0, -1));
    else return;
    event.preventDefault();
  };

  return (
    <>
      <TextInput
        data-autofocus
        label={text.find}
        description={text.findHint}
        role="combobox"
        aria-expanded={people.length > 0}
        aria-controls={listId}
        aria-activedescendant={people.length > 0 ? `${listId}-${current}` : undefined}
        aria-autocomplete="list"
        autoComplete="off"
        leftSection={<Icon name="search" size={16} />}
        value={typed}
        onChange={(event) => {
          setTyped(event.currentTarget.value);
          setActive(0);
        }}
        onKeyDown={onKeyDown}
      />
      <div id={listId} role="listbox" aria-label={text.find} aria-multiselectable className={styles.found} hidden={people.length === 0}>
        {people.map((person, at) => (
          <div
            key={person.id}
            id={`${listId}-${at}`}
            role="option"
            aria-selected={at === current}
            aria-disabled={isIn(person) || undefined}
            className={styles.person}
            ref={(node) => {
              if (at === current) node?.scrollIntoView({ block: 'nearest' });
            }}
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => {
              setActive(at);
              toggle(person);
            }}
          >
            <Icon name={isChosen(person) ? 'check' : 'plus'} size={16} />
            <span className={styles.personName}>{person.name}</span>
            <span className={styles.personSide}>
              {isIn(person) ? text.already : [person.nip, person.unit].filter((part) => part !== '').join(' · ')}
            </span>
          </div>
        ))}
      </div>
      <p role="status" className="muted">
        {wanted.length >= 2 && people.length === 0 && !found.isFetching ? text.nobody(wanted) : ''}
      </p>
      {chosen.length > 0 && (
        <ul className={styles.chosen} aria-label={text.chosen}>
          {chosen.map((person) => (
            <li key={person.id}>
              {person.name}
              <CloseButton size="xs" aria-label={text.unchoose(person.name)} onClick={() => toggle(person)} />
            </li>
          ))}
        </ul>
      )}
      <div className={styles.dialogFoot}>
        <RoleSelect value={role} onChange={setRole} />
        <span className={styles.push}>
          <Button variant="default" onClick={onClose}>
            {id.actions.cancel}
          </Button>
          <Button title="Ctrl+Enter" disabled={chosen.length === 0} loading={enrol.isPending} onClick={run}>
            {text.enrol(chosen.length)}
          </Button>
        </span>
      </div>
    </>
  );
}

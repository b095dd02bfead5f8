import { Button, CloseButton, Modal } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useState, type KeyboardEvent } from 'react';
import { FindList } from '../../../components/FindList';
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
    >
      <Body {...props} />
    </Modal>
  );
}

function Body({ classId, enrolled, onClose }: AddPeopleDialogProps) {
  const [typed, setTyped] = useState('');
  const [wanted] = useDebouncedValue(typed.trim(), 120);
  const [chosen, setChosen] = useState<readonly PersonRow[]>([]);
  const [role, setRole] = useState<Role>('peserta');
  const found = useFoundPeople(wanted);
  const enrol = useEnrol(classId, { onDone: onClose });
  const people = wanted.length < 2 ? [] : (found.data ?? []);

  const isIn = (person: PersonRow) => enrolled.some((row) => row.person === person.id && row.role === role);
  const isChosen = (person: PersonRow) => chosen.some((one) => one.id === person.id);
  const toggle = (person: PersonRow) => {
    if (isIn(person)) return;
    setChosen(isChosen(person) ? chosen.filter((one) => one.id !== person.id) : [...chosen, person]);
  };
  const run = () => {
    if (chosen.length > 0 && !enrol.isPending) enrol.mutate({ people: chosen.map((person) => person.id), role });
  };
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.key === 'Enter' && event.ctrlKey) run();
    else if (event.key === 'Backspace' && typed === '') setChosen(chosen.slice(0, -1));
    else {
      // What is typed next takes the place of the word that has found somebody.
      if (event.key === 'Enter' && people.length > 0) event.currentTarget.select();
      return;
    }
    event.preventDefault();
  };

  return (
    <>
      <FindList
        label={text.find}
        description={text.findHint}
        listLabel={text.find}
        items={people}
        typed={typed}
        onTyped={setTyped}
        onPick={toggle}
        keyOf={(person) => person.id}
        row={(person) => ({
          icon: <Icon name={isChosen(person) ? 'check' : 'plus'} size={16} />,
          name: person.name,
          side: isIn(person) ? text.already : [person.nip, person.unit].filter((part) => part !== '').join(' · '),
          disabled: isIn(person),
        })}
        multiple
        onKeyDown={onKeyDown}
      />
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

import { Button, Modal, Textarea } from '@mantine/core';
import { useEffect, useRef, useState, type KeyboardEvent } from 'react';
import { useBackend } from '../../../backend/backend';
import { ReasonList } from '../../../components/ReasonList';
import shared from '../../../components/shared.module.css';
import { useEnrol, type NipList, type Role } from '../../../data/classes';
import { refusalText } from '../../../data/mutation';
import { useToast } from '../../../frame/Toasts';
import { id } from '../../../i18n/id';
import styles from '../classes.module.css';
import { RoleSelect } from './roles';

const text = id.classes.participants;

export interface NipListDialogProps {
  classId: string;
  /** Typed here or read from a file; null while it is closed. */
  source: 'paste' | 'file' | null;
  onClose: () => void;
}

/** A list of NIPs: first what it leads to and what not, then the people join. */
export function NipListDialog({ classId, source, onClose }: NipListDialogProps) {
  const backend = useBackend();
  const { show } = useToast();
  const [list, setList] = useState<NipList | null>(null);
  const asked = useRef(false);
  const close = () => {
    setList(null);
    onClose();
  };

  // The file is asked for once, as soon as this is opened for a file.
  useEffect(() => {
    if (source !== 'file') {
      asked.current = false;
      return;
    }
    if (asked.current) return;
    asked.current = true;
    backend.classes.checkNipFile().then(
      (read) => (read ? setList(read) : onClose()),
      (error: unknown) => {
        show({ message: refusalText(error), tone: 'bad' });
        onClose();
      },
    );
  }, [source, backend, show, onClose]);

  return (
    <Modal
      opened={source === 'paste' || (source === 'file' && list !== null)}
      onClose={close}
      title={source === 'file' ? text.fileTitle : text.pasteTitle}
      size={680}
    >
      <Body classId={classId} given={source === 'file' ? list : null} onClose={close} />
    </Modal>
  );
}

function Body({ classId, given, onClose }: { classId: string; given: NipList | null; onClose: () => void }) {
  const backend = useBackend();
  const [typed, setTyped] = useState('');
  const [list, setList] = useState<NipList | null>(given);
  const [error, setError] = useState<string | null>(null);
  const [role, setRole] = useState<Role>('peserta');
  const enrol = useEnrol(classId, { onDone: onClose });
  const join = useRef<HTMLButtonElement>(null);

  // The list is read while the dialog stands open: the keyboard goes on at what comes next.
  useEffect(() => join.current?.focus(), [list]);

  const check = async () => {
    try {
      setError(null);
      setList(await backend.classes.checkNips(typed));
    } catch (refused) {
      setError(refusalText(refused));
    }
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || !event.ctrlKey) return;
    event.preventDefault();
    void check();
  };

  if (!list) {
    return (
      <>
        <Textarea
          data-autofocus
          label={text.pasteLabel}
          description={text.pasteHint}
          rows={10}
          value={typed}
          error={error}
          onChange={(event) => setTyped(event.currentTarget.value)}
          onKeyDown={onKeyDown}
        />
        <div className={styles.dialogFoot}>
          <span className={styles.push}>
            <Button variant="default" onClick={onClose}>
              {id.actions.cancel}
            </Button>
            <Button title="Ctrl+Enter" disabled={typed.trim() === ''} onClick={() => void check()}>
              {text.check}
            </Button>
          </span>
        </div>
      </>
    );
  }
  return (
    <>
      <section className={styles.block} aria-label={text.found(list.found.length)}>
        <h2>{list.found.length === 0 ? text.foundNone : text.found(list.found.length)}</h2>
        {list.found.length > 0 && (
          <ul className={shared.found}>
            {list.found.map((person) => (
              <li key={person.id} className={shared.foundRow}>
                <span className={shared.foundName}>{person.name}</span>
                <span className={shared.foundSide}>{person.nip}</span>
              </li>
            ))}
          </ul>
        )}
      </section>
      {list.unknown.length > 0 && (
        <section className={styles.block} aria-label={text.unknown(list.unknown.length)}>
          <h2>{text.unknown(list.unknown.length)}</h2>
          <div className={styles.dense} tabIndex={0}>
            <ReasonList
              label={text.unknown(list.unknown.length)}
              reasons={list.unknown.map((line) => ({
                tone: 'warn',
                subject: text.line(line.line, line.text),
                text: line.reason,
              }))}
            />
          </div>
        </section>
      )}
      <div className={styles.dialogFoot}>
        <RoleSelect value={role} onChange={setRole} />
        <span className={styles.push}>
          {given === null && (
            <Button variant="default" onClick={() => setList(null)}>
              {text.changeList}
            </Button>
          )}
          <Button
            ref={join}
            data-autofocus
            disabled={list.found.length === 0}
            loading={enrol.isPending}
            onClick={() => enrol.mutate({ people: list.found.map((person) => person.id), role })}
          >
            {text.enrol(list.found.length)}
          </Button>
        </span>
      </div>
    </>
  );
}

import { Button, Group, Modal } from '@mantine/core';
import { useEffect, useRef, useState, type RefObject } from 'react';
import { id } from '../../../i18n/id';
import classStyles from '../classes.module.css';

export interface Discard {
  /** Set by the form: something was typed that is not saved. */
  unsaved: RefObject<boolean>;
  /** Closes at once where nothing would be lost, and asks otherwise. */
  close: () => void;
  asking: boolean;
  stay: () => void;
  go: () => void;
}

/** For a form in a drawer: Esc and a click beside it must not throw away what was typed. */
export function useDiscard(onClose: () => void): Discard {
  const unsaved = useRef(false);
  const [asking, setAsking] = useState(false);
  return {
    unsaved,
    close: () => (unsaved.current ? setAsking(true) : onClose()),
    asking,
    stay: () => setAsking(false),
    go: () => {
      unsaved.current = false;
      setAsking(false);
      onClose();
    },
  };
}

/** Tells the drawer around a form whether it may close. */
export function useUnsaved(unsaved: RefObject<boolean>, dirty: boolean): void {
  useEffect(() => {
    unsaved.current = dirty;
    return () => {
      unsaved.current = false;
    };
  }, [unsaved, dirty]);
}

export function DiscardDialog({ discard }: { discard: Discard }) {
  return (
    <Modal
      opened={discard.asking}
      onClose={discard.stay}
      title={id.leave.title}
    >
      <p className={classStyles.paragraph}>{id.pairing.discard}</p>
      <Group justify="flex-end">
        <Button variant="default" onClick={discard.go}>
          {id.leave.go}
        </Button>
        <Button data-autofocus onClick={discard.stay}>
          {id.leave.stay}
        </Button>
      </Group>
    </Modal>
  );
}

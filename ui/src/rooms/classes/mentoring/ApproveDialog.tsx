import { Button, Group, Modal } from '@mantine/core';
import { useState } from 'react';
import { DateField } from '../../../components/DateField';
import { RefusalError } from '../../../backend/backend';
import { refusalText } from '../../../data/mutation';
import { useApprove, type Approved, type Board } from '../../../data/mentoring/pairing';
import { id } from '../../../i18n/id';
import styles from '../classes.module.css';

const text = id.pairing.approve;

interface ApproveDialogProps {
  classId: string;
  board: Board;
  opened: boolean;
  /** The day offered: the first of the mentoring. */
  day: string;
  onApproved: (approved: Approved) => void;
  onClose: () => void;
}

/** From which day the pairs of the proposal are at work. */
export function ApproveDialog(props: ApproveDialogProps) {
  return (
    <Modal
      opened={props.opened}
      onClose={props.onClose}
      title={text.title}
    >
      <Body {...props} />
    </Modal>
  );
}

function Body({ classId, board, day: offered, onApproved, onClose }: ApproveDialogProps) {
  const approve = useApprove(classId);
  const [day, setDay] = useState<string | null>(offered);
  const [error, setError] = useState<string | null>(null);
  const run = async () => {
    if (approve.isPending) return;
    if (day === null) {
      setError(text.missing);
      return;
    }
    try {
      setError(null);
      const { value } = await approve.mutateAsync(day);
      onApproved(value);
      onClose();
    } catch (refused) {
      const field = refused instanceof RefusalError ? refused.fields[0]?.message : undefined;
      setError(field ?? refusalText(refused));
    }
  };
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void run();
      }}
    >
      <p className={styles.paragraph}>{text.body(board.pairs, board.mentees.length - board.pairs)}</p>
      <p className={styles.paragraph}>{text.after}</p>
      <DateField label={text.day} required value={day} onChange={setDay} error={error} />
      <Group justify="flex-end" mt="lg">
        <Button variant="default" onClick={onClose}>
          {id.actions.cancel}
        </Button>
        <Button type="submit" data-autofocus loading={approve.isPending}>
          {text.confirm(board.pairs)}
        </Button>
      </Group>
    </form>
  );
}

import { useNavigate } from '@tanstack/react-router';
import { useState, type RefObject } from 'react';
import { RefusalError } from '../../backend/backend';
import { ConfirmDialog } from '../../components/ConfirmDialog';
import { ConfirmWithReason } from '../../components/ConfirmWithReason';
import { DateField } from '../../components/DateField';
import { useStatus } from '../../data/home';
import { useDeleteMentor, useMentorLeaves, type MentorRow } from '../../data/mentoring';
import { id } from '../../i18n/id';
import styles from './mentoring.module.css';

const text = id.mentoring.mentor;

export type MentorDialog = 'leaves' | 'delete';

export interface MentorDialogsProps {
  mentor: string;
  row: MentorRow;
  dialog: MentorDialog | null;
  /** The form beside may be left without asking once the mentor is gone. */
  passing: RefObject<boolean>;
  /** How many participants stay behind without a mentor. */
  onLeft: (orphans: number) => void;
  onClose: () => void;
}

/** What ends the work of a mentor. */
export function MentorDialogs({ mentor, row, dialog, passing, onLeft, onClose }: MentorDialogsProps) {
  const navigate = useNavigate();
  const today = useStatus().data?.today ?? null;
  const [typed, setTyped] = useState<{ day: string | null } | null>(null);
  const day = typed ? typed.day : today;
  const leaves = useMentorLeaves(mentor, { onDone: onLeft });
  const remove = useDeleteMentor(mentor, {
    onDone: () => {
      passing.current = true;
      void navigate({ to: '/mentoring/mentors', replace: true });
    },
  });
  const leave = async (note: string) => {
    if (day === null) throw new RefusalError({ code: 'invalid_input', message: text.dayMissing });
    await leaves.mutateAsync({ day, note });
  };
  return (
    <>
      <ConfirmWithReason
        opened={dialog === 'leaves'}
        title={text.leavesTitle(row.name)}
        confirmLabel={text.leavesConfirm}
        onConfirm={leave}
        onClose={onClose}
      >
        <div className={styles.dialogFields}>
          <p>{text.leavesBody(row.running)}</p>
          <DateField label={text.leavesDay} required value={day} onChange={(next) => setTyped({ day: next })} />
        </div>
      </ConfirmWithReason>
      <ConfirmDialog
        opened={dialog === 'delete'}
        title={text.deleteTitle}
        confirmLabel={text.deleteConfirm}
        danger
        onConfirm={() => remove.mutateAsync(undefined)}
        onClose={onClose}
      >
        {text.deleteBody(row.name)}
      </ConfirmDialog>
    </>
  );
}

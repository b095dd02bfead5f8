import { Modal } from '@mantine/core';
import { useForm } from '@mantine/form';
import { DateField } from '../../../components/DateField';
import { FieldRow, FormPage } from '../../../components/FormPage';
import { Reading } from '../../../components/scheme/values';
import { titleOf, whenOf } from '../../../components/session/words';
import { TimeField } from '../../../components/TimeField';
import { useMoveSession, type SessionPlan } from '../../../data/planning/schedule';
import { id } from '../../../i18n/id';
import styles from './schedule.module.css';

const text = id.schedule.session;

interface MoveValues extends Record<string, unknown> {
  date: string | null;
  starts: string | null;
  ends: string | null;
}

interface MoveDialogProps {
  session: SessionPlan;
  onClose: () => void;
}

/** Another day or time for a session. */
export function MoveDialog({ session, onClose }: MoveDialogProps) {
  const form = useForm<MoveValues>({ initialValues: { date: session.date, starts: session.starts, ends: session.ends } });
  const move = useMoveSession({ onDone: onClose });
  const submit = async ({ date, starts, ends }: MoveValues) => {
    const read = new Reading();
    const day = read.given('date', date, text.dateMissing);
    read.done();
    return move.mutateAsync({ session: session.session, date: day, starts, ends });
  };
  return (
    <Modal opened onClose={onClose} title={text.moveTitle}>
      <p className={styles.lead}>{text.of(titleOf(session), whenOf(session))}</p>
      <FormPage form={form} onSubmit={submit} submitLabel={text.moveSave} onCancel={onClose} label={text.moveForm}>
        <DateField data-autofocus label={text.date} required {...form.getInputProps('date')} />
        <FieldRow>
          <TimeField label={text.starts} {...form.getInputProps('starts')} />
          <TimeField label={text.ends} {...form.getInputProps('ends')} />
        </FieldRow>
      </FormPage>
    </Modal>
  );
}

import { Modal, Textarea } from '@mantine/core';
import { useForm } from '@mantine/form';
import { DateField } from '../../../components/DateField';
import { FormPage } from '../../../components/FormPage';
import { useStatus } from '../../../data/home';
import { useApprovePlan, type PlanView } from '../../../data/planning/plan';
import { id } from '../../../i18n/id';
import styles from './plan.module.css';
import { Warnings } from './Warnings';

const text = id.plan.approve;

/** The day on which a plan was approved, and why it was although something deserves a look. */
export function ApproveDialog({ view, onClose }: { view: PlanView; onClose: () => void }) {
  const today = useStatus().data?.today;
  return (
    <Modal opened onClose={onClose} size={560} title={text.title}>
      <p className={styles.section}>{text.text}</p>
      <Warnings warnings={view.warnings} />
      {today !== undefined && <Form plan={view.row.head.id} today={today} onClose={onClose} />}
    </Modal>
  );
}

function Form({ plan, today, onClose }: { plan: string; today: string; onClose: () => void }) {
  const form = useForm({ initialValues: { date: today, note: '' } });
  const approve = useApprovePlan(plan, { onDone: onClose });
  return (
    <FormPage form={form} label={text.form} submitLabel={text.save} onCancel={onClose} onSubmit={approve.mutateAsync}>
      <DateField label={text.date} required {...form.getInputProps('date')} />
      <Textarea data-autofocus label={text.note} description={text.noteHint} autosize minRows={2} {...form.getInputProps('note')} />
    </FormPage>
  );
}

import { Modal, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { RefusalError } from '../backend/backend';
import { useSaveFollowUp, type FollowUpPlan } from '../data/evaluation/followups';
import { id } from '../i18n/id';
import { DateField } from './DateField';
import { AskBoxes, RoleBoxes } from './followups/Boxes';
import { FormPage } from './FormPage';

const text = id.followups.form;
const words = id.followups.plan;

export interface FollowUpDialogProps {
  /** What is edited; null while the dialog is closed. */
  plan: FollowUpPlan | null;
  onClose: () => void;
}

/** A new follow-up for a class. */
export const blankPlan = (classId: string): FollowUpPlan => ({
  id: null,
  class: classId,
  name: '',
  due: '',
  roles: ['superior', 'self'],
  asks: ['behaviour', 'effect'],
});

/** Plans a follow-up of a closed class, or changes one. */
export function FollowUpDialog({ plan, onClose }: FollowUpDialogProps) {
  return (
    <Modal
      opened={plan !== null}
      onClose={onClose}
      title={(plan?.id ?? null) === null ? text.add : text.edit}
    >
      {plan && <Form key={plan.id ?? ''} plan={plan} onClose={onClose} />}
    </Modal>
  );
}

/** The core cannot be asked without a day. */
function given(due: string | null): string {
  if (due !== null) return due;
  throw new RefusalError({ code: 'invalid_input', message: words.noDue, fields: [{ field: 'due', message: words.noDue }] });
}

function Form({ plan, onClose }: { plan: FollowUpPlan; onClose: () => void }) {
  const form = useForm<{ name: string; due: string | null; roles: FollowUpPlan['roles']; asks: FollowUpPlan['asks'] }>({
    initialValues: { name: plan.name, due: plan.due === '' ? null : plan.due, roles: plan.roles, asks: plan.asks },
  });
  const save = useSaveFollowUp({ onDone: onClose });
  return (
    <FormPage
      form={form}
      label={text.label}
      submitLabel={text.save}
      onCancel={onClose}
      onSubmit={({ due, ...values }) => save.mutateAsync({ ...plan, ...values, due: given(due) })}
    >
      <TextInput label={words.name} required autoComplete="off" data-autofocus {...form.getInputProps('name')} />
      <DateField label={words.due} required {...form.getInputProps('due')} />
      <RoleBoxes
        label={words.roles}
        data-path="roles"
        value={form.getValues().roles}
        error={form.errors['roles']}
        onChange={(roles) => form.setFieldValue('roles', roles)}
      />
      <AskBoxes
        label={words.asks}
        description={text.asksHint}
        data-path="asks"
        value={form.getValues().asks}
        error={form.errors['asks']}
        onChange={(asks) => form.setFieldValue('asks', asks)}
      />
    </FormPage>
  );
}

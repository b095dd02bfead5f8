import { Modal, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { AmountField } from '../../../components/AmountField';
import { FormPage } from '../../../components/FormPage';
import { useSavePlan, type PlanHead } from '../../../data/planning/plan';
import { id } from '../../../i18n/id';

const text = id.plan.create;

/** Name of a draft and how much a person may have in the year. */
export function HeadDialog({ head, onClose }: { head: PlanHead; onClose: () => void }) {
  const form = useForm({ initialValues: { name: head.name, jp_limit: head.jp_limit } });
  const save = useSavePlan(head.id, { onDone: onClose });
  return (
    <Modal opened onClose={onClose} size={520} title={id.plan.page.edit}>
      <FormPage form={form} label={id.plan.page.form} submitLabel={id.plan.page.save} onCancel={onClose} onSubmit={save.mutateAsync}>
        <TextInput data-autofocus label={text.name} required autoComplete="off" {...form.getInputProps('name')} />
        <AmountField label={text.jp} description={text.jpHint} {...form.getInputProps('jp_limit')} />
      </FormPage>
    </Modal>
  );
}

import { Modal, NumberInput, Select, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useNavigate } from '@tanstack/react-router';
import { AmountField } from '../../../components/AmountField';
import { FieldRow, FormPage } from '../../../components/FormPage';
import { useStatus } from '../../../data/home';
import { useRules } from '../../../data/office';
import { useCreatePlan, usePlans, type NewPlan } from '../../../data/planning/plan';
import { id } from '../../../i18n/id';

const text = id.plan.create;

/** Year and name of a plan, and what it begins with. */
export function NewPlanDialog({ copy = null, onClose }: { copy?: string | null; onClose: () => void }) {
  const today = useStatus().data?.today;
  const rules = useRules().data;
  return (
    <Modal opened onClose={onClose} size={520} title={text.title}>
      {today !== undefined && rules !== undefined && (
        <Form year={Number(today.slice(0, 4)) + 1} limit={rules.budget.jp_limit} copy={copy} onClose={onClose} />
      )}
    </Modal>
  );
}

interface FormProps {
  year: number;
  limit: number | null;
  copy: string | null;
  onClose: () => void;
}

function Form({ year, limit, copy, onClose }: FormProps) {
  const navigate = useNavigate();
  const plans = usePlans().data ?? [];
  const source = plans.find(({ head }) => head.id === copy)?.head;
  const form = useForm<NewPlan>({
    initialValues: {
      year: source?.year ?? year,
      name: source ? '' : text.usual,
      jp_limit: source ? source.jp_limit : limit,
      copy,
    },
  });
  const create = useCreatePlan({
    onDone: (plan) => {
      onClose();
      void navigate({ to: `/planning/plans/${plan}` });
    },
  });
  return (
    <FormPage form={form} label={text.title} submitLabel={text.save} onCancel={onClose} onSubmit={create.mutateAsync}>
      <FieldRow>
        <NumberInput label={text.year} required allowDecimal={false} hideControls {...form.getInputProps('year')} />
        <AmountField label={text.jp} description={text.jpHint} {...form.getInputProps('jp_limit')} />
      </FieldRow>
      <TextInput data-autofocus label={text.name} description={text.nameHint} required autoComplete="off" {...form.getInputProps('name')} />
      <Select
        label={text.copy}
        description={text.copyHint}
        placeholder={text.none}
        clearable
        clearButtonProps={{ 'aria-label': `${id.actions.remove} ${text.copy}`, tabIndex: -1 }}
        data={plans.map(({ head }) => ({ value: head.id, label: `${head.name} ${head.year}, ${id.plan.list.version} ${head.version}` }))}
        {...form.getInputProps('copy')}
      />
    </FormPage>
  );
}

import { TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { FieldRow, FormPage } from '../../../components/FormPage';
import { LeaveGuard } from '../../../components/LeaveGuard';
import { Loaded } from '../../../components/Loaded';
import { useClassCost, useSaveClassCost, type ClassCost } from '../../../data/evaluation/programmes';
import { id } from '../../../i18n/id';
import { formatNumber } from '../../../i18n/numbers';

const text = id.followups.cost;

/** What the class cost; bills may come after it is closed. */
export function CostSection({ classId }: { classId: string }) {
  const cost = useClassCost(classId);
  return (
    <section aria-label={text.title}>
      <h2>{text.title}</h2>
      <Loaded query={cost}>{(stored) => <Form key={JSON.stringify(stored)} classId={classId} stored={stored} />}</Loaded>
    </section>
  );
}

function Form({ classId, stored }: { classId: string; stored: ClassCost }) {
  const form = useForm({
    initialValues: { amount: stored.amount === null ? '' : formatNumber(stored.amount), note: stored.note },
  });
  const save = useSaveClassCost(classId);
  return (
    <>
      <LeaveGuard unsaved={form.isDirty()} />
      <FormPage
        form={form}
        label={text.title}
        submitLabel={text.save}
        onSubmit={async (values) => {
          await save.mutateAsync(values);
          form.resetDirty();
        }}
      >
        <FieldRow>
          <TextInput
            label={text.amount}
            description={text.amountHint}
            leftSection="Rp"
            inputMode="numeric"
            autoComplete="off"
            {...form.getInputProps('amount')}
          />
          <TextInput label={text.note} description={text.noteHint} autoComplete="off" {...form.getInputProps('note')} />
        </FieldRow>
      </FormPage>
    </>
  );
}

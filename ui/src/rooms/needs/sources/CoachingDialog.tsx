import { Group, Modal, Select, Textarea, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { DateField } from '../../../components/DateField';
import { FieldRow, FormPage } from '../../../components/FormPage';
import { RemoveButton } from '../../../components/RemoveButton';
import { useDeleteCoaching, useSaveCoaching, type Coaching } from '../../../data/needs/inquiries';
import { id } from '../../../i18n/id';

const text = id.inquiries.coaching;
const timings = Object.entries(text.timings).map(([value, label]) => ({ value, label }));

export interface CoachingDialogProps {
  coaching: Coaching;
  /** Who is coached. */
  name: string;
  /** On which side of readiness. */
  side: string;
  onClose: () => void;
}

/** By whom somebody is coached, when, by what day, and whether it is done. */
export function CoachingDialog({ coaching, name, side, onClose }: CoachingDialogProps) {
  const { timing, coach, due, done_on, note } = coaching;
  const form = useForm({ initialValues: { timing, coach, due, done_on, note } });
  const save = useSaveCoaching({ onDone: onClose });
  const remove = useDeleteCoaching({ onDone: onClose });
  return (
    <Modal opened onClose={onClose} title={text.title(name)} size={560}>
      <FormPage
        form={form}
        label={text.title(name)}
        submitLabel={text.save}
        onCancel={onClose}
        onSubmit={(values) => save.mutateAsync({ ...coaching, ...values })}
      >
        <p>
          {text.side}: <strong>{side}</strong>
        </p>
        <TextInput data-autofocus label={text.coach} required autoComplete="off" {...form.getInputProps('coach')} />
        <FieldRow>
          <Select label={text.timing} data={timings} allowDeselect={false} {...form.getInputProps('timing')} />
          <DateField label={text.due} {...form.getInputProps('due')} />
          <DateField label={text.done} {...form.getInputProps('done_on')} />
        </FieldRow>
        <Textarea label={text.note} autosize minRows={2} maxRows={6} {...form.getInputProps('note')} />
      </FormPage>
      {coaching.id !== null && (
        <Group mt="md">
          <RemoveButton label={text.remove} small ml="auto" onConfirm={() => remove.mutateAsync(coaching.id ?? '')}>
            {text.removeBody(name)}
          </RemoveButton>
        </Group>
      )}
    </Modal>
  );
}

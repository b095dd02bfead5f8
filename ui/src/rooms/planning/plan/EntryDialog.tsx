import { Group, Modal, Select, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { AmountField } from '../../../components/AmountField';
import { DateField } from '../../../components/DateField';
import { FieldRow, FormPage } from '../../../components/FormPage';
import { RemoveButton } from '../../../components/RemoveButton';
import { useRemoveEntry, useSaveEntry, type RealisationEntry, type RealisationView } from '../../../data/planning/plan';
import { id } from '../../../i18n/id';
import { formatNumber } from '../../../i18n/numbers';

const text = id.plan.realisation;
const kinds = Object.entries(text.kinds).map(([value, label]) => ({ value, label }));

/** Money committed or paid on a line of the plan in force. */
export function EntryDialog({ view, draft, onClose }: { view: RealisationView; draft: RealisationEntry; onClose: () => void }) {
  const form = useForm<RealisationEntry & Record<string, unknown>>({ initialValues: { ...draft } });
  const save = useSaveEntry(view.plan.id, { onDone: onClose });
  const remove = useRemoveEntry();
  const lines = view.items.map((item) => ({
    group: item.name,
    items: item.lines.map((line) => ({ value: line.line, label: `${line.text} (${line.fund})` })),
  }));
  return (
    <Modal opened onClose={onClose} size={560} title={draft.id === null ? text.add : text.entry}>
      <FormPage form={form} label={text.entry} submitLabel={text.save} onCancel={onClose} onSubmit={save.mutateAsync}>
        <Select data-autofocus openOnFocus={false} label={text.lineField} required searchable allowDeselect={false} data={lines} {...form.getInputProps('line')} />
        <FieldRow>
          <DateField label={text.date} required {...form.getInputProps('date')} />
          <Select label={text.kind} allowDeselect={false} data={kinds} {...form.getInputProps('kind')} />
        </FieldRow>
        <FieldRow>
          <TextInput label={text.proof} autoComplete="off" {...form.getInputProps('proof')} />
          <TextInput label={text.payee} autoComplete="off" {...form.getInputProps('payee')} />
        </FieldRow>
        <TextInput label={text.text} autoComplete="off" {...form.getInputProps('text')} />
        <FieldRow>
          <AmountField label={text.gross} rupiah required empty={0} {...form.getInputProps('gross')} />
          <AmountField label={text.tax} rupiah empty={0} {...form.getInputProps('tax')} />
        </FieldRow>
      </FormPage>
      {draft.id !== null && (
        <Group mt="md">
          <RemoveButton
            label={text.remove}
            small
            ml="auto"
            onConfirm={async () => {
              await remove.mutateAsync(draft.id ?? '');
              onClose();
            }}
          >
            {text.removeText(formatNumber(draft.gross))}
          </RemoveButton>
        </Group>
      )}
    </Modal>
  );
}

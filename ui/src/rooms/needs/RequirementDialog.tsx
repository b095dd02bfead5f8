import { Group, Modal, Select, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { DateField } from '../../components/DateField';
import { FormPage } from '../../components/FormPage';
import { RemoveButton } from '../../components/RemoveButton';
import { UnitPicker } from '../../components/UnitPicker';
import { useCompetencies, useDeleteRequirement, useSaveRequirement, type Requirement } from '../../data/needs';
import { id } from '../../i18n/id';
import styles from './needs.module.css';

const text = id.needs.standards;
const levels = Object.entries(text.levels).map(([value, label]) => ({ value, label }));

type Values = Omit<Requirement, 'level'> & { level: string };

/** Which level of which competency a position or a unit needs, from when on. */
export function RequirementDialog({ draft, onClose }: { draft: Requirement; onClose: () => void }) {
  const competencies = useCompetencies().data ?? [];
  const form = useForm<Values>({ initialValues: { ...draft, level: String(draft.level) } });
  const save = useSaveRequirement({ onDone: onClose });
  const remove = useDeleteRequirement();
  const known = draft.id;
  return (
    <Modal opened onClose={onClose} size={560} title={known === null ? text.add : text.edit}>
      <FormPage
        form={form}
        onSubmit={(typed) => save.mutateAsync({ ...typed, level: Number(typed.level) })}
        submitLabel={text.save}
        onCancel={onClose}
        label={text.formLabel}
      >
        <Select
          data-autofocus
          openOnFocus={false}
          label={text.competency}
          required
          searchable
          data={competencies.map(({ competency }) => ({ value: competency.id ?? '', label: competency.name }))}
          {...form.getInputProps('competency')}
        />
        <TextInput label={text.position} description={text.positionHint} autoComplete="off" {...form.getInputProps('position')} />
        <UnitPicker label={text.unit} description={text.unitHint} {...form.getInputProps('unit')} />
        <Select label={text.level} data={levels} allowDeselect={false} {...form.getInputProps('level')} />
        <DateField label={text.from} required {...form.getInputProps('valid_from')} />
      </FormPage>
      {known !== null && (
        <Group gap="sm" className={styles.dialogFoot}>
          <RemoveButton
            label={text.delete}
            title={text.deleteTitle}
            small
            ml="auto"
            onConfirm={async () => {
              await remove.mutateAsync(known);
              onClose();
            }}
          >
            {text.deleteBody}
          </RemoveButton>
        </Group>
      )}
    </Modal>
  );
}

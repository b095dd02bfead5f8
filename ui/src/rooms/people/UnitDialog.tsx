import { Button, Group, Modal, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { Link } from '@tanstack/react-router';
import { FormPage } from '../../components/FormPage';
import { RemoveButton } from '../../components/RemoveButton';
import { useDeleteUnit, useSaveUnit, type UnitDraft, type UnitRow } from '../../data/people';
import { id } from '../../i18n/id';
import { UnitPicker } from '../../components/UnitPicker';
import classes from './people.module.css';

const text = id.people.unit;

export interface UnitDialogProps {
  draft: UnitDraft;
  /** The unit as it is; undefined for a new one. */
  unit: UnitRow | undefined;
  onDraft: (draft: UnitDraft) => void;
  onClose: () => void;
}

/** Name and place of a unit; moving it moves what is below it. */
export function UnitDialog({ draft, unit, onDraft, onClose }: UnitDialogProps) {
  const form = useForm<UnitDraft>({ initialValues: draft });
  const save = useSaveUnit({ onDone: onClose });
  const remove = useDeleteUnit();
  return (
    <Modal
      opened
      onClose={onClose}
      size={520}
      title={unit ? text.edit : text.new}
    >
      <FormPage form={form} onSubmit={save.mutateAsync} submitLabel={text.save} onCancel={onClose} label={text.title}>
        <TextInput data-autofocus label={text.name} required autoComplete="off" {...form.getInputProps('name')} />
        <UnitPicker
          label={text.parent}
          placeholder={text.top}
          description={unit && text.parentHint}
          without={draft.id}
          {...form.getInputProps('parent')}
        />
      </FormPage>
      {unit && (
        <Group gap="sm" className={classes.dialogFoot}>
          <Link to="/people" search={{ unit: unit.id }} className={classes.link}>
            {text.showPeople(unit.people)}
          </Link>
          <Button
            ml="auto"
            variant="default"
            size="compact-sm"
            onClick={() => onDraft({ id: null, parent: unit.id, name: '' })}
          >
            {text.addBelow}
          </Button>
          <RemoveButton
            label={text.remove}
            title={text.removeAsk(unit.name)}
            small
            onConfirm={async () => {
              await remove.mutateAsync(unit.id);
              onClose();
            }}
          >
            {text.removeBody}
          </RemoveButton>
        </Group>
      )}
    </Modal>
  );
}

import { Checkbox, Group, Modal, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { FormPage } from '../../components/FormPage';
import { RemoveButton } from '../../components/RemoveButton';
import { UnitPicker } from '../../components/UnitPicker';
import { useDeleteService, useSaveService, type Service, type ServiceRow } from '../../data/voice';
import { id } from '../../i18n/id';
import styles from './voice.module.css';

const text = id.voice.services;

export interface ServiceDialogProps {
  draft: Service;
  /** The service as it is; undefined for a new one. */
  known: ServiceRow | undefined;
  onClose: () => void;
}

/** Whose service it is, what it is called, whether it is still given. */
export function ServiceDialog({ draft, known, onClose }: ServiceDialogProps) {
  const form = useForm<Service>({ initialValues: draft });
  const save = useSaveService({ onDone: onClose });
  const remove = useDeleteService();
  return (
    <Modal
      opened
      onClose={onClose}
      size={520}
      title={known ? text.edit : text.add}
    >
      <FormPage form={form} onSubmit={save.mutateAsync} submitLabel={text.save} onCancel={onClose} label={text.label}>
        <UnitPicker label={text.unit} required {...form.getInputProps('unit')} />
        <TextInput data-autofocus={known ? true : undefined} label={text.name} required autoComplete="off" {...form.getInputProps('name')} />
        <Checkbox
          label={text.activeLabel}
          description={text.activeHint}
          {...form.getInputProps('active', { type: 'checkbox' })}
        />
      </FormPage>
      {known && (
        <Group gap="sm" className={styles.dialogFoot}>
          <RemoveButton
            label={text.delete}
            title={text.deleteTitle}
            confirmLabel={text.deleteConfirm}
            small
            ml="auto"
            onConfirm={async () => {
              await remove.mutateAsync(known.service.id ?? '');
              onClose();
            }}
          >
            {text.deleteBody(known.service.name)}
          </RemoveButton>
        </Group>
      )}
    </Modal>
  );
}

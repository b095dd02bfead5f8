import { Button, Checkbox, Group, Modal, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { DateField } from '../../components/DateField';
import { FormPage } from '../../components/FormPage';
import type { MenuAction } from '../../components/PageHeader';
import { Reading } from '../../components/scheme/values';
import { useCopyClass, useDeleteClass, type ClassView } from '../../data/classes';
import { useSaveFile } from '../../data/files';
import { id } from '../../i18n/id';
import styles from './classes.module.css';

const text = id.classes.page;

export type ClassDialog = 'copy' | 'remove' | null;

/** The rare actions of a class. */
export function useClassMenu(classId: string): [MenuAction[], ClassDialog, (dialog: ClassDialog) => void] {
  const [dialog, setDialog] = useState<ClassDialog>(null);
  const saveFile = useSaveFile();
  const menu: MenuAction[] = [
    { label: text.copy, icon: 'calendar', run: () => setDialog('copy') },
    { label: text.export, icon: 'export', run: () => void saveFile((backend) => backend.classes.exportBook(classId)) },
    { label: text.remove, icon: 'trash', run: () => setDialog('remove') },
  ];
  return [menu, dialog, setDialog];
}

interface DialogsProps {
  id: string;
  view: ClassView;
  dialog: ClassDialog;
  onClose: () => void;
}

export function ClassDialogs({ id: classId, view, dialog, onClose }: DialogsProps) {
  return (
    <>
      <Modal opened={dialog === 'copy'} onClose={onClose} title={text.copyTitle}>
        <CopyForm classId={classId} name={view.class.name} onClose={onClose} />
      </Modal>
      <Modal
        opened={dialog === 'remove'}
        onClose={onClose}
        title={text.removeTitle(view.class.name)}
       
      >
        <RemoveForm classId={classId} onClose={onClose} />
      </Modal>
    </>
  );
}

interface FormProps {
  classId: string;
  onClose: () => void;
}

interface CopyValues extends Record<string, unknown> {
  starts: string | null;
  name: string;
  places: boolean;
}

function CopyForm({ classId, name, onClose }: FormProps & { name: string }) {
  const navigate = useNavigate();
  const form = useForm<CopyValues>({ initialValues: { starts: null, name, places: true } });
  const copy = useCopyClass(classId, {
    onDone: (made) => {
      onClose();
      void navigate({ to: '/classes/$id/sessions', params: { id: made } });
    },
  });
  const run = async ({ starts, ...rest }: CopyValues) => {
    const read = new Reading();
    const day = read.given('starts', starts, id.classes.form.dateMissing);
    read.done();
    await copy.mutateAsync({ ...rest, starts: day });
  };
  return (
    <>
      <p className={styles.copyBody}>{text.copyBody}</p>
      <FormPage form={form} onSubmit={run} submitLabel={text.copyConfirm} onCancel={onClose} label={text.copyTitle}>
        <DateField data-autofocus label={text.copyStarts} required {...form.getInputProps('starts')} />
        <TextInput label={text.copyName} required autoComplete="off" {...form.getInputProps('name')} />
        <Checkbox
          label={text.copyPlaces}
          description={text.copyPlacesHint}
          {...form.getInputProps('places', { type: 'checkbox' })}
        />
      </FormPage>
    </>
  );
}

function RemoveForm({ classId, onClose }: FormProps) {
  const navigate = useNavigate();
  const remove = useDeleteClass(classId, { onDone: () => void navigate({ to: '/classes' }) });
  return (
    <>
      <p>{text.removeBody}</p>
      <Group justify="flex-end" mt="lg">
        <Button data-autofocus variant="default" onClick={onClose}>
          {id.actions.cancel}
        </Button>
        <Button color="red.9" loading={remove.isPending} onClick={() => remove.mutate(undefined, { onError: onClose })}>
          {text.remove}
        </Button>
      </Group>
    </>
  );
}

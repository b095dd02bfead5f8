import { Button, Group, Modal } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { RefusalError } from '../../backend/backend';
import { DateField } from '../../components/DateField';
import type { MenuAction } from '../../components/PageHeader';
import { useCopyClass, useDeleteClass, type ClassView } from '../../data/classes';
import { refusalText } from '../../data/mutation';
import { useSaveFile } from '../../data/files';
import { id } from '../../i18n/id';

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
        <CopyForm classId={classId} onClose={onClose} />
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

function CopyForm({ classId, onClose }: FormProps) {
  const navigate = useNavigate();
  const [starts, setStarts] = useState<string | null>(null);
  const [error, setError] = useState<string | null>(null);
  const copy = useCopyClass(classId, {
    onDone: (made) => {
      onClose();
      void navigate({ to: '/classes/$id/data', params: { id: made } });
    },
  });
  const run = async () => {
    if (starts === null) {
      setError(id.classes.form.dateMissing);
      return;
    }
    try {
      await copy.mutateAsync(starts);
    } catch (refused) {
      const field = refused instanceof RefusalError ? refused.fields[0]?.message : undefined;
      setError(field ?? refusalText(refused));
    }
  };
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void run();
      }}
    >
      <p>{text.copyBody}</p>
      <DateField label={text.copyStarts} required value={starts} onChange={setStarts} error={error} />
      <Group justify="flex-end" mt="lg">
        <Button variant="default" onClick={onClose}>
          {id.actions.cancel}
        </Button>
        <Button type="submit" loading={copy.isPending}>
          {text.copyConfirm}
        </Button>
      </Group>
    </form>
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

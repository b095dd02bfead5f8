import { Group, Modal, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { Link } from '@tanstack/react-router';
import { FormPage } from '../../components/FormPage';
import { RemoveButton } from '../../components/RemoveButton';
import { useDeleteCompetency, useSaveCompetency, type Competency, type CompetencyRow } from '../../data/needs';
import { id } from '../../i18n/id';
import styles from './needs.module.css';

const text = id.voice.competencies;

export interface CompetencyDialogProps {
  draft: Competency;
  /** The competency as it is; undefined for a new one. */
  known: CompetencyRow | undefined;
  onClose: () => void;
}

/** The name of a competency, and the way to the complaints that speak of it. */
export function CompetencyDialog({ draft, known, onClose }: CompetencyDialogProps) {
  const form = useForm<{ name: string }>({ initialValues: { name: draft.name } });
  const save = useSaveCompetency({ onDone: onClose });
  const remove = useDeleteCompetency();
  const own = draft.kind === 'technical';
  return (
    <Modal
      opened
      onClose={onClose}
      size={520}
      title={!known ? text.add : own ? text.edit : draft.name}
    >
      {own ? (
        <FormPage
          form={form}
          onSubmit={({ name }) => save.mutateAsync({ ...draft, name })}
          submitLabel={text.save}
          onCancel={onClose}
          label={text.label}
        >
          <TextInput
            data-autofocus
            label={text.name}
            description={text.nameHint}
            required
            autoComplete="off"
            {...form.getInputProps('name')}
          />
        </FormPage>
      ) : (
        <p>{text.fixed}</p>
      )}
      {known && (
        <Group gap="sm" className={styles.dialogFoot}>
          {known.complaints > 0 && (
            <Link to="/voice/complaints" search={{ competency: known.competency.id ?? '' }} className={styles.link}>
              {text.toComplaints(known.complaints)}
            </Link>
          )}
          {own && (
            <RemoveButton
              label={text.delete}
              title={text.deleteTitle}
              confirmLabel={text.deleteConfirm}
              small
              ml="auto"
              onConfirm={async () => {
                await remove.mutateAsync(known.competency.id ?? '');
                onClose();
              }}
            >
              {text.deleteBody(known.competency.name)}
            </RemoveButton>
          )}
        </Group>
      )}
    </Modal>
  );
}

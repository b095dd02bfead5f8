import { Modal, Textarea, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useDeleteImprovement, useSaveImprovement, type Improvement } from '../../data/evaluation/improvements';
import { id } from '../../i18n/id';
import { DateField } from '../DateField';
import { RemoveButton } from '../RemoveButton';
import { FieldRow, FormPage } from '../FormPage';
import styles from './improvements.module.css';

const text = id.feedback.improvements;

/** A new improvement of a class or of a survey. */
export const blankImprovement = (of: Partial<Pick<Improvement, 'class' | 'survey' | 'item' | 'finding'>>): Improvement => ({
  id: null,
  class: null,
  survey: null,
  item: '',
  finding: '',
  action: '',
  owner: '',
  due: null,
  done_on: null,
  result: '',
  ...of,
});

type Values = Improvement & Record<string, unknown>;

const titleOf = (improvement: Improvement | null) => (improvement === null || improvement.id === null ? text.new : text.edit);

/** What was found, what is done about it, who sees to it, by when; later what came of it. */
export function ImprovementDialog({ improvement, onClose }: { improvement: Improvement | null; onClose: () => void }) {
  return (
    <Modal
      opened={improvement !== null}
      onClose={onClose}
      size={600}
      title={titleOf(improvement)}
    >
      {improvement && <Body improvement={improvement} onClose={onClose} />}
    </Modal>
  );
}

function Body({ improvement, onClose }: { improvement: Improvement; onClose: () => void }) {
  const form = useForm<Values>({ initialValues: { ...improvement } });
  const save = useSaveImprovement({ onDone: onClose });
  const remove = useDeleteImprovement({ onDone: onClose });
  const known = improvement.id;
  return (
    <div className={styles.dialog}>
      <FormPage
        form={form}
        onSubmit={(values) => save.mutateAsync(values)}
        submitLabel={text.save}
        onCancel={onClose}
        label={titleOf(improvement)}
      >
        <Textarea label={text.finding} required autosize minRows={1} maxRows={6} {...form.getInputProps('finding')} />
        <Textarea
          data-autofocus
          label={text.action}
          required
          autosize
          minRows={2}
          maxRows={8}
          {...form.getInputProps('action')}
        />
        <FieldRow>
          <TextInput label={text.owner} required autoComplete="off" {...form.getInputProps('owner')} />
          <DateField label={text.due} required {...form.getInputProps('due')} />
        </FieldRow>
        {known !== null && (
          <>
            <DateField label={text.doneOn} description={text.doneHint} {...form.getInputProps('done_on')} />
            <Textarea
              label={text.result}
              description={text.resultHint}
              autosize
              minRows={1}
              maxRows={8}
              {...form.getInputProps('result')}
            />
          </>
        )}
      </FormPage>
      {known !== null && (
        <RemoveButton label={text.remove} title={text.removeTitle} onConfirm={() => remove.mutateAsync(known)}>
          {text.removeBody}
        </RemoveButton>
      )}
    </div>
  );
}

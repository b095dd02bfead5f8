import { Modal, Textarea } from '@mantine/core';
import { useForm } from '@mantine/form';
import { FormPage } from '../../../components/FormPage';
import { useSaveTest, type Stage } from '../../../data/evaluation/classTests';
import { id } from '../../../i18n/id';

const text = id.evaluation.tests;

export interface KeyDialogProps {
  classId: string;
  stage: Stage;
  /** The key in force; none for a test that is to be set up. */
  stored: string | null;
  opened: boolean;
  onClose: () => void;
}

/** The key of a test: with it answers are typed, without it scores. */
export function KeyDialog(props: KeyDialogProps) {
  const { stage, stored, opened, onClose } = props;
  const word = text.stages[stage];
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title={stored === null ? text.make(word) : text.changeKey}
      size={600}
    >
      <KeyForm {...props} />
    </Modal>
  );
}

function KeyForm({ classId, stage, stored, onClose }: KeyDialogProps) {
  const form = useForm({ initialValues: { key: stored ?? '' } });
  const save = useSaveTest(classId, stage, { onDone: onClose });
  const count = form.values.key.replace(/\s/g, '').length;
  return (
    <FormPage
      form={form}
      label={text.key}
      submitLabel={count === 0 ? text.saveKeyless : text.saveKey}
      onSubmit={({ key }) => save.mutateAsync(key)}
      onCancel={onClose}
    >
      <Textarea
        data-autofocus
        label={text.key}
        description={text.keyHint}
        autosize
        minRows={2}
        autoComplete="off"
        spellCheck={false}
        {...form.getInputProps('key')}
      />
      <p role="status" className="muted">
        {count === 0 ? text.keyless : text.questions(count)}
      </p>
    </FormPage>
  );
}

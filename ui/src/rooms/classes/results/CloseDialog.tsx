import { Button, Group, Modal } from '@mantine/core';
import { ReasonList, type Reason } from '../../../components/ReasonList';
import { useCloseClass, type ClassView, type ResultTable } from '../../../data/classes';
import { id } from '../../../i18n/id';
import styles from '../classes.module.css';

const text = id.evaluation.results;

export interface CloseDialogProps {
  classId: string;
  view: ClassView;
  table: ResultTable;
  opened: boolean;
  onClose: () => void;
}

/** Closing freezes the results: what is incomplete and who fails is said before. */
export function CloseDialog({ classId, view, table, opened, onClose }: CloseDialogProps) {
  const close = useCloseClass(classId);
  const failing = table.rows.filter((row) => !row.outcome.passed);
  const missing: Reason[] = [
    ...(view.marks_missing > 0 ? [{ tone: 'warn' as const, text: text.marksMissing(view.marks_missing) }] : []),
    ...(view.scores_missing > 0 ? [{ tone: 'warn' as const, text: text.scoresMissing(view.scores_missing) }] : []),
  ];
  const complete: Reason[] = [{ tone: 'good', text: text.complete }];
  const run = () => {
    if (!close.isPending) close.mutate(undefined, { onSettled: onClose });
  };
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title={text.closeTitle}
      size={600}
      closeButtonProps={{ 'aria-label': id.actions.close }}
    >
      <p className={styles.paragraph}>{text.closeBody}</p>
      <ReasonList label={text.reason} reasons={missing.length > 0 ? missing : complete} />
      {failing.length > 0 && (
        <div className={styles.dense} tabIndex={0} role="group" aria-label={text.willFail(failing.length)}>
          <p className={styles.paragraph}>{text.willFail(failing.length)}</p>
          <ReasonList
            label={text.willFail(failing.length)}
            reasons={failing.map((row) => ({ tone: 'warn', subject: row.name, text: row.outcome.reasons.join(' ') }))}
          />
        </div>
      )}
      <Group justify="flex-end" mt="lg">
        <Button variant="default" onClick={onClose}>
          {id.actions.cancel}
        </Button>
        <Button data-autofocus loading={close.isPending} onClick={run}>
          {text.closeAnyway}
        </Button>
      </Group>
    </Modal>
  );
}

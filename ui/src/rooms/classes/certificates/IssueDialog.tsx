import { Button, Group, Modal } from '@mantine/core';
import { useRef } from 'react';
import { ReasonList } from '../../../components/ReasonList';
import { useIssue, type Candidate, type IssueReport } from '../../../data/certificates';
import { id } from '../../../i18n/id';
import styles from '../classes.module.css';
import { stateOf } from './CandidateList';

const text = id.certificates.issue;

export interface IssueDialogProps {
  classId: string;
  opened: boolean;
  candidates: readonly Candidate[];
  /** True when nobody is marked: all who may have one get one. */
  everybody: boolean;
  onIssued: (report: IssueReport) => void;
  onClose: () => void;
}

/** Who gets a certificate, whose name is long, who gets none and why; then one press issues them, once. */
export function IssueDialog({ classId, opened, candidates, everybody, onIssued, onClose }: IssueDialogProps) {
  const running = useRef(false);
  const issue = useIssue(classId, { onDone: onIssued });
  const ready = candidates.filter((row) => stateOf(row) === 'ready');
  const long = ready.filter((row) => row.long_name !== null);
  const blocked = candidates.filter((row) => stateOf(row) === 'blocked');
  const run = () => {
    // A second press of a double click comes before the button is drawn as busy.
    if (running.current) return;
    running.current = true;
    issue.mutate(everybody ? null : ready.map((row) => row.enrolment), {
      onSettled: () => {
        running.current = false;
        onClose();
      },
    });
  };
  const part = (title: string, tone: 'warn' | 'info', rows: readonly Candidate[], say: (row: Candidate) => string) =>
    rows.length > 0 && (
      <div className={styles.dense} tabIndex={0} role="group" aria-label={title}>
        <p className={styles.paragraph}>{title}</p>
        <ReasonList label={title} reasons={rows.map((row) => ({ tone, subject: row.name, text: say(row) }))} />
      </div>
    );
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title={text.confirmTitle(ready.length)}
      size={600}
    >
      <p>{text.confirmBody}</p>
      {part(text.long(long.length), 'warn', long, (row) => row.long_name ?? '')}
      {part(text.skipped(blocked.length), 'info', blocked, (row) => row.reason ?? '')}
      <Group justify="flex-end" mt="lg">
        <Button variant="default" onClick={onClose}>
          {id.actions.cancel}
        </Button>
        <Button data-autofocus loading={issue.isPending} disabled={ready.length === 0} onClick={run}>
          {text.issue(ready.length)}
        </Button>
      </Group>
    </Modal>
  );
}

import { Button, Group, Modal } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import { RefusalError } from '../../../backend/backend';
import { PlanTable, type PlanLine } from '../../../components/followups/PlanTable';
import { Loaded } from '../../../components/Loaded';
import { ReasonList, type Reason } from '../../../components/ReasonList';
import { useCloseClass, type ClassView, type ResultTable } from '../../../data/classes';
import { useFollowUpDraft, type FollowUpDraft } from '../../../data/evaluation/followups';
import { refusalText } from '../../../data/mutation';
import { id } from '../../../i18n/id';
import styles from '../classes.module.css';

const text = id.evaluation.results;
const plan = id.followups.plan;

export interface CloseDialogProps {
  classId: string;
  view: ClassView;
  table: ResultTable;
  opened: boolean;
  onClose: () => void;
}

/** Closing freezes the results and plans the looks back: what is incomplete and who fails is said before. */
export function CloseDialog(props: CloseDialogProps) {
  const draft = useFollowUpDraft(props.classId);
  return (
    <Modal
      opened={props.opened}
      onClose={props.onClose}
      title={text.closeTitle}
      size={960}
    >
      <p className={styles.paragraph}>{text.closeBody}</p>
      <Lacking {...props} />
      <Loaded query={draft}>{(drafts) => <Plan {...props} proposed={drafts} />}</Loaded>
    </Modal>
  );
}

/** What is incomplete, and who would fail. */
function Lacking({ view, table }: CloseDialogProps) {
  const failing = table.rows.filter((row) => !row.outcome.passed);
  const missing: Reason[] = [
    ...(view.marks_missing > 0 ? [{ tone: 'warn' as const, text: text.marksMissing(view.marks_missing) }] : []),
    ...(view.scores_missing > 0 ? [{ tone: 'warn' as const, text: text.scoresMissing(view.scores_missing) }] : []),
  ];
  const complete: Reason[] = [{ tone: 'good', text: text.complete }];
  return (
    <>
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
    </>
  );
}

/** The core cannot be asked without days; what is left out keeps the one that was proposed. */
function dated(lines: readonly PlanLine[], proposed: readonly FollowUpDraft[]): FollowUpDraft[] {
  const fields = lines.flatMap(({ wanted, due }, at) =>
    wanted && due === null ? [{ field: `${at}.due`, message: plan.noDue }] : [],
  );
  if (fields.length > 0) throw new RefusalError({ code: 'invalid_input', message: plan.noDue, fields });
  return lines.map((line, at) => ({ ...line, due: line.due ?? proposed[at]?.due ?? '' }));
}

/** The follow-ups, and the button. */
function Plan({ classId, onClose, proposed }: CloseDialogProps & { proposed: readonly FollowUpDraft[] }) {
  const close = useCloseClass(classId);
  const [drafts, setDrafts] = useState<readonly PlanLine[]>(proposed);
  const [refused, setRefused] = useState<{ message: string; fields: Record<string, string> } | null>(null);
  const button = useRef<HTMLButtonElement>(null);
  // The plan may come after the dialog has looked for what has the focus first.
  useEffect(() => button.current?.focus(), []);
  const run = async () => {
    if (close.isPending) return;
    setRefused(null);
    try {
      await close.mutateAsync(dated(drafts, proposed));
      onClose();
    } catch (error) {
      const fields = error instanceof RefusalError ? error.fields : [];
      setRefused({
        message: refusalText(error),
        fields: Object.fromEntries(fields.map((field) => [field.field, field.message])),
      });
    }
  };
  const wanted = drafts.filter((draft) => draft.wanted).length;
  return (
    <section aria-label={plan.title} className={styles.plan}>
      <h2>{plan.title}</h2>
      <p className="muted">{drafts.length === 0 ? plan.none : plan.lead}</p>
      {drafts.length > 0 && <PlanTable drafts={drafts} onChange={setDrafts} errors={refused?.fields ?? {}} />}
      {refused && (
        <div role="alert">
          <ReasonList reasons={[{ tone: 'bad', text: refused.message }]} />
        </div>
      )}
      <Group justify="flex-end" mt="lg">
        <span className="muted">{plan.count(wanted)}</span>
        <Button variant="default" onClick={onClose}>
          {id.actions.cancel}
        </Button>
        <Button ref={button} data-autofocus loading={close.isPending} onClick={() => void run()}>
          {text.closeAnyway}
        </Button>
      </Group>
    </section>
  );
}

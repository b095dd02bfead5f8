import { Button } from '@mantine/core';
import { useCallback, useEffect, useMemo, useState } from 'react';
import { ConfirmWithReason } from '../../../components/ConfirmWithReason';
import { LeaveGuard } from '../../../components/LeaveGuard';
import { ReasonList } from '../../../components/ReasonList';
import { useCorrectScores } from '../../../data/evaluation';
import { useCommands, type Command } from '../../../frame/commands';
import { id } from '../../../i18n/id';
import styles from '../classes.module.css';
import { ScoreBar } from './ScoreBar';
import { useDoubtNotes, type ScoreEntryProps } from './ScoreEntry';
import { ScoreTable } from './ScoreTable';
import { useGathered } from './useGathered';
import { useJump } from './useJump';

const text = id.evaluation.corrections;

/** Scores of a closed class while they are corrected: nothing is stored before all of it is, with its reason. */
export function CorrectionEntry({ classId, grid, scheme, onEnd }: ScoreEntryProps & { onEnd: () => void }) {
  const { changes, gather, gathered, noteOf, keepRefused, hasChanges } = useGathered(grid);
  const doubtOf = useDoubtNotes(grid);
  const note = useCallback((row: string, column: string) => noteOf(row, column) ?? doubtOf(row, column), [noteOf, doubtOf]);
  const { view, setView, handle, jump } = useJump(grid);
  const [asking, setAsking] = useState(false);
  const correct = useCorrectScores(classId);
  const ask = useCallback(() => setAsking(hasChanges()), [hasChanges]);
  useCommands(
    useMemo<readonly Command[]>(
      () => [{ id: 'corrections.save', label: text.command, keys: ['Ctrl+Enter'], group: id.frame.groups.work, run: ask }],
      [ask],
    ),
  );
  useEffect(() => handle.current?.focus(), [handle]);
  const refused = changes.filter((change) => change.refused !== undefined);
  const save = async (reason: string) => {
    const { value } = await correct.mutateAsync({ edits: changes.map((change) => change.edit), reason });
    if (value.length === 0) onEnd();
    else keepRefused(value);
  };
  return (
    <>
      <LeaveGuard unsaved={changes.length > 0} />
      <p className={styles.locked} role="status">
        {text.lead(changes.length)}
        <span className={styles.tools}>
          <Button variant="default" onClick={onEnd}>
            {changes.length === 0 ? text.end : text.discard}
          </Button>
          <Button disabled={changes.length === 0} title="Ctrl+Enter" onClick={ask}>
            {text.save(changes.length)}
          </Button>
        </span>
      </p>
      {refused.length > 0 && (
        <div role="alert" className={styles.refusals}>
          <ReasonList
            label={text.refused(refused.length)}
            reasons={refused.map((change) => ({ tone: 'bad', subject: change.where, text: change.refused ?? '' }))}
          />
        </div>
      )}
      <ScoreBar grid={grid} scheme={scheme} view={view} onView={setView} onDoubt={jump} />
      <ScoreTable
        grid={grid}
        view={view}
        onCommit={gather}
        onSubmit={ask}
        gathered={gathered}
        note={note}
        handle={handle}
      />
      <ConfirmWithReason
        opened={asking}
        title={text.title(changes.length)}
        confirmLabel={text.confirm(changes.length)}
        onConfirm={save}
        onClose={() => setAsking(false)}
      >
        <p className={styles.paragraph}>{text.body}</p>
        <div className={styles.dense} tabIndex={0} role="group" aria-label={text.changes}>
          <ul className={styles.detailList}>
            {changes.map((change) => (
              <li key={`${change.row} ${change.column}`}>
                <strong>{change.where}</strong>: {text.change(change.before, change.after)}
              </li>
            ))}
          </ul>
        </div>
      </ConfirmWithReason>
    </>
  );
}

import { Button, Group, Modal } from '@mantine/core';
import { useState } from 'react';
import { troubleOf, useCommitEntries, useEntryFile, type EntryCheck, type EntryTarget, type FileTrouble } from '../data/evaluation/import';
import { useSaveFile } from '../data/files';
import { id } from '../i18n/id';
import { CellTable } from './CellTable';
import { EmptyState } from './EmptyState';
import { FileImportSteps } from './FileImportSteps';
import { Icon } from './icons';
import { ReasonList, type Reason } from './ReasonList';
import classes from './shared.module.css';

const text = id.entryImport;

export interface EntryImportProps {
  /** What the rows of the file become. */
  target: EntryTarget;
  /** Names the dialog: `Impor nilai`. */
  title: string;
  opened: boolean;
  onClose: () => void;
}

/** Rows from a spreadsheet in place of typing them: choose the file, see what is wrong with it, take the rest in. */
export function EntryImport({ target, title, opened, onClose }: EntryImportProps) {
  return (
    <Modal opened={opened} onClose={onClose} title={title} size={920}>
      <Steps target={target} title={title} onClose={onClose} />
    </Modal>
  );
}

/** The button that opens the import; all that most screens need. */
export function EntryImportButton({ target, title }: Pick<EntryImportProps, 'target' | 'title'>) {
  const [opened, setOpened] = useState(false);
  return (
    <>
      <Button variant="default" leftSection={<Icon name="import" size={16} />} onClick={() => setOpened(true)}>
        {text.open}
      </Button>
      <EntryImport target={target} title={title} opened={opened} onClose={() => setOpened(false)} />
    </>
  );
}

function Steps({ target, title, onClose }: Omit<EntryImportProps, 'opened'>) {
  const saveFile = useSaveFile();
  const { check, setCheck, trouble, setTrouble, opening, open } = useEntryFile(target);
  const [left, setLeft] = useState<EntryCheck | null>(null);
  const commit = useCommitEntries(target, {
    onDone: (done) => {
      if (done.refused.length === 0) onClose();
      else setLeft(done);
    },
    onRefused: (refusal) => setTrouble(troubleOf(refusal)),
  });
  const back = () => {
    setCheck(null);
    setTrouble(null);
  };
  const template = (
    <Button variant="default" onClick={() => void saveFile((backend) => backend.evaluation.saveEntryTemplate(target))}>
      {text.template}
    </Button>
  );
  const pick = (
    <>
      {trouble && <Trouble trouble={trouble} />}
      <EmptyState
        icon="file"
        title={text.pickTitle}
        text={text.pickText}
        action={
          <Group gap="sm">
            <Button data-autofocus loading={opening} onClick={() => void open()}>
              {text.pick}
            </Button>
            {template}
          </Group>
        }
      />
    </>
  );
  const review = check && (
    <>
      {trouble && <Trouble trouble={trouble} />}
      <Review check={check} />
    </>
  );
  const current = left ? 2 : check ? 1 : 0;
  const further = left
    ? { label: text.finish, run: onClose }
    : check && { label: text.commit(check.ready), run: () => commit.mutate(undefined), disabled: check.ready === 0, busy: commit.isPending };
  return (
    <FileImportSteps
      label={title}
      steps={[
        { label: text.steps.pick, content: pick },
        { label: text.steps.check, content: review },
        { label: text.steps.done, content: left && <LeftOut check={left} /> },
      ]}
      current={current}
      onBack={current === 1 ? back : undefined}
      next={further ?? undefined}
      aside={
        current === 1 && (
          <Button variant="default" loading={opening} onClick={() => void open()}>
            {text.other}
          </Button>
        )
      }
    />
  );
}

function Trouble({ trouble }: { trouble: FileTrouble }) {
  return (
    <div role="alert" className={classes.importBlock}>
      <ReasonList reasons={[{ tone: 'bad', text: trouble.message }]} />
      {trouble.cells.length > 0 && <CellTable label={text.refused(trouble.cells.length)} cells={trouble.cells} />}
    </div>
  );
}

function Cells({ title, hint, cells }: { title: string; hint: string; cells: EntryCheck['refused'] }) {
  if (cells.length === 0) return null;
  return (
    <section className={classes.importBlock} aria-label={title}>
      <h2>{title}</h2>
      <p className="muted">{hint}</p>
      <CellTable label={title} cells={cells} />
    </section>
  );
}

/** What the file holds, what is wrong with it, and what is only strange. */
function Review({ check }: { check: EntryCheck }) {
  const found: Reason = {
    tone: check.refused.length > 0 ? (check.ready === 0 ? 'bad' : 'warn') : check.ready === 0 ? 'info' : 'good',
    subject: text.source(check.file, check.sheet),
    text: check.ready === 0 && check.refused.length === 0 ? text.nothingNew(check.rows) : text.found(check.rows, check.ready),
  };
  return (
    <>
      <div className={classes.importBlock}>
        <ReasonList reasons={[found]} />
      </div>
      <Cells title={text.refused(check.refused.length)} hint={text.refusedHint} cells={check.refused} />
      <Cells title={text.doubtful(check.doubtful.length)} hint={text.doubtfulHint} cells={check.doubtful} />
      {check.notes.length > 0 && (
        <section className={classes.importBlock} aria-label={text.notes}>
          <h2>{text.notes}</h2>
          <ReasonList label={text.notes} reasons={check.notes.map((note) => ({ tone: 'info', text: note }))} />
        </section>
      )}
    </>
  );
}

function LeftOut({ check }: { check: EntryCheck }) {
  return (
    <>
      <div className={classes.importBlock}>
        <ReasonList reasons={[{ tone: 'good', text: text.done(check.ready) }]} />
      </div>
      <Cells title={text.leftOut(check.refused.length)} hint={text.leftOutHint} cells={check.refused} />
    </>
  );
}

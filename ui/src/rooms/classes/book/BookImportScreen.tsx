import { Button } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { RefusalError, useBackend } from '../../../backend/backend';
import type { CellRefusal } from '../../../backend/types';
import { CellTable } from '../../../components/CellTable';
import { EmptyState } from '../../../components/EmptyState';
import { FileImportSteps } from '../../../components/FileImportSteps';
import { PageHeader } from '../../../components/PageHeader';
import { ReasonList } from '../../../components/ReasonList';
import { useCommitBook, type BookCheck } from '../../../data/classes';
import { refusalText } from '../../../data/mutation';
import { id } from '../../../i18n/id';
import styles from '../classes.module.css';
import { BookReview } from './BookReview';

const text = id.classes.book;

interface Failure {
  message: string;
  cells: readonly CellRefusal[];
}

/** One workbook becomes one class: choose it, see what it would make, make it. */
export function BookImportScreen() {
  const backend = useBackend();
  const navigate = useNavigate();
  const [check, setCheck] = useState<BookCheck | null>(null);
  const [createPeople, setCreatePeople] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  const [opening, setOpening] = useState(false);
  const failed = (error: unknown) =>
    setFailure({ message: refusalText(error), cells: error instanceof RefusalError ? error.cells : [] });
  const commit = useCommitBook({
    onDone: (report) => void navigate({ to: '/classes/$id', params: { id: report.class } }),
    onRefused: failed,
  });

  const open = async () => {
    setOpening(true);
    setFailure(null);
    try {
      const read = await backend.classes.openBook();
      if (read) {
        setCheck(read);
        setCreatePeople(false);
      }
    } catch (error) {
      setCheck(null);
      failed(error);
    } finally {
      setOpening(false);
    }
  };

  const leave = () => {
    if (check) void backend.classes.dropBook(check.token).catch(() => undefined);
    setCheck(null);
  };

  const trouble = failure && (
    <div role="alert" className={styles.block}>
      <ReasonList reasons={[{ tone: 'bad', text: failure.message }]} />
      {failure.cells.length > 0 && <CellTable label={text.refused(failure.cells.length)} cells={failure.cells} />}
    </div>
  );
  const pick = (
    <>
      {trouble}
      <EmptyState
        icon="file"
        title={text.pickTitle}
        text={text.pickText}
        action={
          <Button autoFocus loading={opening} onClick={() => void open()}>
            {text.pick}
          </Button>
        }
      />
    </>
  );
  const review = check && (
    <>
      {trouble}
      <BookReview check={check} createPeople={createPeople} onCreatePeople={setCreatePeople} />
    </>
  );
  const ready =
    check !== null && check.refused.length === 0 && check.exists === null && (check.unknown.length === 0 || createPeople);
  return (
    <>
      <PageHeader
        title={text.title}
        subtitle={check?.file_name}
        crumbs={[{ label: id.frame.rooms.classes, to: '/classes' }]}
      />
      <FileImportSteps
        label={text.title}
        steps={[
          { label: text.steps.pick, content: pick },
          { label: text.steps.check, content: review },
        ]}
        current={check ? 1 : 0}
        onBack={check ? leave : undefined}
        next={
          check
            ? {
                label: text.make,
                run: () => commit.mutate({ token: check.token, createPeople }),
                disabled: !ready,
                busy: commit.isPending,
              }
            : undefined
        }
        aside={
          check && (
            <Button variant="default" loading={opening} onClick={() => void open()}>
              {text.other}
            </Button>
          )
        }
      />
    </>
  );
}

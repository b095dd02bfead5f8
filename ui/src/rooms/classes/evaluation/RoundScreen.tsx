import { Button } from '@mantine/core';
import { Link, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { ConfirmDialog } from '../../../components/ConfirmDialog';
import { ConfirmWithReason } from '../../../components/ConfirmWithReason';
import { EntryImportButton } from '../../../components/EntryImport';
import { Icon } from '../../../components/icons';
import { Loaded } from '../../../components/Loaded';
import { PageHeader } from '../../../components/PageHeader';
import { shortTitle } from '../../../components/rounds';
import { useAddressRound, useDeleteRound, useMoreCodes, useRound, type RoundView } from '../../../data/evaluation/feedback';
import { useAddressId } from '../../../data/open';
import { id } from '../../../i18n/id';
import { useClassPlace } from '../useClassPlace';
import styles from './evaluation.module.css';
import { RoundTyping } from './RoundTyping';

const text = id.feedback.round;

/** Further codes at a time. */
const extra = 5;

function subtitle({ row, free }: RoundView): string {
  const parts = [row.programme_name, row.class_name, row.speaker, row.subject, text.free(free)];
  return parts.filter((part) => part !== null && part !== '').join(' · ');
}

/** One collection of sheets: where they are typed, printed and read from a file. */
export function RoundScreen() {
  const classId = useAddressId();
  const round = useAddressRound();
  const navigate = useNavigate();
  const query = useRound(round);
  const view = query.data;
  const more = useMoreCodes(round);
  const { crumbs } = useClassPlace(classId, `/classes/${classId}/evaluation`);
  const [asking, setAsking] = useState(false);
  const params = { id: classId, round };
  return (
    <>
      <PageHeader
        title={shortTitle(view?.row.title ?? '')}
        fullTitle={view?.row.title}
        subtitle={view && subtitle(view)}
        crumbs={crumbs}
        actions={
          <>
            <EntryImportButton target={{ kind: 'feedback', round }} title={text.importTitle} />
            <Button
              variant="default"
              leftSection={<Icon name="chart" size={16} />}
              onClick={() => void navigate({ to: '/evaluation/feedback/$kind/$id', params: { kind: 'round', id: round } })}
            >
              {text.report}
            </Button>
          </>
        }
        primary={
          <Button
            variant={view && view.typed.length > 0 ? 'default' : undefined}
            leftSection={<Icon name="printer" size={16} />}
            onClick={() => void navigate({ to: '/classes/$id/evaluation/rounds/$round/print', params })}
          >
            {text.print}
          </Button>
        }
        menu={[
          { label: text.moreCodes(extra), icon: 'plus', run: () => more.mutate(extra) },
          { label: text.remove, icon: 'trash', run: () => setAsking(true) },
        ]}
      />
      <Loaded query={query}>
        {(shown) =>
          shown.may_type.allowed || shown.typed.length > 0 ? (
            <>
              {!shown.may_type.allowed && <p className={styles.notice}>{shown.may_type.sentence}</p>}
              <RoundTyping round={round} view={shown} />
            </>
          ) : (
            <p role="status" className={styles.notice}>
              {shown.may_type.sentence} <Link to="/classes/$id/attendance" params={{ id: classId }}>{text.toAttendance}</Link>
            </p>
          )
        }
      </Loaded>
      {view && <RemoveRound view={view} opened={asking} onClose={() => setAsking(false)} classId={classId} />}
    </>
  );
}

interface RemoveRoundProps {
  view: RoundView;
  opened: boolean;
  onClose: () => void;
  classId: string;
}

/** Sheets that people have filled in are not thrown away without a reason. */
function RemoveRound({ view, opened, onClose, classId }: RemoveRoundProps) {
  const navigate = useNavigate();
  const remove = useDeleteRound(view.row.id, {
    onDone: () => void navigate({ to: '/classes/$id/evaluation', params: { id: classId }, replace: true }),
  });
  const common = { opened, onClose, title: text.removeTitle, confirmLabel: text.removeConfirm, danger: true };
  return view.row.sheets > 0 ? (
    <ConfirmWithReason {...common} onConfirm={(reason) => remove.mutateAsync(reason)}>
      {text.removeBody(view.row.sheets)}
    </ConfirmWithReason>
  ) : (
    <ConfirmDialog {...common} onConfirm={() => remove.mutateAsync('')}>
      {text.removeBody(0)}
    </ConfirmDialog>
  );
}

import { Button } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { Icon } from '../../../components/icons';
import { Loaded } from '../../../components/Loaded';
import { useClassView } from '../../../data/classes';
import { useAddressId } from '../../../data/open';
import { useBoard, useRun, type MentoringSettings } from '../../../data/mentoring/pairing';
import { id } from '../../../i18n/id';
import { ClassFrame } from '../ClassFrame';
import { ApproveDialog } from './ApproveDialog';
import { BoardScreen } from './BoardScreen';
import { RulesDrawer } from './RulesDrawer';

const text = id.pairing.board;

/** The tab of the mentors: who has whom, why, and what else would be possible. */
export function BoardTab() {
  const classId = useAddressId();
  const navigate = useNavigate();
  const view = useClassView(classId).data;
  const query = useBoard(classId);
  const board = query.data;
  const [part, setPart] = useState<Partial<MentoringSettings>>({});
  const [asking, setAsking] = useState<'approve' | 'rules' | null>(null);
  const [approved, setApproved] = useState('');
  const onDone = () => {
    setPart({});
    setApproved('');
  };
  const run = useRun(classId, { onDone });
  const runInForm = useRun(classId, { onDone, inForm: true });
  const readOnly = view?.state === 'closed';
  const settings = board && { ...board.settings, ...part };
  const ready = board !== undefined && board.mentors.length > 0 && board.mentees.length > 0;
  const open = (page: string) => void navigate({ to: `/classes/${classId}/mentoring/${page}` });

  const runButton = ready && !readOnly && (
    <Button
      leftSection={<Icon name="people" size={16} />}
      loading={run.isPending}
      onClick={() => settings && run.mutate(settings)}
    >
      {board.run === null ? text.run : text.again}
    </Button>
  );
  const actions = (
    <>
      <Button variant="default" onClick={() => open('participants')}>
        {text.mentees}
      </Button>
      <Button variant="default" onClick={() => setAsking('rules')} disabled={!board}>
        {text.rules}
      </Button>
      {board && board.running > 0 && (
        <Button variant="default" leftSection={<Icon name="printer" size={16} />} onClick={() => open('letters')}>
          {text.letters}
        </Button>
      )}
      {board?.run?.approved_on === null && !readOnly && board.pairs > 0 && (
        <Button variant="default" leftSection={<Icon name="check" size={16} />} onClick={() => setAsking('approve')}>
          {text.approve}
        </Button>
      )}
    </>
  );
  const menu = [{ label: text.report, icon: 'file' as const, run: () => open('report'), disabled: !board?.running }];

  return (
    <ClassFrame primary={runButton} actions={actions} menu={menu}>
      {(shown) => (
        <Loaded query={query}>
          {(data) => (
            <>
              <BoardScreen
                classId={classId}
                board={data}
                settings={{ ...data.settings, ...part }}
                onSettings={(next) => setPart((before) => ({ ...before, ...next }))}
                changed={Object.keys(part).length > 0}
                note={approved}
                run={runButton}
                readOnly={readOnly}
              />
              <RulesDrawer
                classId={classId}
                board={data}
                draft={part}
                opened={asking === 'rules'}
                readOnly={readOnly}
                onRun={(next) => runInForm.mutateAsync(next)}
                onClose={() => setAsking(null)}
              />
              <ApproveDialog
                classId={classId}
                board={data}
                opened={asking === 'approve'}
                day={data.settings.starts ?? shown.class.starts}
                onApproved={({ made, moved, kept, ended }) => setApproved(id.pairing.approve.done(made, moved, kept, ended))}
                onClose={() => setAsking(null)}
              />
            </>
          )}
        </Loaded>
      )}
    </ClassFrame>
  );
}

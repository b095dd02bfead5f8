import { Button, Menu } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { ConfirmWithReason } from '../../../components/ConfirmWithReason';
import { Icon } from '../../../components/icons';
import { Loaded } from '../../../components/Loaded';
import { useClassView, useReopenClass } from '../../../data/classes';
import { useResults } from '../../../data/evaluation';
import { useSaveFile } from '../../../data/files';
import { useAddressId } from '../../../data/open';
import { id } from '../../../i18n/id';
import { ClassFrame } from '../ClassFrame';
import { CorrectionsButton } from '../scores/Corrections';
import { CloseDialog } from './CloseDialog';
import { ResultList } from './ResultList';

const text = id.evaluation.results;

export function ResultsTab() {
  const classId = useAddressId();
  const view = useClassView(classId).data;
  const results = useResults(classId);
  const reopen = useReopenClass(classId);
  const [asking, setAsking] = useState<'close' | 'reopen' | null>(null);
  const closed = view?.state === 'closed';
  const primary = !closed && (results.data?.rows.length ?? 0) > 0 && (
    <Button leftSection={<Icon name="lock" size={16} />} onClick={() => setAsking('close')}>
      {text.close}
    </Button>
  );
  const actions = (
    <>
      {closed && (
        <>
          <CorrectionsButton classId={classId} />
          <Button variant="default" onClick={() => setAsking('reopen')}>
            {text.reopen}
          </Button>
        </>
      )}
      <PaperMenu classId={classId} />
    </>
  );
  return (
    <ClassFrame primary={primary} actions={actions}>
      {(shown) => (
        <Loaded query={results}>
          {(table) => (
            <>
              <ResultList classId={classId} table={table} />
              <CloseDialog
                classId={classId}
                view={shown}
                table={table}
                opened={asking === 'close'}
                onClose={() => setAsking(null)}
              />
              <ConfirmWithReason
                opened={asking === 'reopen'}
                title={text.reopenTitle}
                confirmLabel={text.reopenConfirm}
                onConfirm={(reason) => reopen.mutateAsync(reason)}
                onClose={() => setAsking(null)}
              >
                {text.reopenBody}
              </ConfirmWithReason>
            </>
          )}
        </Loaded>
      )}
    </ClassFrame>
  );
}

function PaperMenu({ classId }: { classId: string }) {
  const navigate = useNavigate();
  const saveFile = useSaveFile();
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <Button variant="default" rightSection={<Icon name="chevronDown" size={14} />}>
          {text.papers}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item onClick={() => void navigate({ to: '/classes/$id/minutes', params: { id: classId } })}>
          {text.minutesView}
        </Menu.Item>
        <Menu.Item onClick={() => void navigate({ to: '/classes/$id/ranking', params: { id: classId } })}>
          {text.rankingView}
        </Menu.Item>
        <Menu.Item onClick={() => void navigate({ to: '/classes/$id/recap', params: { id: classId } })}>
          {text.recapView}
        </Menu.Item>
        <Menu.Item onClick={() => void saveFile((backend) => backend.classes.saveRecap(classId, 'pdf'))}>
          {text.recapPdf}
        </Menu.Item>
        <Menu.Item onClick={() => void saveFile((backend) => backend.classes.saveRecap(classId, 'xlsx'))}>
          {text.recapXlsx}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}

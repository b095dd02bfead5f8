import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { LeaveGuard, usePassing } from '../../../components/LeaveGuard';
import { Loaded } from '../../../components/Loaded';
import { PageHeader } from '../../../components/PageHeader';
import { useSaveScheme, useScheme } from '../../../data/evaluation';
import { useAddressId } from '../../../data/open';
import { id } from '../../../i18n/id';
import { useClassPlace } from '../useClassPlace';
import { SchemeForm } from './SchemeForm';

const text = id.evaluation.scheme;

export function SchemeScreen() {
  const classId = useAddressId();
  const navigate = useNavigate();
  const scheme = useScheme(classId);
  const [dirty, setDirty] = useState(false);
  const passing = usePassing();
  const back = () => void navigate({ to: '/classes/$id/scores', params: { id: classId } });
  const save = useSaveScheme(classId, {
    onDone: () => {
      passing.current = true;
      back();
    },
  });
  return (
    <>
      <PageHeader {...useClassPlace(classId, `/classes/${classId}/scores`)} title={text.title} />
      <Loaded query={scheme}>
        {(value) => (
          <SchemeForm scheme={value} onDirty={setDirty} onSubmit={(next) => save.mutateAsync(next)} onCancel={back} />
        )}
      </Loaded>
      <LeaveGuard unsaved={dirty} passing={passing} />
    </>
  );
}

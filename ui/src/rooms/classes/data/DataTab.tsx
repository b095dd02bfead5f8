import { useState } from 'react';
import { LeaveGuard } from '../../../components/LeaveGuard';
import { useSaveClass } from '../../../data/classes';
import { id } from '../../../i18n/id';
import { ClassFrame, ClosedNote } from '../ClassFrame';
import { ClassForm } from './ClassForm';

export function DataTab() {
  const [dirty, setDirty] = useState(false);
  const save = useSaveClass();
  return (
    <ClassFrame>
      {(view) => {
        const closed = view.state === 'closed';
        return (
          <>
            {closed && <ClosedNote />}
            <ClassForm
              key={JSON.stringify(view.class)}
              value={view.class}
              submitLabel={id.classes.form.save}
              readOnly={closed}
              onDirty={setDirty}
              onSubmit={(value) => save.mutateAsync(value)}
            />
            <LeaveGuard unsaved={dirty} />
          </>
        );
      }}
    </ClassFrame>
  );
}

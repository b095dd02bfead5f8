import { Button } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { LeaveGuard, usePassing } from '../../../components/LeaveGuard';
import { Loaded } from '../../../components/Loaded';
import { PageHeader, type MenuAction } from '../../../components/PageHeader';
import { useDeleteProgramme, useForms, useProgramme, useSaveProgramme, type Programme } from '../../../data/classes';
import { useAddressId } from '../../../data/open';
import { id } from '../../../i18n/id';
import { useState } from 'react';
import { ProgrammeForm } from './ProgrammeForm';
import { ProgrammeFrame, programmeCrumbs } from './ProgrammeFrame';

const text = id.classes.programmes;
const fresh: Programme = { id: null, name: '', form: '', field: '', note: '', active: true, subjects: [] };

export function ProgrammeScreen() {
  const address = useAddressId();
  const isNew = address === 'new';
  const navigate = useNavigate();
  const forms = useForms();
  const stored = useProgramme(isNew ? null : address);
  const [dirty, setDirty] = useState(false);
  const passing = usePassing();
  const toList = () => void navigate({ to: '/programmes' });
  const save = useSaveProgramme({
    onDone: () => {
      passing.current = true;
      toList();
    },
  });
  const remove = useDeleteProgramme({
    onDone: () => {
      passing.current = true;
      toList();
    },
  });
  const menu: MenuAction[] = [{ label: text.remove, icon: 'trash', run: () => remove.mutate(address) }];
  const newClass = (
    <Button
      variant="default"
      onClick={() => void navigate({ to: '/classes/new', search: { programme: address } as never })}
    >
      {text.newClass}
    </Button>
  );
  const form = (programme: Programme) => (
    <Loaded query={forms}>
      {(known) => (
        <ProgrammeForm
          key={programme.id ?? 'new'}
          programme={programme}
          forms={known}
          onDirty={setDirty}
          onSubmit={(value) => save.mutateAsync(value)}
          onCancel={toList}
        />
      )}
    </Loaded>
  );
  return (
    <>
      {isNew ? (
        <PageHeader title={text.add} crumbs={programmeCrumbs} />
      ) : (
        <ProgrammeFrame programme={address} actions={newClass} menu={menu} />
      )}
      {isNew ? form(fresh) : <Loaded query={stored}>{form}</Loaded>}
      <LeaveGuard unsaved={dirty} passing={passing} />
    </>
  );
}

import { Button, Select } from '@mantine/core';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { EmptyState } from '../../components/EmptyState';
import { LeaveGuard, usePassing } from '../../components/LeaveGuard';
import { Loaded } from '../../components/Loaded';
import { PageHeader } from '../../components/PageHeader';
import { useClassDraft, useProgrammes, useSaveClass } from '../../data/classes';
import { id } from '../../i18n/id';
import { ClassForm } from './data/ClassForm';

const text = id.classes.form;

/** A class begins with its programme, which fills in most of it. */
export function NewClassScreen() {
  const navigate = useNavigate();
  const search: Record<string, string | undefined> = useSearch({ strict: false });
  const [programme, setProgramme] = useState<string | null>(search['programme'] ?? null);
  const [dirty, setDirty] = useState(false);
  const passing = usePassing();
  const programmes = useProgrammes(false);
  const draft = useClassDraft(programme);
  const save = useSaveClass({
    onDone: (saved) => {
      passing.current = true;
      void navigate({ to: '/classes/$id', params: { id: saved } });
    },
  });
  return (
    <>
      <PageHeader title={text.newTitle} crumbs={[{ label: id.frame.rooms.classes, to: '/classes' }]} />
      <Loaded query={programmes}>
        {(known) =>
          known.length === 0 ? (
            <EmptyState
              icon="programme"
              title={text.noProgramme}
              action={
                <Button onClick={() => void navigate({ to: '/programmes/$id', params: { id: 'new' } })}>
                  {id.classes.programmes.add}
                </Button>
              }
              link={<Link to="/classes/import">{id.classes.list.import}</Link>}
            />
          ) : (
            <Select
              label={text.programme}
              placeholder={text.programmePick}
              required
              searchable
              maw={560}
              mb="md"
              autoFocus={programme === null}
              data={known.map((row) => ({ value: row.id, label: row.name }))}
              value={programme}
              onChange={setProgramme}
            />
          )
        }
      </Loaded>
      {programme !== null && (
        <Loaded query={draft}>
          {(value) => (
            <ClassForm
              key={programme}
              value={value}
              submitLabel={text.create}
              onDirty={setDirty}
              onSubmit={(filled) => save.mutateAsync(filled)}
              onCancel={() => void navigate({ to: '/classes' })}
            />
          )}
        </Loaded>
      )}
      <LeaveGuard unsaved={dirty} passing={passing} />
    </>
  );
}

import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { LeaveGuard, usePassing } from '../../../components/LeaveGuard';
import { Loaded } from '../../../components/Loaded';
import { PageHeader } from '../../../components/PageHeader';
import { useAddressProject, useProjectForm, useSaveProject } from '../../../data/classes/projects';
import { useAddressId } from '../../../data/open';
import { id } from '../../../i18n/id';
import { useClassPlace } from '../useClassPlace';
import { ProjectFormFields } from './ProjectFormFields';

const text = id.projects.form;

/** The form of a project, of a new one where the address names none. */
export function ProjectFormScreen() {
  const classId = useAddressId();
  const known = useAddressProject();
  const project = known === '' ? null : known;
  const navigate = useNavigate();
  const { crumbs } = useClassPlace(classId, `/classes/${classId}`);
  const form = useProjectForm(classId, project);
  const [dirty, setDirty] = useState(false);
  const passing = usePassing();
  const toProject = (made: string) =>
    void navigate({ to: '/classes/$id/projects/$project', params: { id: classId, project: made }, replace: true });
  const back = () => {
    if (project !== null) toProject(project);
    else void navigate({ to: '/classes/$id/projects', params: { id: classId } });
  };
  const save = useSaveProject(classId, {
    onDone: (made) => {
      passing.current = true;
      toProject(made);
    },
  });
  return (
    <>
      <PageHeader
        title={project === null ? text.new : text.edit}
        subtitle={project === null ? undefined : form.data?.draft.title}
        crumbs={[...crumbs, { label: id.projects.tab, to: `/classes/${classId}/projects` }]}
      />
      <Loaded query={form}>
        {(offered) => (
          <ProjectFormFields
            key={project ?? 'new'}
            offered={offered}
            onDirty={setDirty}
            onSubmit={(draft) => save.mutateAsync(draft)}
            onCancel={back}
          />
        )}
      </Loaded>
      <LeaveGuard unsaved={dirty} passing={passing} />
    </>
  );
}

import { Button } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { ConfirmDialog } from '../../../components/ConfirmDialog';
import { Icon } from '../../../components/icons';
import { Loaded } from '../../../components/Loaded';
import { PageHeader, type MenuAction } from '../../../components/PageHeader';
import { useAddressProject, useDeleteProject, useProject, type ProjectView } from '../../../data/classes/projects';
import { useAddressId } from '../../../data/open';
import { dateRange, shortDate } from '../../../i18n/dates';
import { id } from '../../../i18n/id';
import { useClassPlace } from '../useClassPlace';
import { EvidenceList } from './EvidenceList';
import { Facts } from './Facts';
import { Indicator } from './Indicator';
import { MilestoneEntry } from './MilestoneEntry';
import styles from './projects.module.css';
import { RiskList } from './RiskList';
import { Seminars } from './SeminarForm';
import { TimelinePicture } from './TimelinePicture';

const text = id.projects.page;

function state(view: ProjectView | undefined) {
  if (!view) return undefined;
  if (view.overdue > 0) return { label: id.projects.overdueCount(view.overdue), tone: 'bad' as const };
  if (view.progress === null) return { label: id.projects.noMilestones, tone: 'neutral' as const };
  if (view.progress === 100) return { label: id.projects.done, tone: 'good' as const };
  return { label: text.progress(`${view.progress}%`), tone: 'info' as const };
}

function nextStep(view: ProjectView | undefined): string | undefined {
  const open = (view?.milestones ?? []).filter((row) => row.done_on === null);
  const next = open.reduce((first, row) => (row.due < first.due ? row : first), open[0] ?? { name: '', due: '', overdue: false });
  if (next.name === '') return undefined;
  const date = shortDate(next.due);
  return next.overdue ? text.nextStep.overdue(next.name, date) : text.nextStep.next(next.name, date);
}

/** One project: what it is about, how far it has come, what proves it, what was said of it. */
export function ProjectScreen() {
  const classId = useAddressId();
  const projectId = useAddressProject();
  const navigate = useNavigate();
  const query = useProject(projectId);
  const { crumbs } = useClassPlace(classId, `/classes/${classId}`);
  const [removing, setRemoving] = useState(false);
  const params = { id: classId, project: projectId };
  const remove = useDeleteProject({ onDone: () => void navigate({ to: '/classes/$id/projects', params: { id: classId } }) });
  const view = query.data;
  const menu: MenuAction[] = [
    { label: text.remove, icon: 'trash', run: () => setRemoving(true), disabled: view?.closed !== false },
  ];
  const primary = (
    <Button
      leftSection={<Icon name="edit" size={16} />}
      onClick={() => void navigate({ to: '/classes/$id/projects/$project/edit', params })}
    >
      {text.edit}
    </Button>
  );
  const actions = (
    <Button
      variant="default"
      leftSection={<Icon name="printer" size={16} />}
      onClick={() => void navigate({ to: '/classes/$id/projects/$project/sheet', params })}
    >
      {text.sheet}
    </Button>
  );
  return (
    <>
      <PageHeader
        title={view?.title ?? ''}
        subtitle={view && `${id.projects.kinds[view.kind]} · ${dateRange(view.starts, view.ends)}`}
        state={state(view)}
        nextStep={nextStep(view)}
        primary={primary}
        actions={actions}
        menu={menu}
        crumbs={[...crumbs, { label: id.projects.tab, to: `/classes/${classId}/projects` }]}
      />
      <Loaded query={query}>{(shown) => <Page view={shown} />}</Loaded>
      <ConfirmDialog
        opened={removing}
        title={text.removeTitle}
        confirmLabel={text.remove}
        danger
        onConfirm={() => remove.mutateAsync(projectId)}
        onClose={() => setRemoving(false)}
      >
        {text.removeBody}
      </ConfirmDialog>
    </>
  );
}

function Page({ view }: { view: ProjectView }) {
  return (
    <div className={styles.page}>
      <div className={styles.columns}>
        <Facts view={view} />
        <Indicator view={view} />
      </div>
      {view.milestones.length > 0 && (
        <section className={styles.section} aria-label={id.projects.timeline.title}>
          <h2>{id.projects.timeline.title}</h2>
          <TimelinePicture view={view} />
        </section>
      )}
      <MilestoneEntry view={view} />
      <EvidenceList view={view} />
      <div className={styles.columns}>
        <Seminars view={view} />
        <RiskList risks={view.risks} />
      </div>
    </div>
  );
}

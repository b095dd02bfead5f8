import { Button } from '@mantine/core';
import { Link, useLocation, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { ConfirmDialog } from '../../../components/ConfirmDialog';
import { ConfirmWithReason } from '../../../components/ConfirmWithReason';
import { Icon } from '../../../components/icons';
import { Loaded } from '../../../components/Loaded';
import { PageHeader, type MenuAction } from '../../../components/PageHeader';
import { planningCrumb } from '../../../components/PlanningHeader';
import { useSaveFile } from '../../../data/files';
import { useAddressId } from '../../../data/open';
import { savePlanWorkbook, usePlan, useRemovePlan, useRevisePlan, type PlanView } from '../../../data/planning/plan';
import { longDate } from '../../../i18n/dates';
import { id } from '../../../i18n/id';
import { AddItemDialog } from './AddItemDialog';
import { ApproveDialog } from './ApproveDialog';
import { CeilingsTab } from './CeilingsTab';
import { ChoiceTab } from './ChoiceTab';
import { stateOf } from './figures';
import { GroupsTab } from './GroupsTab';
import { HeadDialog } from './HeadDialog';
import { NewPlanDialog } from './NewPlanDialog';
import styles from './plan.module.css';
import { RealisationTab } from './RealisationTab';
import { VersionsTab } from './VersionsTab';

const text = id.plan.page;
const crumbs = [planningCrumb];

export const titleOf = ({ name, year, version }: { name: string; year: number; version: number }) =>
  `${name} ${year}, ${id.plan.list.version.toLowerCase()} ${version}`;

/** One version of the plan: the choice, its limits, what has become of it. */
export function PlanScreen() {
  const at = useAddressId();
  return <Loaded query={usePlan(at)}>{(view) => <PlanPage key={at} view={view} />}</Loaded>;
}

type Dialog = 'add' | 'approve' | 'revise' | 'copy' | 'head' | 'remove';

function PlanPage({ view }: { view: PlanView }) {
  const { head } = view.row;
  const { pathname } = useLocation();
  const [dialog, setDialog] = useState<Dialog | null>(null);
  const close = () => setDialog(null);
  const base = `/planning/plans/${head.id}`;
  const draft = head.status === 'draft';
  // The year stays in sight where a long name is cut.
  const subtitle = [
    text.of(head.year, head.version),
    head.approved_on === null ? null : id.plan.versions.approved(longDate(head.approved_on)),
    view.based_on === null ? null : text.basedOn(view.based_on),
    head.reason === '' ? null : head.reason,
  ];
  return (
    <>
      <PageHeader
        title={titleOf(head)}
        crumbs={crumbs}
        subtitle={subtitle.filter((part) => part !== null).join(' · ')}
        state={stateOf(head.status)}
        primary={
          draft ? (
            <Button onClick={() => setDialog('approve')}>{text.approve}</Button>
          ) : (
            <Button onClick={() => setDialog('revise')}>{text.revise}</Button>
          )
        }
        actions={
          <>
            {draft && (
              <Button variant="default" leftSection={<Icon name="plus" size={16} />} onClick={() => setDialog('add')}>
                {text.add}
              </Button>
            )}
            <Button component={Link} to={`${base}/print`} variant="default" leftSection={<Icon name="printer" size={16} />}>
              {text.print}
            </Button>
          </>
        }
        menu={useMenu(view, setDialog)}
        tabs={[
          { label: text.tabs.choice, to: base, note: String(view.items.length) },
          { label: text.tabs.ceilings, to: `${base}/ceilings` },
          { label: text.tabs.groups, to: `${base}/groups` },
          { label: text.tabs.realisation, to: `${base}/realisation` },
          { label: text.tabs.versions, to: `${base}/versions` },
        ]}
      />
      {!draft && (
        <p className={`muted ${styles.frozen}`} title={text.sha(view.sha256)}>
          {text.frozen}
        </p>
      )}
      {pathname.endsWith('/ceilings') ? (
        <CeilingsTab view={view} />
      ) : pathname.endsWith('/groups') ? (
        <GroupsTab view={view} />
      ) : pathname.endsWith('/realisation') ? (
        <RealisationTab plan={head.id} />
      ) : pathname.endsWith('/versions') ? (
        <VersionsTab view={view} />
      ) : (
        <ChoiceTab view={view} onAdd={() => setDialog('add')} />
      )}
      {dialog === 'add' && <AddItemDialog view={view} onClose={close} />}
      {dialog === 'approve' && <ApproveDialog view={view} onClose={close} />}
      {dialog === 'copy' && <NewPlanDialog copy={head.id} onClose={close} />}
      {dialog === 'head' && <HeadDialog head={head} onClose={close} />}
      <Questions view={view} dialog={dialog} onClose={close} />
    </>
  );
}

/** What is done rarely. */
function useMenu({ row: { head } }: PlanView, ask: (dialog: Dialog) => void): MenuAction[] {
  const navigate = useNavigate();
  const saveFile = useSaveFile();
  const draft = head.status === 'draft';
  return [
    { label: text.rab, icon: 'printer', run: () => void navigate({ to: `/planning/plans/${head.id}/rab` }) },
    { label: text.excel, icon: 'export', run: () => void saveFile(savePlanWorkbook(head.id)) },
    { label: text.copy, icon: 'file', run: () => ask('copy') },
    { label: text.edit, icon: 'edit', run: () => ask('head'), disabled: !draft },
    { label: text.remove, icon: 'trash', run: () => ask('remove'), disabled: !draft },
  ];
}

/** Revising and removing, after asking. */
function Questions({ view, dialog, onClose }: { view: PlanView; dialog: Dialog | null; onClose: () => void }) {
  const { head } = view.row;
  const navigate = useNavigate();
  const revise = useRevisePlan(head.id, { onDone: (plan) => void navigate({ to: `/planning/plans/${plan}` }) });
  const remove = useRemovePlan({ onDone: () => void navigate({ to: '/planning', replace: true }) });
  return (
    <>
      <ConfirmWithReason
        opened={dialog === 'revise'}
        title={id.plan.revise.title}
        confirmLabel={id.plan.revise.title}
        reasonLabel={id.plan.revise.reason}
        onConfirm={(reason) => revise.mutateAsync(reason)}
        onClose={onClose}
      >
        {id.plan.revise.text(titleOf(head))}
      </ConfirmWithReason>
      <ConfirmDialog
        opened={dialog === 'remove'}
        title={text.remove}
        confirmLabel={text.remove}
        danger
        onConfirm={() => remove.mutateAsync(head.id)}
        onClose={onClose}
      >
        {text.removeText(titleOf(head))}
      </ConfirmDialog>
    </>
  );
}

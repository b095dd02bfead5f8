import { Button, Menu } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useState, type ReactNode } from 'react';
import { ConfirmDialog } from '../../components/ConfirmDialog';
import { ConfirmWithReason } from '../../components/ConfirmWithReason';
import { FollowUpDialog } from '../../components/FollowUpDialog';
import { Icon } from '../../components/icons';
import { Loaded } from '../../components/Loaded';
import { PageHeader } from '../../components/PageHeader';
import { useDeleteFollowUp, useFollowUp, type FollowUpPlan, type FollowUpView } from '../../data/evaluation/followups';
import { useAddressId } from '../../data/open';
import { longDate } from '../../i18n/dates';
import { id } from '../../i18n/id';
import { roomCrumb } from './EvaluationHeader';

const room = id.followups;
const text = room.page;

/** Where the page of a follow-up hangs. */
export const followUpCrumbs = [roomCrumb, { label: id.feedback.room.tabs.followups, to: '/evaluation/followups' }];

/** The page of one follow-up around its tabs. */
export function FollowUpFrame({ actions, children }: { actions?: ReactNode; children: (view: FollowUpView) => ReactNode }) {
  const at = useAddressId();
  const query = useFollowUp(at);
  const view = query.data;
  const [plan, setPlan] = useState<FollowUpPlan | null>(null);
  const [asking, setAsking] = useState(false);
  return (
    <>
      <PageHeader
        title={view?.row.name ?? ''}
        subtitle={view && `${view.row.programme_name}, ${view.row.class_name} · ${text.due(longDate(view.row.due))}`}
        crumbs={followUpCrumbs}
        tabs={[
          { label: text.tabs.typing, to: `/evaluation/followups/${at}` },
          { label: text.tabs.result, to: `/evaluation/followups/${at}/result` },
        ]}
        actions={actions}
        primary={view && <PrintButton view={view} />}
        menu={
          view && [
            { label: text.edit, icon: 'edit', run: () => setPlan(view.plan) },
            { label: text.remove, icon: 'trash', run: () => setAsking(true) },
          ]
        }
      />
      <Loaded query={query}>{children}</Loaded>
      <FollowUpDialog plan={plan} onClose={() => setPlan(null)} />
      {view && <Remove view={view} opened={asking} onClose={() => setAsking(false)} />}
    </>
  );
}

/** The sheets of each side are printed on their own: they go to different people. */
function PrintButton({ view }: { view: FollowUpView }) {
  const navigate = useNavigate();
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <Button variant={view.row.answered > 0 ? 'default' : undefined} leftSection={<Icon name="printer" size={16} />}>
          {text.print}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {view.plan.roles.map((role) => (
          <Menu.Item
            key={role}
            onClick={() =>
              void navigate({ to: '/evaluation/followups/$id/print/$role', params: { id: view.row.id, role } })
            }
          >
            {room.roles[role]}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}

function Remove({ view, opened, onClose }: { view: FollowUpView; opened: boolean; onClose: () => void }) {
  const navigate = useNavigate();
  const remove = useDeleteFollowUp(view.row.id, {
    onDone: () => void navigate({ to: '/evaluation/followups', replace: true }),
  });
  const common = { opened, onClose, title: text.removeTitle, confirmLabel: text.removeConfirm, danger: true };
  return view.row.answered > 0 ? (
    <ConfirmWithReason {...common} onConfirm={(reason) => remove.mutateAsync(reason)}>
      {text.removeBody(view.row.answered)}
    </ConfirmWithReason>
  ) : (
    <ConfirmDialog {...common} onConfirm={() => remove.mutateAsync('')}>
      {text.removeBody(0)}
    </ConfirmDialog>
  );
}

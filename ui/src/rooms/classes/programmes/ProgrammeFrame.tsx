import type { ReactNode } from 'react';
import { PageHeader, type MenuAction } from '../../../components/PageHeader';
import { planningCrumb } from '../../../components/PlanningHeader';
import { useProgramme } from '../../../data/classes';
import { id } from '../../../i18n/id';

const text = id.catalogue.programme;

/** The pages of a programme hang under this. */
export const programmeCrumbs = [planningCrumb, { label: id.catalogue.room.tabs.programmes, to: '/programmes' }];

/** The head of the pages of a programme: its data, its entry in the catalogue, what a class of it costs. */
export function ProgrammeFrame({ programme, actions, menu }: { programme: string; actions?: ReactNode; menu?: MenuAction[] }) {
  const name = useProgramme(programme).data?.name ?? '';
  const base = `/programmes/${programme}`;
  return (
    <PageHeader
      title={name}
      crumbs={programmeCrumbs}
      actions={actions}
      menu={menu}
      tabs={[
        { label: text.tabs.data, to: base },
        { label: text.tabs.entry, to: `${base}/catalogue` },
        { label: text.tabs.costs, to: `${base}/costs` },
      ]}
    />
  );
}

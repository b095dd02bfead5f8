import type { ReactNode } from 'react';
import { id } from '../i18n/id';
import { PageHeader, type MenuAction } from './PageHeader';

const text = id.catalogue.room;

/** Where a page of the room hangs. */
export const planningCrumb = { label: text.title, to: '/planning' };

const tabs = [
  { label: text.tabs.plans, to: '/planning' },
  { label: text.tabs.programmes, to: '/programmes' },
  { label: text.tabs.partners, to: '/planning/partners' },
  { label: text.tabs.speakers, to: '/planning/speakers' },
  { label: text.tabs.names, to: '/planning/names' },
];

export interface PlanningHeaderProps {
  primary?: ReactNode;
  actions?: ReactNode;
  menu?: readonly MenuAction[];
}

/** The head of each list of the room: plans, programmes and what they need. */
export function PlanningHeader({ primary, actions, menu }: PlanningHeaderProps) {
  return <PageHeader title={text.title} primary={primary} actions={actions} menu={menu} tabs={tabs} />;
}

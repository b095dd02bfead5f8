import type { ReactNode } from 'react';
import { PageHeader } from '../../components/PageHeader';
import { id } from '../../i18n/id';

const text = id.needs;

/** Where a page of the room hangs. */
export const roomCrumb = { label: text.title, to: '/needs' };

const tabs = [
  { label: text.tabs.map, to: '/needs' },
  { label: text.tabs.list, to: '/needs/list' },
  { label: text.tabs.proposals, to: '/needs/proposals' },
  { label: text.tabs.sources, to: '/needs/sources' },
  { label: text.tabs.readiness, to: '/needs/readiness' },
  { label: text.tabs.standards, to: '/needs/standards' },
  { label: text.tabs.rules, to: '/needs/rules' },
];

/** The head of each list of the room. */
export function NeedsHeader({ primary, actions }: { primary?: ReactNode; actions?: ReactNode }) {
  return <PageHeader title={text.title} primary={primary} actions={actions} tabs={tabs} />;
}

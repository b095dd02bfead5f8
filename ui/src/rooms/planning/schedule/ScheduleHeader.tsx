import type { ReactNode } from 'react';
import { PageHeader } from '../../../components/PageHeader';
import { id } from '../../../i18n/id';

const text = id.schedule;

/** Where a page of the schedule hangs. */
export const scheduleCrumb = { label: text.title, to: '/schedule' };

const tabs = [
  { label: text.tabs.calendar, to: '/schedule' },
  { label: text.tabs.conflicts, to: '/schedule/conflicts' },
  { label: text.tabs.proposal, to: '/schedule/proposal' },
  { label: text.tabs.publications, to: '/schedule/publications' },
  { label: text.tabs.rooms, to: '/schedule/rooms' },
  { label: text.tabs.holidays, to: '/schedule/holidays' },
  { label: text.tabs.busy, to: '/schedule/busy' },
  { label: text.tabs.limits, to: '/schedule/limits' },
  { label: text.tabs.rule, to: '/schedule/rule' },
];

/** The head of each tab of the schedule. */
export function ScheduleHeader({ primary, actions }: { primary?: ReactNode; actions?: ReactNode }) {
  return <PageHeader title={text.title} primary={primary} actions={actions} tabs={tabs} />;
}

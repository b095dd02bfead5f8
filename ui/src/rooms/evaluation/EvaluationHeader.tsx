import type { ReactNode } from 'react';
import { PageHeader } from '../../components/PageHeader';
import { id } from '../../i18n/id';

const text = id.feedback.room;

/** Where a page of the room hangs. */
export const roomCrumb = { label: text.title, to: '/evaluation' };

const tabs = [
  { label: text.tabs.programmes, to: '/evaluation' },
  { label: text.tabs.feedback, to: '/evaluation/feedback' },
  { label: text.tabs.followups, to: '/evaluation/followups' },
  { label: text.tabs.improvements, to: '/evaluation/improvements' },
];

/** The head of each list of the room. */
export function EvaluationHeader({ primary, actions }: { primary?: ReactNode; actions?: ReactNode }) {
  return <PageHeader title={text.title} primary={primary} actions={actions} tabs={tabs} />;
}

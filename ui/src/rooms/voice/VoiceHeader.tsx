import type { ReactNode } from 'react';
import { PageHeader } from '../../components/PageHeader';
import { id } from '../../i18n/id';

const text = id.voice;

/** Where a page of the room hangs. */
export const roomCrumb = { label: text.title, to: '/voice' };

const tabs = [
  { label: text.tabs.surveys, to: '/voice' },
  { label: text.tabs.complaints, to: '/voice/complaints' },
  { label: text.tabs.services, to: '/voice/services' },
];

/** The head of each list of the room. */
export function VoiceHeader({ primary, actions }: { primary?: ReactNode; actions?: ReactNode }) {
  return <PageHeader title={text.title} primary={primary} actions={actions} tabs={tabs} />;
}

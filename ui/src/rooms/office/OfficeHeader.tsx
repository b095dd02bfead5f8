import type { ReactNode } from 'react';
import { PageHeader } from '../../components/PageHeader';
import { id } from '../../i18n/id';

const text = id.office;

const tabs = [
  { label: text.tabs.profile, to: '/office' },
  { label: text.tabs.signatories, to: '/office/signatories' },
  { label: text.tabs.numbering, to: '/office/numbering' },
  { label: text.tabs.text, to: '/office/text' },
  { label: text.tabs.look, to: '/office/look' },
  { label: text.tabs.attendance, to: '/office/attendance' },
  { label: text.tabs.schemes, to: '/office/schemes' },
  { label: id.feedback.instruments.tab, to: '/office/instruments' },
  { label: id.followups.office.tab, to: '/office/followups' },
  { label: text.tabs.jp, to: '/office/jp' },
  { label: id.voice.rules.skm.tab, to: '/office/skm' },
  { label: id.voice.rules.complaints.tab, to: '/office/complaints' },
];

/** The head of every page of the office. */
export function OfficeHeader({ primary }: { primary?: ReactNode }) {
  return <PageHeader title={text.title} tabs={tabs} primary={primary} />;
}

import type { ReactNode } from 'react';
import { PageHeader } from '../../components/PageHeader';
import { id } from '../../i18n/id';

const text = id.safety;

const tabs = [
  { label: text.tabs.journal, to: '/safety' },
  { label: text.tabs.backups, to: '/safety/backups' },
  { label: text.tabs.check, to: '/safety/check' },
];

export function SafetyHeader(props: { primary?: ReactNode; actions?: ReactNode }) {
  return <PageHeader title={text.title} tabs={tabs} {...props} />;
}

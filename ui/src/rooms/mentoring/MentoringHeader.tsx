import type { ReactNode } from 'react';
import { PageHeader } from '../../components/PageHeader';
import { useOverview } from '../../data/mentoring';
import { id } from '../../i18n/id';
import { formatNumber } from '../../i18n/numbers';

const text = id.mentoring;

/** Where a page of the room hangs. */
export const roomCrumb = { label: text.title, to: '/mentoring' };

/** The board of a class, where pairs are made. */
export const boardOf = (classId: string): string => `/classes/${classId}/mentoring`;

/** The head of each list of the room. */
export function MentoringHeader({ primary, actions }: { primary?: ReactNode; actions?: ReactNode }) {
  const orphans = useOverview().data?.orphans ?? 0;
  return (
    <PageHeader
      title={text.title}
      primary={primary}
      actions={actions}
      tabs={[
        { label: text.tabs.pairs, to: '/mentoring' },
        { label: text.tabs.orphans, to: '/mentoring/orphans', note: orphans > 0 ? formatNumber(orphans) : undefined },
        { label: text.tabs.mentors, to: '/mentoring/mentors' },
      ]}
    />
  );
}

import { useParams } from '@tanstack/react-router';
import { ReportPage } from '../../../components/ReportPage';
import { useInquiry, useSourceReport, type SourceReport } from '../../../data/needs/inquiries';
import { useAddressId } from '../../../data/open';
import { id } from '../../../i18n/id';
import { roomCrumb } from '../NeedsHeader';
import { sourcesCrumbs } from './crumbs';

const text = id.inquiries.papers;

function reportOf(inquiry: string, paper: string): { report: SourceReport; title: string } {
  switch (paper) {
    case 'sheets':
    case 'blank':
      return { report: { kind: 'sheets', inquiry, blank: paper === 'blank' }, title: text.sheets };
    case 'readiness':
      return { report: { kind: 'readiness', inquiry }, title: text.readiness };
    default:
      return { report: { kind: 'findings', inquiry }, title: text.findings };
  }
}

/** A paper of the source in the address. */
export function SourcePaperScreen() {
  const inquiry = useAddressId();
  const { paper = '' } = useParams({ strict: false });
  const { report, title } = reportOf(inquiry, paper);
  const name = useInquiry(inquiry).data?.row.inquiry.name ?? '';
  return (
    <ReportPage
      {...useSourceReport(report)}
      title={title}
      subtitle={name}
      crumbs={[...sourcesCrumbs, { label: name, to: `/needs/sources/${inquiry}` }]}
    />
  );
}

/** Whom to coach, as a list. */
export const CoachingsPaperScreen = () => (
  <ReportPage
    {...useSourceReport({ kind: 'coachings' })}
    title={text.coachings}
    crumbs={[roomCrumb, { label: id.needs.tabs.readiness, to: '/needs/readiness' }]}
  />
);

import { ReportPage } from '../../components/ReportPage';
import { usePair, useReport, type MentoringReport } from '../../data/mentoring';
import { useAddressId } from '../../data/open';
import type { Crumb } from '../../frame/Crumbs';
import { id } from '../../i18n/id';
import { roomCrumb } from './MentoringHeader';

const room = id.mentoring;
const text = room.reports;

interface ReportProps {
  report: MentoringReport;
  title: string;
  subtitle?: string;
  crumbs: readonly Crumb[];
}

/** A paper of the room as it will be printed. */
function Report({ report, crumbs, ...rest }: ReportProps) {
  return (
    <ReportPage
      {...rest}
      crumbs={[roomCrumb, ...crumbs]}
      pdf={useReport(report)}
      save={(backend) => backend.mentoring.saveReport(report)}
    />
  );
}

function PairReport({ kind, title }: { kind: 'log_form' | 'log'; title: string }) {
  const pair = useAddressId();
  const row = usePair(pair).data?.row;
  return (
    <Report
      report={{ kind, pair }}
      title={title}
      subtitle={row && `${row.mentee} · ${id.mentoring.pair.mentor} ${row.mentor}`}
      crumbs={[{ label: row?.mentee ?? '', to: `/mentoring/pairs/${pair}` }]}
    />
  );
}

/** The empty form with columns for both signatures. */
export const LogFormScreen = () => <PairReport kind="log_form" title={text.form} />;

/** Everything that one pair has noted. */
export const LogScreen = () => <PairReport kind="log" title={text.log} />;

const loadReport: MentoringReport = { kind: 'load' };

/** How many participants each mentor has. */
export const LoadScreen = () => (
  <Report report={loadReport} title={text.load} crumbs={[{ label: room.tabs.mentors, to: '/mentoring/mentors' }]} />
);

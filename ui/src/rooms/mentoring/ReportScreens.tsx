import { Loaded } from '../../components/Loaded';
import { PageHeader } from '../../components/PageHeader';
import { PdfView } from '../../components/PdfView';
import { useSaveFile } from '../../data/files';
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
function Report({ report, title, subtitle, crumbs }: ReportProps) {
  const saveFile = useSaveFile();
  return (
    <>
      <PageHeader title={title} subtitle={subtitle} crumbs={[roomCrumb, ...crumbs]} />
      <Loaded query={useReport(report)}>
        {(bytes) => (
          <PdfView
            bytes={bytes}
            label={title}
            onSave={() => void saveFile((backend) => backend.mentoring.saveReport(report))}
          />
        )}
      </Loaded>
    </>
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

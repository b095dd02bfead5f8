import { ReportPage } from '../../components/ReportPage';
import { usePair, useReport, type MentoringReport } from '../../data/mentoring';
import { useAddressId } from '../../data/open';
import { id } from '../../i18n/id';
import { roomCrumb } from './MentoringHeader';

const room = id.mentoring;
const text = room.reports;

function PairReport({ kind, title }: { kind: 'log_form' | 'log'; title: string }) {
  const pair = useAddressId();
  const row = usePair(pair).data?.row;
  return (
    <ReportPage
      {...useReport({ kind, pair })}
      title={title}
      subtitle={row && `${row.mentee} · ${id.mentoring.pair.mentor} ${row.mentor}`}
      crumbs={[roomCrumb, { label: row?.mentee ?? '', to: `/mentoring/pairs/${pair}` }]}
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
  <ReportPage {...useReport(loadReport)} title={text.load} crumbs={[roomCrumb, { label: room.tabs.mentors, to: '/mentoring/mentors' }]} />
);

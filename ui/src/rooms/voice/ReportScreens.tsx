import { ReportPage } from '../../components/ReportPage';
import { useAddressId } from '../../data/open';
import { useSurvey, useVoiceReport, useYearly, type VoiceReport } from '../../data/voice';
import { complaintQuery, whole } from '../../data/voice/complaints';
import type { Crumb } from '../../frame/Crumbs';
import { listSearch, useListState } from '../../frame/listState';
import { id } from '../../i18n/id';
import { roomCrumb } from './VoiceHeader';

const text = id.voice.reports;

interface ReportProps {
  report: VoiceReport;
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
      pdf={useVoiceReport(report)}
      save={(backend) => backend.voice.saveReport(report)}
    />
  );
}

function SurveyReport({ kind, title }: { kind: 'sheets' | 'publication' | 'results'; title: string }) {
  const survey = useAddressId();
  const row = useSurvey(survey).data?.row;
  return (
    <Report
      report={{ kind, survey }}
      title={title}
      subtitle={row && `${row.name} · ${row.unit_path}`}
      crumbs={[{ label: row?.name ?? '', to: `/voice/surveys/${survey}` }]}
    />
  );
}

/** The questionnaire as it is handed out. */
export const SheetsScreen = () => <SurveyReport kind="sheets" title={text.sheets} />;

/** What the public is told. */
export const PublicationScreen = () => <SurveyReport kind="publication" title={text.publication} />;

/** The table behind the index. */
export const ResultsScreen = () => <SurveyReport kind="results" title={text.results} />;

/** Years side by side, of the unit in the address or of all. */
export function YearlyReportScreen() {
  const [{ filters }] = useListState();
  const unit = filters['unit'] ?? null;
  const path = useYearly(unit).data?.unit_path;
  return (
    <Report
      report={{ kind: 'yearly', unit }}
      title={text.yearly}
      subtitle={path === undefined || path === '' ? id.voice.yearly.all : path}
      crumbs={[{ label: id.voice.yearly.title, to: '/voice/yearly', search: unit === null ? {} : { unit } }]}
    />
  );
}

/** The complaints as the list was narrowed. */
export function ComplaintsReportScreen() {
  const [state] = useListState();
  return (
    <Report
      report={{ kind: 'complaints', query: complaintQuery(state, whole) }}
      title={text.complaints}
      crumbs={[{ label: id.voice.tabs.complaints, to: '/voice/complaints', search: listSearch({ ...state.filters, q: state.q }) }]}
    />
  );
}

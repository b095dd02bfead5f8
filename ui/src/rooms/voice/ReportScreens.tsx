import { ReportPage } from '../../components/ReportPage';
import { useAddressId } from '../../data/open';
import { useSurvey, useVoiceReport, useYearly } from '../../data/voice';
import { complaintQuery, whole } from '../../data/voice/complaints';
import { listSearch, useListState } from '../../frame/listState';
import { id } from '../../i18n/id';
import { roomCrumb } from './VoiceHeader';

const text = id.voice.reports;

function SurveyReport({ kind, title }: { kind: 'sheets' | 'publication' | 'results'; title: string }) {
  const survey = useAddressId();
  const row = useSurvey(survey).data?.row;
  return (
    <ReportPage
      {...useVoiceReport({ kind, survey })}
      title={title}
      subtitle={row && `${row.name} · ${row.unit_path}`}
      crumbs={[roomCrumb, { label: row?.name ?? '', to: `/voice/surveys/${survey}` }]}
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
    <ReportPage
      {...useVoiceReport({ kind: 'yearly', unit })}
      title={text.yearly}
      subtitle={path === undefined || path === '' ? id.voice.yearly.all : path}
      crumbs={[roomCrumb, { label: id.voice.yearly.title, to: '/voice/yearly', search: unit === null ? {} : { unit } }]}
    />
  );
}

/** The complaints as the list was narrowed. */
export function ComplaintsReportScreen() {
  const [state] = useListState();
  return (
    <ReportPage
      {...useVoiceReport({ kind: 'complaints', query: complaintQuery(state, whole) })}
      title={text.complaints}
      crumbs={[roomCrumb, { label: id.voice.tabs.complaints, to: '/voice/complaints', search: listSearch({ ...state.filters, q: state.q }) }]}
    />
  );
}

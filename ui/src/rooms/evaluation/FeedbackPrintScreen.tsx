import { ReportPage } from '../../components/ReportPage';
import { useEvaluationReport } from '../../data/evaluation';
import { useFeedbackReport } from '../../data/evaluation/feedback';
import { id } from '../../i18n/id';
import { roomCrumb } from './EvaluationHeader';
import { reportTitle, useFeedbackBy, useFeedbackPlace } from './feedbackBy';

const room = id.feedback;

/** The report as it will be printed. */
export function FeedbackPrintScreen() {
  const by = useFeedbackBy();
  const place = useFeedbackPlace();
  const shown = useFeedbackReport(by).data;
  return (
    <ReportPage
      title={room.report.printTitle}
      subtitle={shown?.title}
      crumbs={[
        roomCrumb,
        { label: room.room.tabs.feedback, to: '/evaluation/feedback' },
        { label: reportTitle(shown), to: `/evaluation/feedback/${place.kind}/${encodeURIComponent(place.id)}` },
      ]}
      {...useEvaluationReport({ kind: 'feedback', by })}
    />
  );
}

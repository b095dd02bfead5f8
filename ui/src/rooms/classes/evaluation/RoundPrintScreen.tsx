import { ReportPage } from '../../../components/ReportPage';
import { shortTitle } from '../../../components/rounds';
import { useEvaluationReport } from '../../../data/evaluation';
import { useAddressRound, useRound } from '../../../data/evaluation/feedback';
import { useAddressId } from '../../../data/open';
import { id } from '../../../i18n/id';
import { useClassPlace } from '../useClassPlace';

/** The sheets of a round as they are handed out, one code each. */
export function RoundPrintScreen() {
  const classId = useAddressId();
  const round = useAddressRound();
  const title = useRound(round).data?.row.title;
  const { crumbs } = useClassPlace(classId, `/classes/${classId}/evaluation`);
  return (
    <ReportPage
      title={id.feedback.round.printTitle}
      subtitle={title}
      crumbs={[...crumbs, { label: shortTitle(title ?? ''), to: `/classes/${classId}/evaluation/rounds/${round}` }]}
      {...useEvaluationReport({ kind: 'feedback_sheets', round })}
    />
  );
}

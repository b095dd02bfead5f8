import { useParams } from '@tanstack/react-router';
import { ReportPage } from '../../components/ReportPage';
import { useEvaluationReport } from '../../data/evaluation';
import { roles, useFollowUp } from '../../data/evaluation/followups';
import { useAddressId } from '../../data/open';
import { id } from '../../i18n/id';
import { followUpCrumbs } from './FollowUpFrame';

const room = id.followups;

/** The sheets of a follow-up as one side gets them: one for each participant. */
export function FollowUpPrintScreen() {
  const followup = useAddressId();
  const params: Record<string, string | undefined> = useParams({ strict: false });
  const role = roles.find((one) => one === params['role']) ?? 'superior';
  const row = useFollowUp(followup).data?.row;
  return (
    <ReportPage
      title={room.page.printTitle(room.roles[role])}
      subtitle={row && `${row.programme_name}, ${row.class_name}`}
      crumbs={[...followUpCrumbs, { label: row?.name ?? '', to: `/evaluation/followups/${followup}` }]}
      {...useEvaluationReport({ kind: 'follow_up_sheets', followup, role })}
    />
  );
}

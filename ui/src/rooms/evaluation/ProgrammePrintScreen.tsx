import { ReportPage } from '../../components/ReportPage';
import { useEvaluationReport, type EvaluationReport } from '../../data/evaluation';
import { useProgrammePage } from '../../data/evaluation/programmes';
import { useAddressId } from '../../data/open';
import { id } from '../../i18n/id';
import { roomCrumb } from './EvaluationHeader';

/** The page of a programme as it is printed. */
export function ProgrammePrintScreen() {
  const programme = useAddressId();
  const name = useProgrammePage(programme).data?.name;
  const report: EvaluationReport = { kind: 'programme', programme };
  return (
    <ReportPage
      title={id.followups.programme.printTitle}
      subtitle={name}
      crumbs={[roomCrumb, { label: name ?? '', to: `/evaluation/programmes/${programme}` }]}
      pdf={useEvaluationReport(report)}
      save={(backend) => backend.evaluation.saveReport(report)}
    />
  );
}

import { ReportPage } from '../../components/ReportPage';
import { useEvaluationReport } from '../../data/evaluation';
import { useProgrammePage } from '../../data/evaluation/programmes';
import { useAddressId } from '../../data/open';
import { id } from '../../i18n/id';
import { roomCrumb } from './EvaluationHeader';

/** The page of a programme as it is printed. */
export function ProgrammePrintScreen() {
  const programme = useAddressId();
  const name = useProgrammePage(programme).data?.name;
  return (
    <ReportPage
      title={id.followups.programme.printTitle}
      subtitle={name}
      crumbs={[roomCrumb, { label: name ?? '', to: `/evaluation/programmes/${programme}` }]}
      {...useEvaluationReport({ kind: 'programme', programme })}
    />
  );
}

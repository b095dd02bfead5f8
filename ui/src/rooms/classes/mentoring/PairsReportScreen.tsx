import { ReportPage } from '../../../components/ReportPage';
import { useReport } from '../../../data/mentoring';
import { useAddressId } from '../../../data/open';
import { id } from '../../../i18n/id';
import { useClassPlace } from '../useClassPlace';
import { boardPage } from './links';

/** The running pairs of the class with their reasons, as the paper. */
export function PairsReportScreen() {
  const classId = useAddressId();
  return (
    <ReportPage
      {...useClassPlace(classId, boardPage(classId))}
      title={id.pairing.report.title}
      {...useReport({ kind: 'pairs', class: classId })}
    />
  );
}

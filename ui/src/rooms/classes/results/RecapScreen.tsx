import { ReportPage } from '../../../components/ReportPage';
import { useRecap } from '../../../data/classes';
import { useAddressId } from '../../../data/open';
import { id } from '../../../i18n/id';
import { useClassPlace } from '../useClassPlace';

/** The results of a class as the paper that is signed. */
export function RecapScreen() {
  const classId = useAddressId();
  return (
    <ReportPage
      {...useClassPlace(classId, `/classes/${classId}/results`)}
      title={id.evaluation.results.recapTitle}
      pdf={useRecap(classId)}
      save={(backend) => backend.classes.saveRecap(classId, 'pdf')}
    />
  );
}

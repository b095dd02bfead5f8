import { Loaded } from '../../../components/Loaded';
import { PageHeader } from '../../../components/PageHeader';
import { PdfView } from '../../../components/PdfView';
import { useClassView } from '../../../data/classes';
import { useSaveFile } from '../../../data/files';
import { useReport, type MentoringReport } from '../../../data/mentoring';
import { useAddressId } from '../../../data/open';
import { id } from '../../../i18n/id';
import { boardPage } from './links';

const text = id.pairing.report;

/** The running pairs of the class with their reasons, as the paper. */
export function PairsReportScreen() {
  const classId = useAddressId();
  const view = useClassView(classId).data;
  const report: MentoringReport = { kind: 'pairs', class: classId };
  const pdf = useReport(report);
  const saveFile = useSaveFile();
  return (
    <>
      <PageHeader
        title={text.title}
        subtitle={view && `${view.programme_name} · ${view.class.name}`}
        crumbs={[
          { label: id.frame.rooms.classes, to: '/classes' },
          { label: view?.class.name ?? '', to: boardPage(classId) },
        ]}
      />
      <Loaded query={pdf}>
        {(bytes) => (
          <PdfView
            bytes={bytes}
            label={text.title}
            onSave={() => void saveFile((backend) => backend.mentoring.saveReport(report))}
          />
        )}
      </Loaded>
    </>
  );
}

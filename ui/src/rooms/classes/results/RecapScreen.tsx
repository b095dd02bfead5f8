import { Loaded } from '../../../components/Loaded';
import { PageHeader } from '../../../components/PageHeader';
import { PdfView } from '../../../components/PdfView';
import { useClassView, useRecap } from '../../../data/classes';
import { useSaveFile } from '../../../data/files';
import { useAddressId } from '../../../data/open';
import { id } from '../../../i18n/id';

const text = id.evaluation.results;

export function RecapScreen() {
  const classId = useAddressId();
  const view = useClassView(classId).data;
  const recap = useRecap(classId);
  const saveFile = useSaveFile();
  return (
    <>
      <PageHeader
        title={text.recapTitle}
        subtitle={view && `${view.programme_name} · ${view.class.name}`}
        crumbs={[
          { label: id.frame.rooms.classes, to: '/classes' },
          { label: view?.class.name ?? '', to: `/classes/${classId}/results` },
        ]}
      />
      <Loaded query={recap}>
        {(bytes) => (
          <PdfView
            bytes={bytes}
            label={text.recapTitle}
            onSave={() => void saveFile((backend) => backend.classes.saveRecap(classId, 'pdf'))}
          />
        )}
      </Loaded>
    </>
  );
}

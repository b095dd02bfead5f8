import { Loaded } from '../../../components/Loaded';
import { PageHeader } from '../../../components/PageHeader';
import { PdfView } from '../../../components/PdfView';
import { useClassView } from '../../../data/classes';
import { useAddressProject, useProject, useProjectReport, type ProjectReport } from '../../../data/classes/projects';
import { useSaveFile } from '../../../data/files';
import { useAddressId } from '../../../data/open';
import { id } from '../../../i18n/id';

const text = id.projects.report;

interface ShownProps {
  report: ProjectReport;
  label: string;
  subtitle?: string;
  crumbs: { label: string; to: string }[];
}

function Shown({ report, label, subtitle, crumbs }: ShownProps) {
  const pdf = useProjectReport(report);
  const saveFile = useSaveFile();
  return (
    <>
      <PageHeader title={label} subtitle={subtitle} crumbs={crumbs} />
      <Loaded query={pdf}>
        {(bytes) => (
          <PdfView
            bytes={bytes}
            label={label}
            onSave={() => void saveFile((backend) => backend.projects.saveReport(report))}
          />
        )}
      </Loaded>
    </>
  );
}

function useClassCrumbs(classId: string) {
  const view = useClassView(classId).data;
  return [
    { label: id.frame.rooms.classes, to: '/classes' },
    { label: view?.class.name ?? '', to: `/classes/${classId}/projects` },
  ];
}

/** The progress of all projects of a class, as it will be printed. */
export function ProgressReportScreen() {
  const classId = useAddressId();
  const crumbs = useClassCrumbs(classId);
  return <Shown report={{ kind: 'progress', class: classId }} label={text.progress} crumbs={crumbs} />;
}

/** The sheet of one project, as it will be printed. */
export function ProjectSheetScreen() {
  const classId = useAddressId();
  const project = useAddressProject();
  const title = useProject(project).data?.title;
  const crumbs = useClassCrumbs(classId);
  const own = { label: title ?? '', to: `/classes/${classId}/projects/${project}` };
  return <Shown report={{ kind: 'sheet', project }} label={text.sheet} subtitle={title} crumbs={[...crumbs, own]} />;
}

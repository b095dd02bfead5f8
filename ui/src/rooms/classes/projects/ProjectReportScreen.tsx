import { ReportPage } from '../../../components/ReportPage';
import { useAddressProject, useProject, useProjectReport } from '../../../data/classes/projects';
import { useAddressId } from '../../../data/open';
import { id } from '../../../i18n/id';
import { useClassPlace } from '../useClassPlace';

const text = id.projects.report;

/** The progress of all projects of a class, as it will be printed. */
export function ProgressReportScreen() {
  const classId = useAddressId();
  return (
    <ReportPage
      {...useClassPlace(classId, `/classes/${classId}/projects`)}
      title={text.progress}
      {...useProjectReport({ kind: 'progress', class: classId })}
    />
  );
}

/** The sheet of one project, as it will be printed. */
export function ProjectSheetScreen() {
  const classId = useAddressId();
  const project = useAddressProject();
  const title = useProject(project).data?.title;
  const { crumbs } = useClassPlace(classId, `/classes/${classId}/projects`);
  return (
    <ReportPage
      title={text.sheet}
      subtitle={title}
      crumbs={[...crumbs, { label: title ?? '', to: `/classes/${classId}/projects/${project}` }]}
      {...useProjectReport({ kind: 'sheet', project })}
    />
  );
}

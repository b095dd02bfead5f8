import { EmptyState } from '../../components/EmptyState';
import { PageHeader } from '../../components/PageHeader';
import { id } from '../../i18n/id';

export function ClassesScreen() {
  return (
    <>
      <PageHeader title={id.frame.rooms.classes} />
      <EmptyState icon="class" title={id.frame.purpose.classes} />
    </>
  );
}

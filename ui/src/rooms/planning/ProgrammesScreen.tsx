import { EmptyState } from '../../components/EmptyState';
import { PageHeader } from '../../components/PageHeader';
import { id } from '../../i18n/id';

export function ProgrammesScreen() {
  return (
    <>
      <PageHeader title={id.frame.rooms.programmes} />
      <EmptyState icon="programme" title={id.frame.purpose.programmes} />
    </>
  );
}

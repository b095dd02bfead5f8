import { EmptyState } from '../../components/EmptyState';
import { PageHeader } from '../../components/PageHeader';
import { id } from '../../i18n/id';

export function OfficeScreen() {
  return (
    <>
      <PageHeader title={id.frame.rooms.office} />
      <EmptyState icon="office" title={id.frame.purpose.office} />
    </>
  );
}

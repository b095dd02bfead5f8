import { EmptyState } from '../../components/EmptyState';
import { PageHeader } from '../../components/PageHeader';
import { id } from '../../i18n/id';

export function SafetyScreen() {
  return (
    <>
      <PageHeader title={id.frame.rooms.safety} />
      <EmptyState icon="shield" title={id.frame.purpose.safety} />
    </>
  );
}

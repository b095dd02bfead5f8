import { EmptyState } from '../../components/EmptyState';
import { PageHeader } from '../../components/PageHeader';
import { id } from '../../i18n/id';

export function HomeScreen() {
  return (
    <>
      <PageHeader title={id.frame.rooms.home} />
      <EmptyState icon="home" title={id.frame.purpose.home} />
    </>
  );
}

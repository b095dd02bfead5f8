import { EmptyState } from '../../components/EmptyState';
import { PageHeader } from '../../components/PageHeader';
import { id } from '../../i18n/id';

export function PeopleScreen() {
  return (
    <>
      <PageHeader title={id.frame.rooms.people} />
      <EmptyState icon="people" title={id.frame.purpose.people} />
    </>
  );
}

import { EmptyState } from '../../components/EmptyState';
import { PageHeader } from '../../components/PageHeader';
import { id } from '../../i18n/id';

export function CertificatesScreen() {
  return (
    <>
      <PageHeader title={id.frame.rooms.certificates} />
      <EmptyState icon="certificate" title={id.frame.purpose.certificates} />
    </>
  );
}

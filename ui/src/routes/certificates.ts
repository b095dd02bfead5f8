import { lazyRouteComponent } from '@tanstack/react-router';
import { list, page } from './root';

const certificates = list(
  '/certificates',
  lazyRouteComponent(() => import('../rooms/certificates/CertificatesScreen'), 'CertificatesScreen'),
);
const verify = page(
  '/certificates/verify',
  lazyRouteComponent(() => import('../rooms/certificates/VerifyScreen'), 'VerifyScreen'),
);
const certificate = page(
  '/certificates/$id',
  lazyRouteComponent(() => import('../rooms/certificates/CertificateScreen'), 'CertificateScreen'),
);

export const certificatesRoutes = [certificates, verify, certificate] as const;

import type { CertificateStatus, IssueReport } from '../backend/bindings';
import type { ListState } from '../components/DataList';
import { useMutationWithUndo, type MutationOptions } from './mutation';
import { useAsk } from './open';

export type {
  Candidate, CertificateReference, CertificateRow, CertificateStatus, CertificateView, IssueReport, Progress, RegisterFormat,
  Verification,
} from '../backend/bindings';

const room = 'certificates';

export const useCandidates = (classId: string) =>
  useAsk([room, 'candidates', classId], (backend) => backend.certificates.candidates(classId));

export const usePreview = (classId: string, enrolment: string | null) =>
  useAsk([room, 'preview', classId, enrolment], (backend) => backend.certificates.preview(classId, enrolment ?? ''), {
    enabled: enrolment !== null,
  });

export const useIssue = (classId: string, options?: MutationOptions<IssueReport>) =>
  useMutationWithUndo(
    (backend, enrolments: string[] | null) => backend.certificates.issue(classId, enrolments),
    options,
  );

/** Those of a class that are in force. */
export const useIssuedOf = (classId: string) =>
  useAsk([room, 'of-class', classId], (backend) =>
    backend.certificates.list({ text: '', class: classId, status: 'issued', year: null, offset: 0, limit: 500 }),
  );

export const registerKey = (state: ListState) => [room, 'list', state.q, state.filters] as const;

export function registerQuery(state: ListState, range: { offset: number; limit: number }) {
  const year = Number(state.filters['year']);
  return {
    text: state.q,
    class: state.filters['class'] ?? null,
    status: (state.filters['status'] ?? null) as CertificateStatus | null,
    year: Number.isInteger(year) && year > 0 ? year : null,
    ...range,
  };
}

export const useCertificate = (id: string) => useAsk([room, 'view', id], (backend) => backend.certificates.get(id));

export const useCertificatePdf = (id: string) => useAsk([room, 'pdf', id], (backend) => backend.certificates.pdf(id));

export const useRevoke = (id: string) =>
  useMutationWithUndo((backend, reason: string) => backend.certificates.revoke(id, reason), { inForm: true });

export const useReplace = (id: string, options?: MutationOptions<string>) =>
  useMutationWithUndo((backend, reason: string) => backend.certificates.replace(id, reason), { inForm: true, ...options });

/** Classes that the register can be narrowed to, the latest first. */
export const useRegisterClasses = () =>
  useAsk(['classes', 'list', 'register'], (backend) =>
    backend.classes.list({ text: '', year: null, state: 'closed', offset: 0, limit: 100 }),
  );

export const useRegisterYears = () => useAsk(['classes', 'years'], (backend) => backend.classes.years());

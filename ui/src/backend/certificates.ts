/** Certificates, as the window asks for them. */
import type {
  Candidate, CertificateQuery, CertificateRow, CertificateView, ExportReport, IssueReport, Page, Progress, RegisterFormat,
  Verification,
} from './pending';
import type { Outcome } from './types';

export interface CertificatesBackend {
  candidates(classId: string): Promise<Candidate[]>;
  preview(classId: string, enrolment: string): Promise<Uint8Array>;
  /** Everybody who may have one, or those named. */
  issue(classId: string, enrolments: string[] | null): Promise<Outcome<IssueReport>>;
  /** Asks for a folder; null when cancelled there. */
  export(ids: string[], merged: boolean, onProgress: (progress: Progress) => void): Promise<ExportReport | null>;
  cancelExport(): Promise<null>;
  list(query: CertificateQuery): Promise<Page<CertificateRow>>;
  get(id: string): Promise<CertificateView>;
  pdf(id: string): Promise<Uint8Array>;
  savePdf(id: string): Promise<string | null>;
  /** In the viewer of the system, which prints. */
  openPdf(id: string): Promise<null>;
  revoke(id: string, reason: string): Promise<Outcome<null>>;
  replace(id: string, reason: string): Promise<Outcome<string>>;
  verify(text: string): Promise<Verification>;
  verifyFile(): Promise<Verification[] | null>;
  saveRegister(query: CertificateQuery, format: RegisterFormat): Promise<string | null>;
}

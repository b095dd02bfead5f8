/** Certificates, as the window asks for them. */
import type {
  Candidate, CertificateQuery, CertificateRow, CertificateView, ExportReport, IssueReport, Page, Progress, RegisterFormat,
  Verification,
} from './bindings';
import { Channel } from '@tauri-apps/api/core';
import { call, type SearchHit } from './backend';
import { commands } from './bindings';
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

export const certificatesBackend: CertificatesBackend = {
  candidates: (classId) => call(commands.certificatesCandidates(classId)),
  preview: async (classId, enrolment) => new Uint8Array(await call(commands.certificatesPreview(classId, enrolment))),
  issue: (classId, enrolments) => call(commands.certificatesIssue(classId, enrolments)),
  export: (ids, merged, onProgress) => call(commands.certificatesExport(ids, merged, new Channel<Progress>(onProgress))),
  cancelExport: () => call(commands.certificatesCancelExport()),
  list: (query) => call(commands.certificatesList(query)),
  get: (id) => call(commands.certificatesGet(id)),
  pdf: async (id) => new Uint8Array(await call(commands.certificatesPdf(id))),
  savePdf: (id) => call(commands.certificatesSavePdf(id)),
  openPdf: (id) => call(commands.certificatesOpenPdf(id)),
  revoke: (id, reason) => call(commands.certificatesRevoke(id, reason)),
  replace: (id, reason) => call(commands.certificatesReplace(id, reason)),
  verify: (text) => call(commands.certificatesVerify(text)),
  verifyFile: () => call(commands.certificatesVerifyFile()),
  saveRegister: (query, format) => call(commands.certificatesSaveRegister(query, format)),
};

/** The first certificates for the search of everything, by their number: names lead to the person. */
export async function findCertificates(text: string): Promise<SearchHit[]> {
  if (!/\d/.test(text)) return [];
  const { rows } = await call(commands.certificatesList({ text, limit: 4 }));
  return rows.map((row) => ({
    id: `certificates ${row.id}`,
    title: row.number,
    detail: row.name,
    to: `/certificates/${row.id}`,
  }));
}

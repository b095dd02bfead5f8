/** Shapes of the core that the bindings do not offer yet. Each goes as soon as it is generated. */
import type { CellRefusal } from './bindings';
import type { Room } from './types';

export type Role = 'peserta' | 'narasumber' | 'moderator' | 'panitia';
export type ClassState = 'planned' | 'running' | 'finished' | 'closed';
export type Mark = 'H' | 'T' | 'I' | 'S' | 'DL' | 'TK';
export type CertificateStatus = 'issued' | 'revoked' | 'replaced';
export type ComponentGroup = 'technical' | 'attitude' | 'ethics' | 'project';
export type Page<T> = { rows: T[]; total: number };

export type Subject = { id: string | null; heading: string; name: string; jp: number };
export type Programme = {
  id: string | null;
  name: string;
  form: string;
  field: string;
  note: string;
  active: boolean;
  subjects: Subject[];
};
export type ProgrammeRow = {
  id: string;
  name: string;
  form: string;
  form_name: string;
  field: string;
  jp: number;
  classes: number;
  active: boolean;
};
export type Signatory = { name: string; nip: string; position: string; rank: string };
export type DatedSignatory = { id: string | null; signatory: Signatory; valid_from: string; valid_to: string | null };
export type Class = {
  id: string | null;
  programme: string;
  name: string;
  organiser: string;
  place: string;
  starts: string;
  ends: string;
  issue_place: string;
  issue_date: string | null;
  signatory: Signatory;
  subjects: Subject[];
};
export type ClassQuery = { text: string; year: number | null; state: ClassState | null; offset: number; limit: number };
export type ClassRow = {
  id: string;
  programme_name: string;
  name: string;
  starts: string;
  ends: string;
  place: string;
  participants: number;
  state: ClassState;
  certificates: number;
};
export type ClassView = {
  class: Class;
  programme_name: string;
  state: ClassState;
  closed_at: string | null;
  participants: number;
  others: number;
  sessions: number;
  session_jp: number;
  marks_missing: number;
  scores_missing: number;
  passed: number;
  failed: number;
  issued: number;
  next_step: string;
  scheme_ok: boolean;
};
export type EnrolmentRow = {
  id: string;
  person: string;
  name: string;
  nip: string;
  rank: string;
  position: string;
  unit: string;
  role: Role;
  withdrawn: string;
};
export type EnrolReport = { added: number; already: number };
export type PersonRow = {
  id: string;
  name: string;
  nip: string;
  kind: string;
  rank: string;
  position: string;
  unit: string;
  active: boolean;
};
export type UnknownNip = { line: number; text: string; reason: string };
export type NipList = { found: PersonRow[]; unknown: UnknownNip[] };
export type Session = {
  id: string | null;
  date: string;
  starts: string | null;
  ends: string | null;
  jp: number;
  topic: string;
};
export type Attended = { present_jp: number; total_jp: number; unmarked: number };
export type AttendanceRow = {
  enrolment: string;
  name: string;
  nip: string;
  withdrawn: string;
  marks: (Mark | null)[];
  attended: Attended;
  reaches: boolean;
};
export type AttendanceGrid = {
  sessions: Session[];
  rows: AttendanceRow[];
  editable: boolean;
  minimum_attendance: number;
};
export type MarkEdit = { enrolment: string; session: string; text: string };
export type EditRefusal = { enrolment: string; column: string; text: string; message: string };
export type CloseReport = { passed: number; failed: number; incomplete: string[] };
export type BookPerson = { nip: string; name: string; cell: string };
export type BookCheck = {
  token: number;
  file_name: string;
  programme: string;
  class_name: string;
  starts: string | null;
  ends: string | null;
  participants: number;
  sessions: number;
  components: number;
  refused: CellRefusal[];
  unknown: BookPerson[];
  exists: string | null;
  warnings: string[];
};
export type BookReport = { class: string; participants: number; created: number };

export type Component = { id: string | null; name: string; group: ComponentGroup; weight: number };
export type Band = { name: string; upper: number };
export type Scheme = { components: Component[]; bands: Band[]; pass_mark: number; minimum_attendance: number };
export type ScoreRow = {
  enrolment: string;
  name: string;
  nip: string;
  withdrawn: string;
  scores: (number | null)[];
  total: number | null;
  predicate: string;
  place: number | null;
};
export type ScoreGrid = { components: Component[]; rows: ScoreRow[]; editable: boolean; pass_mark: number };
export type ScoreEdit = { enrolment: string; component: string; text: string };
export type ParticipantOutcome = {
  attended: Attended;
  score: number | null;
  predicate: string;
  place: number | null;
  passed: boolean;
  reasons: string[];
};
export type ResultRow = {
  enrolment: string;
  name: string;
  nip: string;
  unit: string;
  withdrawn: string;
  outcome: ParticipantOutcome;
};
export type ResultTable = { frozen: boolean; rows: ResultRow[] };

export type Candidate = {
  enrolment: string;
  name: string;
  nip: string;
  role: Role;
  reason: string | null;
  long_name: string | null;
  number: string | null;
};
export type IssueRefusal = { enrolment: string; nip: string; name: string; reason: string };
export type IssueReport = { issued: string[]; refused: IssueRefusal[] };
export type Progress = { done: number; total: number };
export type ExportReport = { files: string[]; folder: string; cancelled: boolean };
export type CertificateQuery = {
  text: string;
  class: string | null;
  status: CertificateStatus | null;
  year: number | null;
  offset: number;
  limit: number;
};
export type CertificateRow = {
  id: string;
  number: string;
  nip: string;
  name: string;
  programme: string;
  class_name: string;
  role: Role;
  issued_on: string;
  status: CertificateStatus;
  code: string;
  short_code: string;
};
export type CertificateReference = { id: string; number: string };
export type CertificateView = {
  row: CertificateRow;
  sha256: string;
  class: string;
  person: string;
  replaces: CertificateReference | null;
  replaced_by: CertificateReference | null;
  revoked_on: string | null;
  revoked_reason: string;
};
export type RegisterFormat = 'pdf' | 'xlsx';
export type Verification = {
  valid: boolean;
  reason: string;
  number: string | null;
  name: string | null;
  masked_nip: string | null;
  programme: string | null;
  date: string | null;
  status: CertificateStatus | null;
  certificate: string | null;
};

export type Task = { text: string; room: Room; target: string | null };
export type Counts = { people: number; classes_running: number; certificates_year: number };
export type Status = {
  initialised: boolean;
  version: string;
  data_folder: string;
  today: string;
  operator: string;
  office_name: string;
  warnings: string[];
  last_saved: string | null;
  last_backup: string | null;
  counts: Counts;
  tasks: Task[];
};
export type RecapFormat = 'pdf' | 'xlsx';

import type {
  AttendanceGrid, Candidate, CertificateRow, Class, ClassRow, ClassView, Component, ComponentGroup, EnrolmentRow, GridColumn,
  Outcome, ResultTable, Role, Room, Scheme, ScoreGrid, Session, SessionPlan,
} from '../backend/bindings';
import type { FakeRooms } from './render';

/** What a write answers. */
export function written<T>(value: T, description = 'Ubah kelas', rooms: Room[] = ['classes']): Promise<Outcome<T>> {
  return Promise.resolve({ value, changes: { operation: 'op-1', description, rooms } });
}

const people = [
  { id: 'e1', name: 'Dr. Siti Aminah, M.Si.', nip: '198001012005012001' },
  { id: 'e2', name: 'Budi Santoso', nip: '198502022010011002' },
];

export const aClass: Class = {
  id: 'c1',
  programme: 'p1',
  name: 'Angkatan III',
  organiser: 'BKPSDM',
  place: 'Muara Bulian',
  starts: '2026-03-02',
  ends: '2026-03-06',
  issue_place: 'Muara Bulian',
  issue_date: null,
  signatory: { name: 'Ahmad', nip: '', position: 'Kepala', rank: '' },
  subjects: [{ id: 's1', heading: '', name: 'Etika', jp: 8 }],
};

export const aView: ClassView = {
  class: aClass,
  programme_name: 'Pelayanan Publik',
  state: 'running',
  closed_at: null,
  participants: 2,
  others: 0,
  sessions: 1,
  session_jp: 8,
  marks_missing: 1,
  scores_missing: 1,
  passed: 0,
  failed: 0,
  issued: 0,
  projects: 0,
  overdue_milestones: 0,
  improvements: 0,
  next_step: 'Isi 1 presensi sampai hari ini.',
  scheme_ok: true,
};

export const aRow: ClassRow = {
  id: 'c1',
  programme_name: 'Pelayanan Publik',
  name: 'Angkatan III',
  starts: '2026-03-02',
  ends: '2026-03-06',
  place: 'Muara Bulian',
  participants: 2,
  state: 'running',
  certificates: 0,
};

const session: Session = { id: 't1', date: '2026-03-02', starts: null, ends: null, jp: 8, topic: 'Etika' };

/** The same session in its place. */
const place: SessionPlan = {
  session: 't1',
  class: 'c1',
  class_name: 'Angkatan III',
  programme: 'p1',
  programme_name: 'Pelayanan Publik',
  closed: false,
  date: '2026-03-02',
  starts: null,
  ends: null,
  jp: 8,
  topic: 'Etika',
  room: null,
  room_name: '',
  subject: null,
  subject_name: '',
  speakers: [],
  locked: false,
  people: 2,
};

const role: Role = 'peserta';

const enrolments: EnrolmentRow[] = people.map((person) => ({
  ...person,
  person: `p-${person.id}`,
  rank: 'Penata',
  position: 'Analis',
  unit: 'Dinas Kominfo',
  role,
  withdrawn: '',
}));

const row = (at: number) => ({ enrolment: people[at]?.id ?? '', name: people[at]?.name ?? '', nip: people[at]?.nip ?? '', withdrawn: '' });

const attendance: AttendanceGrid = {
  sessions: [session],
  rows: [
    { ...row(0), marks: ['H'], attended: { present_jp: 8, total_jp: 8, unmarked: 0 }, reaches: true },
    { ...row(1), marks: [null], attended: { present_jp: 0, total_jp: 8, unmarked: 1 }, reaches: false },
  ],
  editable: true,
  minimum_attendance: 80,
};

/** A component that is scored directly. */
export const component = (id: string, name: string, group: ComponentGroup, weight: number): Component => ({
  id,
  name,
  group,
  weight,
  method: 'direct',
  scale: 100,
  parts: [],
});

export const aScheme: Scheme = {
  components: [
    component('k1', 'Sikap', 'attitude', 40),
    component('k2', 'Ujian', 'technical', 60),
  ],
  bands: [{ name: 'Memuaskan', upper: 10_000 }],
  pass_mark: 7000,
  minimum_attendance: 80,
  remedial: null,
};

const cell = (value: number | null, doubt: string | null = null) => ({ value, doubt });

/** The column of a component that is scored directly. */
export const scoreColumn = ({ id, name, group, weight }: Component): GridColumn => ({
  column: { kind: 'component', id: id ?? '' },
  key: id ?? '',
  component: name,
  name,
  weight,
  highest: 10_000,
  group,
  editable: true,
});

const judged = { groups: [], remedial: false };

export const aScoreGrid: ScoreGrid = {
  columns: aScheme.components.map(scoreColumn),
  rows: [
    {
      ...row(0),
      ...judged,
      cells: [cell(8550), cell(9000)],
      components: [8550, 9000],
      total: 8820,
      predicate: 'Memuaskan',
      place: 1,
    },
    { ...row(1), ...judged, cells: [cell(8000), cell(null)], components: [8000, null], total: null, predicate: '', place: null },
  ],
  components: aScheme.components,
  editable: true,
  pass_mark: 7000,
  remedial: null,
};

const full = { present_jp: 8, total_jp: 8, unmarked: 0 };
const reason = 'Nilai belum diisi: Ujian.';
export const aResultTable: ResultTable = {
  frozen: false,
  bands: [{ name: 'Memuaskan', people: 1 }],
  summary: { mean: 8820, highest: 8820, lowest: 8820, passed: 1, failed: 1 },
  rows: [
    { ...row(0), unit: '', outcome: { ...judged, attended: full, score: 8820, predicate: 'Memuaskan', place: 1, passed: true, reasons: [] } },
    { ...row(1), unit: '', outcome: { ...judged, attended: full, score: null, predicate: '', place: null, passed: false, reasons: [reason] } },
  ],
};

const candidates: Candidate[] = [
  { ...row(0), role, reason: null, long_name: 'Nama panjang: huruf 20 pt.', number: null, outdated: null },
  { ...row(1), role, reason: 'Tidak lulus.', long_name: null, number: null, outdated: null },
];

export const aCertificate: CertificateRow = {
  id: 'x1',
  number: '800/001/BKPSDM/2026',
  nip: '198001012005012001',
  name: 'Dr. Siti Aminah, M.Si.',
  programme: 'Pelayanan Publik',
  class_name: 'Angkatan III',
  role,
  issued_on: '2026-03-06',
  status: 'issued',
  code: 'BA1|800/001',
  short_code: 'K7Q2-9XMD',
};

/** One class with two participants, one session and two components. */
export function classRooms(parts: FakeRooms = {}): FakeRooms {
  return {
    classes: {
      get: () => Promise.resolve(aView),
      list: () => Promise.resolve({ rows: [aRow], total: 1 }),
      years: () => Promise.resolve([2026]),
      enrolments: () => Promise.resolve(enrolments),
      sessions: () => Promise.resolve([session]),
      attendance: () => Promise.resolve(attendance),
      signatories: () => Promise.resolve([]),
      ...parts.classes,
    },
    evaluation: {
      scheme: () => Promise.resolve(aScheme),
      scores: () => Promise.resolve(aScoreGrid),
      corrections: () => Promise.resolve([]),
      results: () => Promise.resolve(aResultTable),
      ...parts.evaluation,
    },
    certificates: {
      candidates: () => Promise.resolve(candidates),
      list: () => Promise.resolve({ rows: [], total: 0 }),
      ...parts.certificates,
    },
    schedule: {
      classSessions: () => Promise.resolve([place]),
      rooms: () => Promise.resolve([]),
      ...parts.schedule,
    },
  };
}

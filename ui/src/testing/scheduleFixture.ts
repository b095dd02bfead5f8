import type {
  BusyRow, CalendarView, ConflictRow, Holiday, LimitRow, PlacedSession, PublicationView, PublishedSession, RoomRow, Rules,
  ScheduleProposal, ScheduleRow, SessionPlan,
} from '../backend/bindings';
import type { FakeRooms } from './render';

/** A name that no column was made for. */
export const longName = 'Pelatihan Penyusunan Dokumen Perencanaan Pengadaan Barang dan Jasa Pemerintah Berbasis Elektronik Tingkat Lanjutan';

export const aRoom: RoomRow = {
  room: { id: 'r1', name: 'Aula Besar', place: 'Gedung BKPSDM lantai 2', capacity: 60, active: true },
  sessions: 12,
};

export const aLab: RoomRow = {
  room: { id: 'r2', name: 'Laboratorium komputer', place: 'Gedung diklat', capacity: 24, active: true },
  sessions: 0,
};

const oldRoom: RoomRow = { room: { id: 'r3', name: 'Ruang lama', place: '', capacity: 10, active: false }, sessions: 3 };

export const holidays: Holiday[] = [
  { date: '2026-03-19', name: 'Hari Suci Nyepi', kind: 'national' },
  { date: '2026-03-20', name: 'Cuti bersama Idulfitri', kind: 'joint_leave' },
];

export const busyUnit: BusyRow = {
  busy: { id: 'b1', whom: { kind: 'unit', id: 'u1' }, starts: '2026-03-02', ends: '2026-03-31', reason: 'Lapor SPT tahunan', weight: 60 },
  name: 'BADAN PENDAPATAN DAERAH',
  past: false,
};

const busyPerson: BusyRow = {
  busy: { id: 'b2', whom: { kind: 'person', id: 'p1' }, starts: '2026-03-04', ends: '2026-03-05', reason: 'Dinas luar', weight: 1 },
  name: 'Dr. Siti Aminah, M.Si.',
  past: false,
};

export const limit: LimitRow = {
  limit: { id: 'l1', unit: 'u1', counter: 'Loket pajak', share: { kind: 'people', value: 1 }, people: ['p1', 'p2'] },
  unit_path: 'BADAN PENDAPATAN DAERAH',
  people: [
    { person: 'p1', name: 'Budi Santoso' },
    { person: 'p2', name: 'Rina Wati' },
  ],
  active: 2,
  most: 1,
};

export const plan: SessionPlan = {
  session: 's1',
  class: 'c1',
  class_name: 'Angkatan III',
  programme: 'g1',
  programme_name: 'Pelayanan Publik Digital',
  closed: false,
  date: '2026-03-04',
  starts: '08:00:00',
  ends: '12:00:00',
  jp: 4,
  topic: 'Etika',
  room: 'r1',
  room_name: 'Aula Besar',
  subject: 'm1',
  subject_name: 'Etika pelayanan',
  speakers: [{ person: 'p1', name: 'Dr. Siti Aminah, M.Si.' }],
  locked: false,
  people: 36,
};

export const otherPlan: SessionPlan = {
  ...plan,
  session: 's2',
  class: 'c2',
  class_name: 'Angkatan I',
  programme_name: longName,
  starts: '10:00:00',
  ends: '15:00:00',
  subject: null,
  subject_name: '',
  topic: '',
  speakers: [],
  locked: true,
};

const closedPlan: SessionPlan = { ...plan, session: 's3', class: 'c3', class_name: 'Angkatan 2025', date: '2026-03-05', closed: true, room: null, room_name: '' };

const side = (session: SessionPlan) => ({
  session: session.session,
  class: session.class,
  title: `${session.programme_name} ${session.class_name}`,
  date: session.date,
  starts: session.starts,
  ends: session.ends,
});

export const clash: ConflictRow = {
  kind: 'room_twice',
  date: '2026-03-04',
  word: 'Ruang ganda',
  sentence: 'Rabu, 4 Maret 2026: Aula Besar dipakai dua sesi sekaligus. Pindahkan salah satunya.',
  sides: [side(plan), side(otherPlan)],
};

export const view: CalendarView = {
  sessions: [plan, otherPlan, closedPlan],
  holidays,
  weekdays: [1, 2, 3, 4, 5],
  busy: [busyUnit],
  conflicts: [clash],
};

export const scheduleRow: ScheduleRow = {
  class: 'c1',
  programme_name: 'Pelayanan Publik Digital',
  class_name: 'Angkatan III',
  starts: '2026-03-02',
  ends: '2026-03-06',
  closed: false,
  sessions: 4,
  session_jp: 16,
  subject_jp: 20,
  people: 36,
  state: 'changed',
  changed: 1,
  number: 1,
  published_on: '2026-02-20',
};

export const scheduleRows: ScheduleRow[] = [
  scheduleRow,
  {
    ...scheduleRow,
    class: 'c2',
    programme_name: longName,
    class_name: 'Angkatan I',
    sessions: 0,
    session_jp: 0,
    state: 'empty',
    changed: 0,
    number: null,
    published_on: null,
  },
  { ...scheduleRow, class: 'c3', class_name: 'Angkatan 2025', closed: true, state: 'published', changed: 0 },
];

const published: PublishedSession = {
  session: 's1',
  date: '2026-03-03',
  starts: '08:00:00',
  ends: '12:00:00',
  jp: 4,
  subject: 'Etika pelayanan',
  topic: 'Etika',
  room: 'Aula Besar',
  speakers: ['Dr. Siti Aminah, M.Si.'],
};

export const publicationView: PublicationView = {
  class: 'c1',
  title: 'Pelayanan Publik Digital Angkatan III',
  publications: [
    { id: 'n1', number: 1, published_on: '2026-02-20', note: 'Undangan menyusul.', sessions: [published], changes: [] },
  ],
  changes: [{ before: published, after: { ...published, date: '2026-03-04' }, parts: ['date'] }],
  sessions: 4,
  due: true,
};

const placed: PlacedSession = {
  session: 's1',
  class: 'c1',
  title: 'Pelayanan Publik Digital Angkatan III',
  date: '2026-03-09',
  starts: '08:00:00',
  ends: '12:00:00',
  jp: 4,
  topic: 'Etika',
  subject: 'm1',
  subject_name: 'Etika pelayanan',
  room: 'r2',
  room_name: 'Laboratorium komputer',
  speakers: [],
  was: { date: '2026-03-04', starts: '08:00:00', ends: '12:00:00', room_name: 'Aula Besar' },
  moved: true,
  locked: false,
};

export const proposal: ScheduleProposal = {
  placements: [
    placed,
    { ...placed, session: null, was: null, date: '2026-03-10', topic: 'Praktik', subject: null, subject_name: '' },
    { ...placed, session: 's4', date: '2026-03-11', moved: false, was: { date: '2026-03-11', starts: '08:00:00', ends: '12:00:00', room_name: 'Laboratorium komputer' } },
  ],
  before: { busy: 1200, spread: 40 },
  after: { busy: 300, spread: 72 },
  bound: 300,
  classes: [
    {
      class: 'c1',
      title: 'Pelayanan Publik Digital Angkatan III',
      placed: 3,
      before: { busy: 1200, spread: 40 },
      after: { busy: 300, spread: 72 },
      sentences: ['BADAN PENDAPATAN DAERAH sedang sibuk (Lapor SPT tahunan): 5 orang × 60.'],
    },
  ],
  violations: [],
  notes: ['2 kelas lain tetap di tempatnya.'],
  moves: 262_144,
  stopped: false,
  state: 'abc',
};

export const scheduleRule: Rules['schedule'] = {
  weekdays: [1, 2, 3, 4, 5],
  parts: [
    { name: 'Pagi', starts: '08:00:00', ends: '12:00:00', jp: 4 },
    { name: 'Siang', starts: '13:00:00', ends: '16:00:00', jp: 4 },
  ],
  jp_a_day: 10,
  share: 25,
  smallest_unit: 8,
};

/** An office with two rooms, three classes and one conflict. */
export const scheduleRooms = (schedule: FakeRooms['schedule'] = {}): FakeRooms => ({
  schedule: {
    rooms: () => Promise.resolve([aRoom, aLab, oldRoom]),
    holidays: () => Promise.resolve(holidays),
    busyPeriods: () => Promise.resolve([busyUnit, busyPerson]),
    limits: () => Promise.resolve([limit]),
    calendar: () => Promise.resolve(view),
    conflicts: () => Promise.resolve([clash]),
    schedules: () => Promise.resolve(scheduleRows),
    publications: () => Promise.resolve(publicationView),
    classSessions: () => Promise.resolve([plan]),
    ...schedule,
  },
  classes: {
    years: () => Promise.resolve([2026, 2025]),
    findPeople: () =>
      Promise.resolve([
        { id: 'p2', nip: '198502022010011002', name: 'Budi Santoso', kind: 'pns', rank: 'Penata', position: 'Analis', unit: 'Bapenda', active: true },
      ]),
  },
  people: {
    units: () =>
      Promise.resolve([
        { id: 'u1', parent: null, name: 'BADAN PENDAPATAN DAERAH', path: 'BADAN PENDAPATAN DAERAH', depth: 0, people: 40 },
      ]),
  },
  office: { rules: () => Promise.resolve({ schedule: scheduleRule } as Rules) },
});

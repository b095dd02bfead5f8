import type { Board, BoardPlace, Explanation, MenteeRow, MentoringSettings, Preview, WhatIf } from '../backend/bindings';

/** Settings as a new class has them. */
export const someSettings: MentoringSettings = {
  rules: {
    not_self: true,
    superior: 'forbidden',
    rank_not_below: true,
    active: true,
    no_penalty: true,
    not_examiner: true,
    unit: 'any',
    period: true,
    languages: false,
    avoidance: false,
  },
  weights: { field: 40, strength: 25, seniority: 15, distance: 10, load: 10, preference: 10, record: 5, priority: 5 },
  aim: 'most_then_best',
  keep: 'no',
  starts: null,
  ends: null,
};

const mentor = (id: string, name: string, fewest: number, most: number, elsewhere = 0) => ({
  id,
  name,
  detail: 'Pembina (IV/a), Kepala Bidang, Dinas Kominfo',
  fewest,
  most,
  elsewhere,
});

const mentee = (enrolment: string, name: string) => ({ enrolment, name, detail: 'Penata (III/c), Analis, Dinas Kesehatan' });

const place = (enrolment: string, given: string | null, part: Partial<BoardPlace> = {}): BoardPlace => ({
  enrolment,
  mentor: given,
  locked: false,
  score: given === null ? null : 8750,
  sentence: 'Menguasai 2 dari 3 bidang yang dibutuhkan.',
  before: given,
  changed: false,
  broken: [],
  ...part,
});

/** Two mentors, four participants: one locked, one moved since the run before, one without mentor. */
export const aBoard: Board = {
  settings: someSettings,
  highest: 12_000,
  lacks: [
    { mentor: 'm2', enrolment: null, name: 'Rahmat Hidayat', sentence: 'Belum ada bidang keahlian.' },
    { mentor: null, enrolment: 'e2', name: 'Budi Santoso', sentence: 'Atasan langsung belum diisi.' },
  ],
  run: { id: 'r2', number: 2, made_on: '2026-03-01', approved_on: null },
  mentors: [mentor('m1', 'Dr. Hasan Basri, M.Si.', 1, 3, 1), mentor('m2', 'Rahmat Hidayat', 2, 4)],
  mentees: [
    mentee('e1', 'Dr. Siti Aminah, M.Si.'),
    mentee('e2', 'Budi Santoso'),
    mentee('e3', 'Citra Lestari'),
    mentee('e4', 'Dewi Anggraini'),
  ],
  places: [
    place('e1', 'm1', { locked: true }),
    place('e2', 'm1', { before: 'm2', changed: true }),
    place('e3', 'm2', { broken: ['Pangkat mentor lebih rendah.'] }),
    place('e4', null, { before: null, sentence: 'Semua mentor yang boleh sudah penuh.' }),
  ],
  total: 26_250,
  pairs: 3,
  best: 26_500,
  before: { kept: 2, of: 3, given_up: 250 },
  orphans: [],
  running: 0,
};

export const anExplanation: Explanation = {
  name: 'Budi Santoso',
  mentor: 'm1',
  mentor_name: 'Dr. Hasan Basri, M.Si.',
  score: 8750,
  sentence: 'Menguasai 2 dari 3 bidang yang dibutuhkan.',
  criteria: [
    { criterion: 'field', points: 67, weight: 40, score: 2680, sentence: 'menguasai 2 dari 3 bidang' },
    { criterion: 'load', points: 100, weight: 10, score: 1000, sentence: 'belum membina peserta lain' },
  ],
  second: {
    mentor: 'm2',
    name: 'Rahmat Hidayat',
    cost: 250,
    pairs_lost: 0,
    moves: [],
    sentence: 'Rahmat Hidayat; keseluruhan turun 2,50 poin.',
  },
  unpaired: null,
  options: [
    { mentor: 'm1', name: 'Dr. Hasan Basri, M.Si.', score: 8750, broken: [], free: 0, at_least: 0 },
    { mentor: 'm2', name: 'Rahmat Hidayat', score: 8500, broken: [], free: 3, at_least: 250 },
  ],
  wishes: ['Diminta Rahmat Hidayat, tetapi penuh.'],
};

export const aWhatIf: WhatIf = {
  total_change: -250,
  pairs_change: 0,
  moves: [
    { enrolment: 'e2', name: 'Budi Santoso', from_mentor: 'm1', from: 'Dr. Hasan Basri, M.Si.', to_mentor: 'm2', to: 'Rahmat Hidayat' },
    { enrolment: 'e3', name: 'Citra Lestari', from_mentor: 'm2', from: 'Rahmat Hidayat', to_mentor: 'm1', to: 'Dr. Hasan Basri, M.Si.' },
  ],
  sentence: 'Satu orang lain berpindah.',
  refused: [],
};

export const aPreview: Preview = {
  pairs: 4,
  total: 30_000,
  highest: 12_000,
  changed: [{ enrolment: 'e4', name: 'Dewi Anggraini', from_mentor: null, from: null, to_mentor: 'm2', to: 'Rahmat Hidayat' }],
  unpaired: 0,
  kept: 3,
  of: 3,
};

const row = (enrolment: string, name: string, part: Partial<MenteeRow> = {}): MenteeRow => ({
  enrolment,
  person: `p-${enrolment}`,
  name,
  nip: '198502022010011002',
  rank: 'Penata (III/c)',
  position: 'Analis',
  unit: 'Dinas Kesehatan',
  data: { enrolment, superior: null, examiner: null, place: '', languages: '', note: '', needs: [], wishes: [] },
  superior: null,
  examiner: null,
  suggested_superior: null,
  lacks: [],
  ...part,
});

/** Two participants; of the second one the superior is suggested. */
export const someMentees: MenteeRow[] = [
  row('e1', 'Dr. Siti Aminah, M.Si.'),
  row('e2', 'Budi Santoso', {
    suggested_superior: { id: 'p-boss', name: 'Hj. Nurlaila, S.Sos.', position: 'Kepala Bidang' },
    lacks: ['Atasan langsung belum diisi.'],
  }),
];

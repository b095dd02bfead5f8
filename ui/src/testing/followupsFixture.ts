import type {
  FollowUpDraft, FollowUpResult, FollowUpRow, FollowUpView, Impact, Instrument, ProgrammeLine, ProgrammePage, RoleFigure,
} from '../backend/bindings';

const words = ['Sangat Tidak Setuju', 'Tidak Setuju', 'Cukup Setuju', 'Setuju', 'Sangat Setuju'];

const ofBehaviour: Instrument = {
  id: 'perilaku',
  name: 'Perilaku kerja setelah pelatihan',
  kind: 'behaviour',
  scale: { kind: 'words', words },
  items: [
    { id: 'perilaku-1', text: 'Mutu hasil kerja meningkat', kind: 'mark', optional: false },
    { id: 'perilaku-2', text: 'Pekerjaan selesai lebih cepat', kind: 'mark', optional: false },
    { id: 'perilaku-saran', text: 'Contoh nyata', kind: 'text', optional: true },
  ],
};

/** Two participants asked of two sides; one sheet is there. */
export const aFollowUp: FollowUpRow = {
  id: 'f1',
  class: 'c1',
  class_name: 'Angkatan III',
  programme_name: 'Pelayanan Publik',
  name: '90 hari',
  due: '2026-06-04',
  roles: ['superior', 'self'],
  answered: 1,
  expected: 4,
  share: 25,
  overdue: true,
  due_soon: true,
};

export const aFollowUpView: FollowUpView = {
  row: aFollowUp,
  plan: { id: 'f1', class: 'c1', name: '90 hari', due: '2026-06-04', roles: ['superior', 'self'], asks: ['behaviour'] },
  instruments: [ofBehaviour],
  people: [
    { enrolment: 'e1', name: 'Dr. Siti Aminah, M.Si.', nip: '198001012005012001', unit: 'Dinas Kominfo', answered: ['superior'] },
    { enrolment: 'e2', name: 'Budi Santoso', nip: '198502022010011002', unit: 'Dinas Kominfo', answered: [] },
  ],
};

const superior: RoleFigure = { role: 'superior', n: 1, expected: 2, share: 50, percent: 7500 };
const own: RoleFigure = { role: 'self', n: 0, expected: 2, share: 0, percent: null };

export const aFollowUpResult: FollowUpResult = {
  row: aFollowUp,
  roles: [superior, own],
  parts: [
    {
      instrument: ofBehaviour.name,
      kind: 'behaviour',
      scale: ofBehaviour.scale,
      mean: 400,
      percent: 7500,
      items: [
        {
          id: 'perilaku-1',
          text: 'Mutu hasil kerja meningkat',
          n: 1,
          mean: 400,
          percent: 7500,
          counts: [0, 0, 0, 1, 0],
          roles: [superior, own],
        },
      ],
    },
  ],
  comments: [{ item: 'Contoh nyata', comments: [['superior', 'Antrean lebih pendek']] }],
};

export const aDraft: FollowUpDraft[] = [
  { name: '30 hari', due: '2026-04-05', roles: ['self'], asks: ['behaviour'], wanted: true },
  { name: '90 hari', due: '2026-06-04', roles: ['superior', 'self'], asks: ['behaviour'], wanted: true },
];

export const anImpact: Impact = {
  months: 12,
  units: [
    {
      unit: 'u1',
      path: 'Dinas Kominfo',
      participants: 2,
      before: { from: '2025-03-02', to: '2026-03-01', complaints: 7, ikm: { name: 'SKM 2025', value: 8125, n: 40 } },
      after: { from: '2026-03-07', to: '2027-03-06', complaints: 3, ikm: null },
      complete: false,
    },
  ],
  participants: 3,
  without: 1,
  sentence: 'Angka sebelum dan sesudah disandingkan saja.',
};

export const aProgrammeLine: ProgrammeLine = {
  id: 'p1',
  name: 'Pelayanan Publik',
  classes: 2,
  participants: 48,
  levels: {
    reaction: { n: 40, expected: 48, share: 83, percent: 8250 },
    learning: { n: 24, expected: 48, share: 50, passed: 22, score: 8120, tested: 20, before: 5500, after: 7900 },
    behaviour: { n: 0, expected: 0, share: null, percent: null },
    effect: { n: 3, expected: 24, share: 13, percent: 6000 },
  },
};

export const aProgrammePage: ProgrammePage = {
  id: 'p1',
  name: 'Pelayanan Publik',
  classes: [
    {
      id: 'c1',
      name: 'Angkatan III',
      starts: '2026-03-02',
      ends: '2026-03-06',
      closed: true,
      participants: 24,
      passed: 22,
      jp: 40,
      cost: 12_000_000,
    },
    {
      id: 'c2',
      name: 'Angkatan IV',
      starts: '2026-05-04',
      ends: '2026-05-08',
      closed: false,
      participants: 24,
      passed: 0,
      jp: 40,
      cost: null,
    },
  ],
  participants: 48,
  jp: 80,
  levels: aProgrammeLine.levels,
  hidden_rounds: 1,
  cost: { amount: 12_000_000, classes: 1, per_person: 500_000, per_person_jp: 12_500 },
  impact: anImpact,
};

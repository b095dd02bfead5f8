import type { HeatCell, HeatMap, NeedList, PersonGaps, ProposalRow, RequirementRow } from '../backend/bindings';

const cell = (parts: Partial<HeatCell> = {}): HeatCell => ({
  required: 4,
  assessed: 3,
  lacking: 2,
  disputed: 0,
  gap: 125,
  band: 'middle',
  needs: null,
  level: null,
  ...parts,
});

const columns: HeatMap['columns'] = [
  { id: 'k1', name: 'Integritas', kind: 'managerial' },
  { id: 'k2', name: 'Pengelolaan arsip dinamis dan statis yang panjang sekali namanya', kind: 'technical' },
];

const unknown = cell({ assessed: 0, lacking: 0, gap: null, band: null });

/** Two units below the top, one of them with units of its own. */
export const heatMap: HeatMap = {
  day: '2026-03-02',
  way: [{ unit: 'u0', name: 'PEMERINTAH KABUPATEN CONTOH' }],
  columns,
  total: 2,
  rows: [
    {
      key: { kind: 'unit', unit: 'u1', below: true },
      label: 'DINAS KESEHATAN',
      detail: '',
      people: 4,
      cells: [cell({ disputed: 1 }), unknown],
      jpm: 7_750,
      jpm_band: 'Kurang optimal',
      required: 8,
      assessed: 3,
    },
    {
      key: { kind: 'unit', unit: 'u2', below: false },
      label: 'DINAS SOSIAL',
      detail: '',
      people: 2,
      cells: [cell({ gap: 0, lacking: 0, band: 'none' }), cell({ required: 0, assessed: 0, lacking: 0, gap: null, band: null })],
      jpm: null,
      jpm_band: '',
      required: 2,
      assessed: 0,
    },
  ],
  all: {
    key: { kind: 'here', unit: 'u0' },
    label: 'Semua',
    detail: '',
    people: 6,
    cells: [cell(), unknown],
    jpm: 7_750,
    jpm_band: 'Kurang optimal',
    required: 10,
    assessed: 3,
  },
};

/** One need with its five parts. */
export const needList: NeedList = {
  day: '2026-03-02',
  unit_path: '',
  formula: { gap: 30, people: 30, complaints: 15, satisfaction: 10, proposals: 15 },
  statement: 'Poin = 30 % rata-rata kesenjangan + 30 % orang dengan kesenjangan.',
  needs: [
    {
      competency: 'k1',
      name: 'Integritas',
      kind: 'managerial',
      place: 1,
      points: 6_250,
      parts: [
        { part: 'gap', title: 'Rata-rata kesenjangan', value: '1,25 level', scaled: 10_000, weight: 30, points: 3_000 },
        { part: 'people', title: 'Orang dengan kesenjangan', value: '2 orang', scaled: 10_000, weight: 30, points: 3_000 },
        { part: 'complaints', title: 'Pengaduan terkait', value: '1 pengaduan', scaled: 1_667, weight: 15, points: 250 },
        { part: 'satisfaction', title: 'Kekurangan nilai SKM', value: 'belum ada survei', scaled: 0, weight: 10, points: 0 },
        { part: 'proposals', title: 'Orang dalam usulan', value: '0 orang', scaled: 0, weight: 15, points: 0 },
      ],
      required: 6,
      assessed: 3,
      people: 2,
      mean_gap: 125,
      disputed: 1,
      complaints: 1,
      skm: null,
      proposals: 0,
      sentence: '2 orang rata-rata kurang 1,25 level; 3 dari 6 orang sudah dinilai.',
    },
  ],
};

/** A proposal that has come in. */
export const proposalRow: ProposalRow = {
  proposal: {
    id: 'p1',
    number: '800/12/2026',
    received_on: '2026-02-03',
    year: 2027,
    unit: 'u1',
    title: 'Pelatihan pengelolaan arsip',
    programme: null,
    competency: 'k1',
    people: 12,
    named: [],
    reason: 'Arsip belum tertata.',
  },
  unit_path: 'DINAS KESEHATAN',
  programme: '',
  competency: 'Integritas',
  status: 'received',
  decided_on: null,
  decision: '',
};

/** A level that everybody of a unit needs. */
export const requirementRow: RequirementRow = {
  requirement: { id: 'r1', competency: 'k1', unit: 'u1', position: '', level: 3, valid_from: '2026-01-01' },
  competency: 'Integritas',
  unit_path: 'DINAS KESEHATAN',
  until: null,
  in_force: true,
};

const test = { origin: { kind: 'inquiry', inquiry: 'i1' }, source: 'test', label: 'Tes 2025', date: '2025-06-01', weight: 40 } as const;
const superior = {
  origin: { kind: 'inquiry', inquiry: 'i2' },
  source: 'superior',
  label: 'Atasan 2026',
  date: '2026-01-10',
  weight: 25,
} as const;

/** Somebody with one competency in dispute and one of which nothing is known. */
export const personGaps: PersonGaps = {
  person: 'a1',
  name: 'Siti Aminah, S.Sos.',
  nip: '198504122010012003',
  position: 'Kepala Seksi',
  grade: 'Pengawas',
  unit: 'u1',
  unit_path: 'DINAS KESEHATAN',
  day: '2026-03-02',
  rows: [
    {
      competency: 'k1',
      name: 'Integritas',
      kind: 'managerial',
      required: 400,
      by: { kind: 'unit', unit: 'u1' },
      why: 'Semua jabatan di DINAS KESEHATAN',
      actual: 150,
      gap: 250,
      band: 'high',
      disputed: {
        lowest: { person: 'a1', competency: 'k1', level: 150, ...test },
        highest: { person: 'a1', competency: 'k1', level: 375, ...superior },
        sentence: 'Sumber berbeda jauh: Tes 1,50 tetapi Penilaian atasan 3,75.',
      },
      evidence: [
        { person: 'a1', competency: 'k1', level: 375, ...superior, counted: true },
        { person: 'a1', competency: 'k1', level: 150, ...test, counted: true },
      ],
    },
    {
      competency: 'k2',
      name: 'Komunikasi',
      kind: 'managerial',
      required: 200,
      by: { kind: 'grade', grade: 'pengawas' },
      why: 'Jenjang Pengawas',
      actual: null,
      gap: null,
      band: null,
      disputed: null,
      evidence: [],
    },
  ],
  jpm: 3_750,
  jpm_band: 'Kurang optimal',
  assessed: 1,
  required_count: 2,
};

import type {
  ComplaintRow, ComplaintView, CompetencyRow, Element, ServiceRow, SkmAnswer, SkmQuestion, SkmResult, SurveyRow, SurveyView,
} from '../backend/bindings';

const titles: [Element, string][] = [
  ['U1', 'Persyaratan'],
  ['U2', 'Sistem, mekanisme, dan prosedur'],
  ['U3', 'Waktu penyelesaian'],
  ['U4', 'Biaya/tarif'],
  ['U5', 'Produk spesifikasi jenis pelayanan'],
  ['U6', 'Kompetensi pelaksana'],
  ['U7', 'Perilaku pelaksana'],
  ['U8', 'Penanganan pengaduan, saran, dan masukan'],
  ['U9', 'Sarana dan prasarana'],
];

/** The totals of the worked example: 29 answers for each element, an index of 91.48. */
const totals = [105, 101, 100, 116, 102, 105, 106, 105, 115];
const lowest: readonly Element[] = ['U2', 'U3', 'U5'];

/** As the usual questionnaire asks: U9 before U8. */
const order: readonly Element[] = ['U1', 'U2', 'U3', 'U4', 'U5', 'U6', 'U7', 'U9', 'U8'];

export const questions: SkmQuestion[] = order.map((element) => ({
  element,
  text: `Pertanyaan tentang ${titles.find(([one]) => one === element)?.[1] ?? ''}?`,
  answers: ['Tidak baik', 'Kurang baik', 'Baik', 'Sangat baik'],
}));

export const result: SkmResult = {
  respondents: 29,
  elements: titles.map(([element, title], at) => ({
    element,
    title,
    total: totals[at] ?? 0,
    n: 29,
    nrr: Math.round(((totals[at] ?? 0) * 100) / 29),
    lowest: lowest.includes(element),
  })),
  ni: 366,
  ikm: 9148,
  letter: 'A',
  band: 'Sangat Baik',
  unanswered: [],
};

export const surveyRow: SurveyRow = {
  id: 's1',
  unit: 'u1',
  unit_path: 'DINAS KEPENDUDUKAN - UPT MUARA TENANG',
  name: 'SKM Semester I 2026',
  starts: '2026-01-05',
  ends: '2026-06-30',
  population: 50,
  answers: 29,
  advised: 44,
  ikm: 9148,
  band: 'Sangat Baik',
  letter: 'A',
};

export const surveyView: SurveyView = {
  survey: {
    id: 's1',
    unit: 'u1',
    name: 'SKM Semester I 2026',
    starts: '2026-01-05',
    ends: '2026-06-30',
    population: 50,
  },
  row: surveyRow,
  questions,
  services: [
    { id: 'l1', name: 'KTP elektronik', active: true },
    { id: 'l2', name: 'Kartu keluarga', active: true },
    { id: 'l3', name: 'Surat lama', active: false },
  ],
  educations: ['SD', 'SMP', 'SMA', 'D1-D3', 'S1/D4', 'S2', 'S3'],
  occupations: ['ASN', 'TNI', 'Polri', 'Swasta'],
  advice: { krejcie_morgan: 44, slovin: 45 },
  result,
  profile: [
    {
      title: 'Jenis kelamin',
      rows: [
        { label: 'Laki-laki', respondents: 26, ikm: 9012 },
        { label: 'Perempuan', respondents: 3, ikm: null },
      ],
    },
  ],
  next_number: 30,
};

export const answer: SkmAnswer = {
  number: 12,
  service: 'l1',
  age: 34,
  sex: 'p',
  education: 'SMA',
  occupation: 'Swasta',
  marks: { U1: 4, U2: 3, U3: 3, U4: 4, U5: 3, U6: 4, U7: 4, U8: 2, U9: 4 },
  comment: 'Antrean lama.',
};

export const services: ServiceRow[] = [
  {
    service: { id: 'l1', unit: 'u1', name: 'KTP elektronik', active: true },
    unit_path: 'DINAS KEPENDUDUKAN',
    answers: 29,
    complaints: 2,
  },
  {
    service: { id: 'l3', unit: 'u2', name: 'Surat lama', active: false },
    unit_path: 'KECAMATAN MUARA TENANG',
    answers: 0,
    complaints: 0,
  },
];

export const competencies: CompetencyRow[] = [
  { competency: { id: 'k1', kind: 'managerial', name: 'Pelayanan publik' }, complaints: 3 },
  { competency: { id: 'k2', kind: 'technical', name: 'Verifikasi berkas' }, complaints: 0 },
];

export const complaintRow: ComplaintRow = {
  id: 'a1',
  ticket: '2026-014',
  received_on: '2026-02-16',
  channel: 'SP4N-LAPOR!',
  unit_path: 'DINAS KEPENDUDUKAN',
  service: 'KTP elektronik',
  kind: 'pengaduan',
  handling: 'plain',
  category: 'Waktu pelayanan',
  text: 'Petugas loket menutup layanan satu jam lebih awal.',
  state: 'masuk',
  last_step: '2026-02-16',
  due: '2026-02-19',
  overdue: true,
  protected: true,
  competencies: ['Pelayanan publik'],
};

export const complaintView: ComplaintView = {
  complaint: {
    id: 'a1',
    ticket: '2026-014',
    received_on: '2026-02-16',
    channel: 'SP4N-LAPOR!',
    unit: 'u1',
    service: 'l1',
    kind: 'pengaduan',
    handling: 'plain',
    category: 'Waktu pelayanan',
    text: 'Petugas loket menutup layanan satu jam lebih awal.',
    reporter: '',
    contact: '',
    protected: true,
  },
  row: complaintRow,
  steps: [{ id: 'g1', date: '2026-02-16', state: 'masuk', note: '' }],
  next: ['ditolak', 'verifikasi'],
  competencies: [{ id: 'k1', kind: 'managerial', name: 'Pelayanan publik' }],
  due: '2026-03-06',
  verification_due: '2026-02-19',
  anonymous: false,
};

import type { CoachingRow, Inquiry, InquiryKind, InquiryPerson, InquiryRow, InquiryView, Instrument, ReadinessResult } from '../backend/bindings';

const long = 'Survei kebutuhan pengembangan kompetensi pegawai pelayanan administrasi kependudukan dan pencatatan sipil tahun 2026';

/** An inquiry of a kind with a long name. */
export const anInquiry = (kind: InquiryKind): Inquiry => ({
  id: 'q1',
  kind,
  name: long,
  held_on: '2026-02-02',
  unit: 'u1',
  weight: 20,
  participants: 'Kepala bidang dan staf',
  note: '',
});

export const anInquiryRow = (kind: InquiryKind): InquiryRow => ({
  id: 'q1',
  inquiry: anInquiry(kind),
  unit_path: 'DINAS KEPENDUDUKAN DAN PENCATATAN SIPIL',
  people: 1,
  findings: 2,
});

const own: Instrument = {
  id: 'i0',
  name: 'Penilaian diri',
  kind: 'need',
  scale: { kind: 'words', words: ['Paham', 'Dasar', 'Menengah', 'Mumpuni', 'Ahli'] },
  items: [
    { id: 'b0', text: 'Kerja sama', kind: 'mark', optional: false },
    { id: 'b1', text: 'Pelatihan yang perlu', kind: 'text', optional: true },
  ],
};

/** An inquiry with two competencies, of which one has a level. */
export const anInquiryView = (kind: InquiryKind): InquiryView => ({
  row: anInquiryRow(kind),
  expected: 3,
  instruments: kind === 'survey' || kind === 'readiness' ? [own] : [],
  questions:
    kind === 'survey'
      ? [
          {
            id: 'i0',
            name: own.name,
            scale: own.scale,
            items: own.items.map((item) => ({ ...item, competency: item.kind === 'mark' ? 'k1' : null })),
          },
        ]
      : [],
  dimensions: [],
  groups: [
    { id: 'g1', unit: 'u1', position: '', competency: 'k2', level: 250, text: 'Surat terlambat karena aplikasi belum dikuasai.' },
  ],
  competencies: [
    { id: 'k1', kind: 'managerial', name: 'Kerja sama' },
    { id: 'k2', kind: 'managerial', name: 'Komunikasi' },
  ],
  columns: ['k1', 'k2'],
  summary: [{ competency: 'k1', people: 1, mean: 350, lowest: 350, highest: 350 }],
});

export const inquiryPeople: InquiryPerson[] = [
  {
    person: 'p1',
    name: 'Dr. Siti Aminah, M.Si.',
    nip: '198001012005012001',
    position: 'Analis Kebijakan Ahli Muda',
    unit: 'DINAS KEPENDUDUKAN DAN PENCATATAN SIPIL',
    typed: true,
    findings: [{ competency: 'k1', level: 350, note: 'Perlu latihan' }],
  },
  {
    person: 'p2',
    name: 'Budi Santoso',
    nip: '198502022010011002',
    position: 'Arsiparis',
    unit: 'DINAS KEPENDUDUKAN DAN PENCATATAN SIPIL',
    typed: false,
    findings: [],
  },
];

const digital = {
  id: 'digital',
  name: 'Kesiapan digital',
  reversed: false,
  least: 50,
  timing: 'before' as const,
  coach: 'Rekan terampil di unit',
  advice: 'Dampingi memakai aplikasi kelas.',
  items: [],
};

/** Two people, of whom one is low and undecided. */
export const readinessOf: ReadinessResult = {
  name: 'Kesiapan 2026',
  held_on: '2026-02-02',
  sides: [{ dimension: digital, people: 2, low: 1, mean: 5000 }],
  people: [
    { ...inquiryPeople[1]!, person: 'p2', scores: [{ dimension: 'digital', score: 2500, low: true }], coachings: [] },
    { ...inquiryPeople[0]!, person: 'p1', scores: [{ dimension: 'digital', score: 7500, low: false }], coachings: [] },
  ],
  undecided: 1,
};

export const aCoaching: CoachingRow = {
  coaching: {
    id: 'c1',
    inquiry: 'q1',
    person: 'p2',
    dimension: 'digital',
    timing: 'before',
    coach: 'Rekan terampil di unit',
    due: '2026-02-20',
    done_on: null,
    note: '',
  },
  name: 'Budi Santoso',
  nip: '198502022010011002',
  unit: 'DINAS KEPENDUDUKAN DAN PENCATATAN SIPIL',
  side: 'Kesiapan digital',
  advice: 'Dampingi memakai aplikasi kelas.',
  inquiry_name: 'Kesiapan 2026',
  overdue: true,
};

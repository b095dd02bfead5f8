import type {
  FeedbackPart, FeedbackReport, Improvement, ImprovementRow, Instrument, RoundDraft, RoundRow, RoundView,
} from '../backend/bindings';

const words = ['Tidak Baik', 'Kurang Baik', 'Cukup Baik', 'Baik', 'Sangat Baik'];
const mark = (id: string, text: string) => ({ id, text, kind: 'mark' as const, optional: false });

export const ofSpeaker: Instrument = {
  id: 'pengajar',
  name: 'Evaluasi tenaga pengajar',
  kind: 'speaker',
  scale: { kind: 'words', words },
  items: [
    mark('pengajar-1', 'Penguasaan materi'),
    mark('pengajar-2', 'Metode mengajar'),
    { id: 'pengajar-saran', text: 'Saran untuk pengajar', kind: 'text', optional: true },
  ],
};

export const ofFacilities: Instrument = {
  id: 'sarana',
  name: 'Evaluasi sarana',
  kind: 'facilities',
  scale: { kind: 'percent' },
  items: [mark('sarana-1', 'Jaringan internet')],
};

export const aRound: RoundRow = {
  id: 'r1',
  class: 'c1',
  class_name: 'Angkatan III',
  programme_name: 'Pelayanan Publik',
  title: 'Evaluasi tenaga pengajar',
  speaker: 'Dr. Siti Aminah, M.Si.',
  subject: 'Etika',
  opened_on: '2026-03-03',
  sheets: 18,
  present: 24,
  share: 75,
};

export const aRoundView: RoundView = {
  row: aRound,
  instruments: [ofSpeaker],
  typed: ['ABCDE'],
  free: 28,
  may_type: { allowed: true, sentence: '' },
};

export const aRoundDraft: RoundDraft = {
  instruments: [ofSpeaker, ofFacilities],
  speakers: [{ enrolment: 'e9', name: 'Dr. Siti Aminah, M.Si.' }],
  subjects: ['Etika', 'Pelayanan prima'],
  sessions: [{ id: 't1', label: '2 Maret 2026, Etika' }],
  present: 24,
};

const counts = (...given: number[]) => given;

const speakerPart: FeedbackPart = {
  instrument: ofSpeaker.name,
  kind: 'speaker',
  scale: ofSpeaker.scale,
  sheets: 18,
  left_out: 3,
  hidden: false,
  mean: 432,
  percent: 8300,
  before: { label: 'Penilaian sebelumnya', mean: 410, sheets: 42 },
  classes: [],
  items: [
    { id: 'pengajar-1', text: 'Penguasaan materi', n: 18, mean: 456, counts: counts(0, 0, 1, 6, 11), before: 456, lowest: false },
    { id: 'pengajar-2', text: 'Metode mengajar', n: 18, mean: 408, counts: counts(0, 2, 3, 5, 8), before: 365, lowest: true },
  ],
};

const hiddenPart: FeedbackPart = {
  instrument: ofFacilities.name,
  kind: 'facilities',
  scale: ofFacilities.scale,
  sheets: 4,
  left_out: 0,
  hidden: true,
  mean: null,
  percent: null,
  before: null,
  classes: [],
  items: [{ id: 'sarana-1', text: 'Jaringan internet', n: 0, mean: null, counts: [], before: null, lowest: false }],
};

export const aFeedbackReport: FeedbackReport = {
  title: 'Dr. Siti Aminah, M.Si.',
  subtitle: 'Etika · Pelayanan Publik Angkatan III',
  parts: [speakerPart, hiddenPart],
  comments: [{ item: 'pengajar-saran', text: 'Saran untuk pengajar', comments: ['Lebih banyak latihan.', 'Sudah baik.'] }],
  rounds: [aRound],
};

export const anImprovement: Improvement = {
  id: 'v1',
  class: 'c0',
  survey: null,
  item: 'sarana-1',
  finding: 'Jaringan internet: 2,10',
  action: 'Menambah titik akses',
  owner: 'Subbag Umum',
  due: '2026-02-20',
  done_on: null,
  result: '',
};

export const anImprovementRow: ImprovementRow = {
  improvement: anImprovement,
  source: 'Pelayanan Publik Angkatan II',
  overdue: true,
};

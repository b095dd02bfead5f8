import type { Backend } from '../backend/backend';
import type { CatalogueView, CostLine, PartnerRow, Programme, Rules, SpeakerFieldRow } from '../backend/bindings';
import { fakeBackend, type FakeRooms } from './render';

export const partner: PartnerRow = {
  partner: {
    id: 'm1',
    name: 'Universitas Sungai Jernih dengan nama yang panjang sekali sampai tidak muat pada satu baris daftar',
    kind: 'university',
    contact: 'Lembaga Pengabdian',
    note: '',
    agreements: [{ id: 'a1', number: 'PKS/17', subject: 'Pelatihan', starts: '2025-01-01', ends: '2026-04-01' }],
  },
  kind_name: 'Perguruan tinggi',
  state: 'ending',
  ends: '2026-04-01',
  programmes: [{ id: 'p1', name: 'Pelayanan Prima' }],
};

export const speaker: SpeakerFieldRow = {
  person: {
    id: 'o1',
    name: 'Siti Aminah, S.Sos.',
    nip: '198001012005012001',
    kind: 'pns',
    rank: 'III/d',
    position: 'Analis Pelayanan',
    unit: 'DINAS KEPENDUDUKAN',
    active: true,
  },
  fields: [{ id: 'f1', field: 'Pelayanan publik', fee: 900_000, fee_unit: 'OJ', note: '' }],
};

export const line: CostLine = {
  id: 'c1',
  account: '5.1.02.01.01.0052',
  text: 'Nasi kotak',
  vol1: 30,
  vol2: 3,
  vol3: 1,
  unit: 'kotak',
  price: 35_000,
  fund: 'DAU',
  note: '',
};

const programme: Programme = {
  id: 'p1',
  name: 'Pelayanan Prima',
  form: 'KL03',
  field: '',
  note: '',
  active: true,
  subjects: [{ id: 's1', heading: '', name: 'Praktik', jp: 24 }],
};

export const entry: CatalogueView = {
  programme,
  subject_jp: 24,
  catalogue: {
    detail: { method: 'Pelatihan', scope: 'national', goal: '', smallest_class: 10, largest_class: 30, days: 3 },
    competencies: [{ competency: 'k1', gain: 100, up_to: 400 }],
    prerequisites: [],
    partners: ['m1'],
  },
  entered: true,
  required_by: [],
  jp: { jp: 24, sentence: '24 JP mata pelatihan, masing-masing 1 JP: 24 JP.' },
  doubts: ['Perjanjian dengan Universitas Sungai Jernih segera berakhir.'],
};

export const budget: Rules['budget'] = {
  accounts: [{ code: '5.1.02.01.01.0052', name: 'Belanja Makanan dan Minuman Rapat' }],
  sub_activities: [{ code: '5.04.02.2.01.01', name: 'Pengembangan Kompetensi Teknis' }],
  funds: ['APBD (PAD)', 'DAU'],
  methods: ['Pelatihan', 'Workshop'],
  last_month: 12,
  last_day: 15,
  jp_limit: 100,
};

/** A backend with one programme, partner and speaker. */
export function catalogueBackend(catalogue: FakeRooms['catalogue'] = {}, office: FakeRooms['office'] = {}): Backend {
  return fakeBackend(
    {},
    {
      catalogue: {
        catalogue: () => Promise.resolve([]),
        partners: () => Promise.resolve([partner]),
        partner: () => Promise.resolve(partner),
        speakers: () => Promise.resolve([speaker]),
        speaker: () => Promise.resolve(speaker),
        entry: () => Promise.resolve(entry),
        courseJp: () => Promise.resolve(entry.jp),
        costs: () => Promise.resolve({ name: programme.name, lines: [line], total: 3_150_000, funds: [], doubts: [] }),
        ...catalogue,
      },
      office: { rules: () => Promise.resolve({ budget } as Rules), ...office },
      classes: { programmes: () => Promise.resolve([]), programme: () => Promise.resolve(programme) },
      needs: {
        competencies: () =>
          Promise.resolve([{ competency: { id: 'k1', kind: 'technical', name: 'Pelayanan publik' }, complaints: 0 }]),
      },
    },
  );
}

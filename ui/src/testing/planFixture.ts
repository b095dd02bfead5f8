import type { CeilingRow, ItemRow, ItemView, PlanRow, PlanView, RealisationView, UseView } from '../data/planning/plan';

/** A plan of the tests: one class in it, one left out. */
export const planRow: PlanRow = {
  head: {
    id: 'p1',
    year: 2027,
    version: 1,
    name: 'Rencana pengembangan kompetensi',
    based_on: null,
    status: 'draft',
    jp_limit: 60,
    approved_on: null,
    reason: '',
  },
  candidates: 2,
  chosen: 1,
  participants: 30,
  cost: 60_000_000,
  ceiling: 100_000_000,
  value: 60_000,
};

const ceiling: CeilingRow = {
  ceiling: { id: 'g1', sub_activity: '', fund: 'APBD', amount: 100_000_000 },
  sub_name: '',
  used: 60_000_000,
  wanted: 105_000_000,
};

const item = (id: string, name: string, chosen: boolean): ItemRow => ({
  item: {
    id,
    programme: 'm1',
    name,
    sub_activity: '5.04.02.2.01.0001',
    month: chosen ? 4 : null,
    participants: 30,
    jp: 20,
    wish: 'free',
    locked: false,
    chosen,
    alternative: '',
    value: 60_000,
    note: '',
  },
  programme: 'Pelatihan pelayanan publik digital bagi aparatur kecamatan dan kelurahan',
  sub_name: '',
  costs: [{ fund: 'APBD', amount: 60_000_000 }],
  cost: 60_000_000,
  people: 1,
  lacks: chosen ? [] : ['Kurang Rp5.000.000 pada pagu APBD, seluruh sub kegiatan.'],
});

export const planView: PlanView = {
  row: planRow,
  based_on: null,
  sha256: '',
  ceilings: [ceiling],
  groups: [{ group: { id: 'k1', name: 'Kecamatan', least: 5, units: ['u1'] }, units: ['KECAMATAN CONTOH'], served: 3 }],
  items: [item('i1', 'Layanan digital', true), item('i2', 'Arsip dinamis', false)],
  funds: ['APBD'],
  warnings: [{ text: 'Arsip dinamis belum punya peserta.', item: 'i2', hard: false }],
};

export const itemView: ItemView = {
  plan: planRow.head,
  editable: true,
  row: item('i1', 'Layanan digital', true),
  costs: [
    {
      id: 'c1', account: '5.1.02.02.12.0001', text: 'Kontribusi', vol1: 30, vol2: 1, vol3: 1, unit: 'OK', price: 2_000_000, fund: 'APBD', note: '',
    },
  ],
  doubts: [],
  people: [
    { person: 'a1', name: 'Dr. Siti Aminah, M.Si.', nip: '198001012005012001', position: 'Camat', unit: 'KECAMATAN CONTOH', value: 200, jp_elsewhere: 20 },
  ],
  largest_class: 30,
  classes: [['k9', 'Layanan digital Angkatan I']],
};

const used: UseView = {
  sums: { planned: 60_000_000, committed: 70_000_000, paid: 15_000_000, bound: 70_000_000 },
  left: -10_000_000,
  absorbed: 2_500,
};

export const realisationView: RealisationView = {
  plan: { ...planRow.head, status: 'approved', approved_on: '2027-01-04' },
  editable: true,
  total: used,
  ceilings: [{ label: 'APBD, seluruh sub kegiatan', amount: 100_000_000, used }],
  items: [
    {
      item: 'i1',
      name: 'Layanan digital',
      sub_activity: '',
      used,
      lines: [{ line: 'c1', account: '5.1.02.02.12.0001', text: 'Kontribusi', fund: 'APBD', used }],
      classes: [['k9', 'Layanan digital Angkatan I']],
    },
  ],
  months: Array.from({ length: 12 }, (_, at) => ({ month: at + 1, planned: 0, committed: 0, paid: 0, paid_so_far: 0 })),
  entries: [
    {
      entry: {
        id: 'e1', line: 'c1', date: '2027-02-01', kind: 'payment', proof: 'SPJ-1', payee: 'CV Contoh', text: 'Kontribusi', gross: 15_000_000, tax: 0,
      },
      item: 'Layanan digital',
      line: 'Kontribusi',
      net: 15_000_000,
    },
  ],
  warnings: [{ text: 'Komitmen melewati rencana.', item: 'i1', hard: false }],
};

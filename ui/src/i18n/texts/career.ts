import { formatNumber } from '../numbers';

export const career = {
  ledger: {
    title: 'Catatan JP',
    year: 'Tahun',
    allYears: 'Semua tahun',
    total: (jp: number) => `${formatNumber(jp)} JP`,
    totalLabel: 'Jumlah',
    date: 'Tanggal',
    form: 'Bentuk',
    what: 'Kegiatan',
    jp: 'JP',
    note: 'Keterangan',
    none: 'Belum ada JP yang tercatat.',
    noneIn: (year: number) => `Belum ada JP yang tercatat pada ${year}.`,
  },
} as const;

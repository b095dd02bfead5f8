import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it, vi } from 'vitest';
import { RefusalError, type Backend } from '../../../backend/backend';
import type { ImportFile, ImportRow, ImportSummary, RowStatus } from '../../../data/people';
import { axeFindings, fakeBackend, renderScreen } from '../../../testing/render';
import { refusalTable } from './copy';
import { ImportScreen } from './ImportScreen';
import { columnsOf, letters, startChoices, toMapping } from './mapping';

const file: ImportFile = {
  token: 7,
  file_name: 'data-asn.xlsx',
  fields: [
    { id: 'nip', label: 'NIP' },
    { id: 'name', label: 'Nama' },
    { id: 'note', label: 'Keterangan' },
  ],
  sheets: [
    {
      name: 'PNS',
      rows: 4,
      sample: [['DAFTAR ASN'], ['NIP BARU', 'NAMA', 'KET'], ['198609262015052999', 'Siti', 'x'], ['198001012005011999', 'Budi', '']],
      detected: {
        sheet: 'PNS',
        sheet_index: 0,
        header_first: 1,
        header_last: 1,
        numbered_row: null,
        first_data_row: 2,
        missing: [],
        columns: [
          { index: 0, heading: 'NIP BARU', field: 'nip', confidence: 'exact' },
          { index: 1, heading: 'NAMA', field: 'name', confidence: 'exact' },
          { index: 2, heading: 'KET', field: 'note', confidence: 'likely' },
        ],
      },
    },
    { name: 'Lain', rows: 2, sample: [['a', 'b']], detected: null },
  ],
};

const summary: ImportSummary = {
  new: 1,
  changed: 1,
  unchanged: 0,
  refused: 2,
  notes: ['Lembar PNS: baris 1 dilewati (judul).'],
  new_units: ['DINAS KESEHATAN'],
  questions: ['Lembar PNS, kolom TANGGAL LAHIR: urutan hari dan bulan tidak pasti.'],
  duplicates: [],
};

function row(number: number, status: RowStatus): ImportRow {
  return {
    sheet: 'PNS',
    row: number,
    status,
    nip: '198609262015052999',
    name: 'Siti Aminah',
    changes: status === 'changed' ? [{ label: 'Pangkat', from: 'III/b', to: 'III/c' }] : [],
    refusals:
      status === 'refused'
        ? [{ sheet: 'PNS', cell: `A${number}`, value: '=1', rule: 'NIP yang sama ada dua.', remedy: 'Pilih satu.' }]
        : [],
    warnings: [],
  };
}

function setUp(people: Partial<Backend['people']> = {}) {
  const rows = { new: [row(3, 'new')], changed: [row(4, 'changed')], unchanged: [], refused: [row(5, 'refused'), row(6, 'refused')] };
  const parts = {
    importOpen: () => Promise.resolve(file),
    importCheck: vi.fn<Backend['people']['importCheck']>(() => Promise.resolve(summary)),
    importRows: (_token: number, status: RowStatus | null) => {
      const found = status ? rows[status] : Object.values(rows).flat();
      return Promise.resolve({ rows: found, total: found.length });
    },
    importCommit: vi.fn<Backend['people']['importCommit']>(() =>
      Promise.resolve({
        value: { new: 1, changed: 1, unchanged: 0, refused: [], duplicates: [] },
        changes: { operation: 'o1', description: 'Impor 2 ASN dari data-asn.xlsx', rooms: ['people' as const] },
      }),
    ),
    importDrop: vi.fn<Backend['people']['importDrop']>(() => Promise.resolve(null)),
    ...people,
  };
  return { parts, backend: fakeBackend({}, { people: parts }) };
}

const press = async (name: string | RegExp) => userEvent.click(await screen.findByRole('button', { name }));

describe('the import', () => {
  it('goes from the file to the register, skipping refused rows only when asked', async () => {
    const { parts, backend } = setUp();
    const { container } = await renderScreen(<ImportScreen />, { backend });
    expect(await axeFindings(container)).toEqual([]);
    await press('Pilih berkas …');
    expect(await screen.findByLabelText('Kolom A diisikan ke')).toHaveValue('nip');
    expect(await axeFindings(container)).toEqual([]);
    await press('Periksa 2 baris');
    const commit = await screen.findByRole('button', { name: 'Impor 2 orang' });
    expect(commit).toBeDisabled();
    expect(screen.getByText('2 baris ditolak: perbaiki berkasnya atau lewati baris itu.')).toBeInTheDocument();
    expect(await axeFindings(container)).toEqual([]);
    await userEvent.click(screen.getByLabelText('Lewati 2 baris yang ditolak'));
    await userEvent.click(commit);
    expect(await screen.findByText('2 orang tersimpan')).toBeInTheDocument();
    expect(parts.importCommit).toHaveBeenCalledWith(7, true, expect.objectContaining({ day_first: null, use_rows: [] }));
    expect(screen.getByRole('button', { name: 'Batalkan' })).toBeInTheDocument();
    expect(await axeFindings(container)).toEqual([]);
  });

  it('checks again with the answer to a question and with the row that is chosen', async () => {
    const { parts, backend } = setUp();
    await renderScreen(<ImportScreen />, { backend });
    await press('Pilih berkas …');
    await press(/^Periksa/);
    await userEvent.click(await screen.findByLabelText('Bulan dahulu: 03/04/1990 adalah 4 Maret'));
    await waitFor(() => expect(parts.importCheck).toHaveBeenLastCalledWith(7, expect.objectContaining({ day_first: false })));
    await userEvent.click(await screen.findByRole('tab', { name: /NIP dua kali/ }));
    await press('Pakai lembar PNS baris 6');
    await waitFor(() =>
      expect(parts.importCheck).toHaveBeenLastCalledWith(
        7,
        expect.objectContaining({ day_first: false, use_rows: [{ sheet: 'PNS', row: 6 }] }),
      ),
    );
  });

  it('opens a row for what changes', async () => {
    await renderScreen(<ImportScreen />, { backend: setUp().backend });
    await press('Pilih berkas …');
    await press(/^Periksa/);
    await press(/Berubah/);
    await userEvent.click(await screen.findByRole('row', { name: /baris 4/ }));
    const dialog = await screen.findByRole('dialog');
    expect(within(dialog).getByText('III/c')).toBeInTheDocument();
    expect(await axeFindings(dialog)).toEqual([]);
  });

  it('says why a file cannot be read, and forgets one that was read when it is left', async () => {
    const refusal = new RefusalError({ code: 'unreadable_file', message: 'Berkas terkunci dengan kata sandi.' });
    const broken = await renderScreen(<ImportScreen />, { backend: setUp({ importOpen: () => Promise.reject(refusal) }).backend });
    await press('Pilih berkas …');
    expect(await screen.findByRole('alert')).toHaveTextContent('Berkas terkunci dengan kata sandi.');
    broken.unmount();
    const { parts, backend } = setUp();
    const view = await renderScreen(<ImportScreen />, { backend });
    await press('Pilih berkas …');
    await screen.findByLabelText('Kolom A diisikan ke');
    view.unmount();
    expect(parts.importDrop).toHaveBeenCalledWith(7);
  });
});

describe('the mapping', () => {
  const [choice] = startChoices(file);
  const sheet = file.sheets[0]!;

  it('starts as recognised and sends only what was chosen', () => {
    expect(startChoices(file).map((one) => one.use)).toEqual([true, false]);
    expect(toMapping(choice!)).toEqual({ sheet: 'PNS', header_row: null, without_header: false, columns: [] });
    expect(columnsOf(sheet, choice!).map((column) => column.field)).toEqual(['nip', 'name', 'note']);
  });

  it('takes a chosen field away from the column that had it', () => {
    const chosen = { ...choice!, fields: { 2: 'name' } };
    expect(columnsOf(sheet, chosen).map((column) => column.field)).toEqual(['nip', null, 'name']);
    expect(toMapping(chosen).columns).toEqual([{ index: 2, field: 'name' }]);
  });

  it('leaves the fields of moved headings to the check', () => {
    const moved = { ...choice!, header: 2 };
    expect(columnsOf(sheet, moved).map((column) => column.field)).toEqual([undefined, undefined, undefined]);
  });

  it('counts columns by letters', () => {
    expect([0, 25, 26, 64].map(letters)).toEqual(['A', 'Z', 'AA', 'BM']);
  });
});

describe('the refused list for Excel', () => {
  it('is a table without formulas', () => {
    expect(refusalTable([row(5, 'refused')])).toBe(
      "Lembar\tSel\tIsi\tYang salah\tPerbaikan\nPNS\tA5\t'=1\tNIP yang sama ada dua.\tPilih satu.",
    );
  });
});

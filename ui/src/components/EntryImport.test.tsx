import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it, vi } from 'vitest';
import { RefusalError } from '../backend/backend';
import type { CellRefusal } from '../backend/types';
import type { EntryCheck } from '../data/evaluation/import';
import { written } from '../testing/classFixture';
import { axeFindings, fakeBackend, renderScreen, type FakeRooms } from '../testing/render';
import { EntryImportButton } from './EntryImport';

const target = { kind: 'scores' as const, class: 'c1' };
const cell = (at: string, value: string, rule: string): CellRefusal => ({ sheet: 'Nilai', cell: at, value, rule, remedy: 'Betulkan.' });
const clean: EntryCheck = { file: 'nilai.xlsx', sheet: 'Nilai', rows: 3, ready: 3, refused: [], doubtful: [], notes: [] };
const mixed: EntryCheck = {
  ...clean,
  ready: 2,
  refused: [cell('C4', '850', 'Nilai paling tinggi 100.')],
  doubtful: [cell('C5', '8,50', 'Sangat rendah dibanding yang lain.')],
  notes: ['Kolom Catatan tidak dipakai.'],
};

function show(evaluation: FakeRooms['evaluation']) {
  return renderScreen(<EntryImportButton target={target} title="Impor nilai" />, { backend: fakeBackend({}, { evaluation }) });
}

async function open() {
  await userEvent.click(await screen.findByRole('button', { name: 'Impor dari Excel…' }));
  return screen.findByRole('dialog', { name: 'Impor nilai' });
}

describe('EntryImport', () => {
  it('takes in a clean file and closes', async () => {
    const commitEntries = vi.fn(() => written(clean, 'Impor nilai 3 baris', ['evaluation']));
    await show({ openEntries: () => Promise.resolve(clean), commitEntries });
    const dialog = await open();
    expect(await axeFindings(dialog)).toEqual([]);
    await userEvent.click(within(dialog).getByRole('button', { name: 'Pilih berkas…' }));
    expect(await within(dialog).findByText(/3 baris dibaca, 3 siap diimpor/)).toBeInTheDocument();
    await userEvent.click(within(dialog).getByRole('button', { name: 'Impor 3 baris' }));
    await waitFor(() => expect(commitEntries).toHaveBeenCalledWith(target));
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect(screen.getByText('Impor nilai 3 baris.')).toBeInTheDocument();
  });

  it('names refused and doubtful cells before anything is stored, and again those that were left out', async () => {
    const commitEntries = vi.fn(() => written(mixed, 'Impor nilai 2 baris', ['evaluation']));
    await show({ openEntries: () => Promise.resolve(mixed), commitEntries });
    const dialog = await open();
    await userEvent.click(within(dialog).getByRole('button', { name: 'Pilih berkas…' }));
    const refused = await within(dialog).findByRole('table', { name: '1 sel ditolak' });
    expect(within(refused).getByText('C4')).toBeInTheDocument();
    expect(within(refused).getByText('Nilai paling tinggi 100.')).toBeInTheDocument();
    expect(within(within(dialog).getByRole('table', { name: '1 sel meragukan' })).getByText('8,50')).toBeInTheDocument();
    expect(within(dialog).getByText('Kolom Catatan tidak dipakai.')).toBeInTheDocument();
    expect(await axeFindings(dialog)).toEqual([]);
    await userEvent.click(within(dialog).getByRole('button', { name: 'Impor 2 baris' }));
    expect(await within(dialog).findByText('2 baris sudah diimpor.')).toBeInTheDocument();
    expect(within(dialog).getByRole('table', { name: '1 sel ditolak; barisnya tidak diimpor' })).toBeInTheDocument();
    await userEvent.click(within(dialog).getByRole('button', { name: 'Selesai' }));
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  });

  it('does not import a file without a row that is in order', async () => {
    await show({ openEntries: () => Promise.resolve({ ...mixed, ready: 0 }) });
    const dialog = await open();
    await userEvent.click(within(dialog).getByRole('button', { name: 'Pilih berkas…' }));
    expect(await within(dialog).findByRole('button', { name: 'Impor 0 baris' })).toBeDisabled();
  });

  it('says why a file cannot be read, with its cells, and lets another be chosen', async () => {
    const message = 'Judul kolom “NIP” tidak ditemukan.';
    const openEntries = vi
      .fn<() => Promise<EntryCheck>>()
      .mockRejectedValueOnce(new RefusalError({ code: 'invalid_input', message, cells: [cell('A1', 'Nip?', 'Judul tidak dikenal.')] }))
      .mockResolvedValueOnce(clean);
    await show({ openEntries });
    const dialog = await open();
    await userEvent.click(within(dialog).getByRole('button', { name: 'Pilih berkas…' }));
    expect(await within(dialog).findByRole('alert')).toHaveTextContent(message);
    expect(within(dialog).getByText('A1')).toBeInTheDocument();
    await userEvent.click(within(dialog).getByRole('button', { name: 'Pilih berkas…' }));
    expect(await within(dialog).findByRole('button', { name: 'Impor 3 baris' })).toBeEnabled();
    expect(within(dialog).queryByRole('alert')).toBeNull();
  });

  it('saves the form to be filled in', async () => {
    const saveEntryTemplate = vi.fn(() => Promise.resolve('/data/nilai.xlsx'));
    await show({ saveEntryTemplate });
    const dialog = await open();
    await userEvent.click(within(dialog).getByRole('button', { name: 'Simpan formulir Excel…' }));
    await waitFor(() => expect(saveEntryTemplate).toHaveBeenCalledWith(target));
    expect(await screen.findByText(/\/data\/nilai\.xlsx/)).toBeInTheDocument();
  });
});

import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it, vi } from 'vitest';
import { RefusalError, type Backend } from '../../backend/backend';
import type { OperationRow } from '../../data/safety';
import { axeFindings, fakeBackend, renderScreen } from '../../testing/render';
import { BackupsScreen } from './BackupsScreen';
import { differences } from './changes';
import { CheckScreen } from './CheckScreen';
import { JournalScreen } from './JournalScreen';

const operation: OperationRow = {
  id: 'o1',
  at: '2026-03-02T03:42:00Z',
  actor: 'Ani',
  kind: 'people.save',
  description: 'Ubah data Siti Aminah',
  undone: false,
  undoes: false,
  rows: 1,
};
const changed = { table: 'person', action: 'u', before: '{"name":"Siti","nik":"1504012609860001"}', after: '{"name":"Siti Aminah","nik":"1504012609860002"}' };

describe('the journal', () => {
  it('opens a step to what it changed and says why it cannot be taken back', async () => {
    const refusal = new RefusalError({ code: 'undo_blocked', message: 'Langkah lain dikerjakan di atasnya.' });
    const undo = vi.fn(() => Promise.reject(refusal));
    const safety = {
      journal: () => Promise.resolve({ rows: [operation], total: 1 }),
      journalRows: () => Promise.resolve([changed]),
    };
    const { container } = await renderScreen(<JournalScreen />, { backend: fakeBackend({ undo }, { safety }) });
    await userEvent.click(await screen.findByRole('row', { name: 'Ubah data Siti Aminah' }));
    const dialog = await screen.findByRole('dialog');
    expect(await within(dialog).findByText('Siti Aminah')).toBeInTheDocument();
    await userEvent.click(within(dialog).getByRole('button', { name: 'Batalkan langkah ini' }));
    expect(await within(dialog).findByRole('alert')).toHaveTextContent('Langkah lain dikerjakan di atasnya.');
    expect(undo).toHaveBeenCalledWith('o1');
    expect(await axeFindings(dialog)).toEqual([]);
    expect(await axeFindings(container)).toEqual([]);
  });

  it('shows differences without the whole NIK', () => {
    expect(differences(changed)).toEqual([
      { field: 'name', before: 'Siti', after: 'Siti Aminah' },
      { field: 'nik', before: '••••••••••••0001', after: '••••••••••••0002' },
    ]);
    expect(differences({ ...changed, before: 'no JSON', after: '{"valid_from":"2022-04-01","person_id":"x"}' })).toEqual([
      { field: 'valid_from', before: '', after: '01/04/2022' },
    ]);
  });
});

describe('backups', () => {
  const row = { file: 'a.db', at: '2026-03-02T10:42:00', reason: 'diminta', bytes: 5_000_000 };

  it('are made, and put back after asking', async () => {
    const backup = vi.fn(() => Promise.resolve(row));
    const restore = vi.fn<Backend['safety']['restore']>(() => Promise.resolve(row));
    const safety = { backups: () => Promise.resolve([row]), backup, restore };
    const { container } = await renderScreen(<BackupsScreen />, { backend: fakeBackend({}, { safety }) });
    await userEvent.click(await screen.findByRole('button', { name: 'Cadangkan sekarang' }));
    expect(await screen.findByText('Cadangan selesai: a.db.')).toBeInTheDocument();
    expect(await axeFindings(container)).toEqual([]);
    await userEvent.click(await screen.findByRole('row', { name: 'Pulihkan cadangan 2 Maret 2026 10.42' }));
    const dialog = await screen.findByRole('dialog', { name: 'Pulihkan cadangan' });
    expect(dialog).toHaveTextContent('Keadaan sekarang disimpan dahulu');
    expect(restore).not.toHaveBeenCalled();
    await userEvent.click(within(dialog).getByRole('button', { name: 'Pulihkan data' }));
    await waitFor(() => expect(restore).toHaveBeenCalledWith('a.db'));
  });
});

describe('the check', () => {
  it('names what it finds', async () => {
    const check = vi.fn(() => Promise.resolve([{ code: 'chain', message: 'Rantai jurnal terputus pada langkah 412.' }]));
    const { container } = await renderScreen(<CheckScreen />, { backend: fakeBackend({}, { safety: { check } }) });
    await userEvent.click(screen.getByRole('button', { name: 'Periksa sekarang' }));
    expect(await screen.findByText('Rantai jurnal terputus pada langkah 412.')).toBeInTheDocument();
    expect(screen.getByText('1 masalah ditemukan')).toBeInTheDocument();
    expect(await axeFindings(container)).toEqual([]);
  });
});

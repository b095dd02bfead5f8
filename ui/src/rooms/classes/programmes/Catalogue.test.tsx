import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it, vi } from 'vitest';
import { RefusalError, type Backend } from '../../../backend/backend';
import { catalogueBackend, entry, line } from '../../../testing/catalogueFixture';
import { written } from '../../../testing/classFixture';
import { axeFindings, renderScreen } from '../../../testing/render';
import { CostsScreen } from './CostsScreen';
import { EntryScreen } from './EntryScreen';

describe('the entry of a programme in the catalogue', () => {
  const at = { path: '/programmes/$id/catalogue', at: '/programmes/p1/catalogue' };

  it('says what it earns and what is doubtful, and names a circle at its field', async () => {
    const message = 'Prasyarat berputar: Dasar → Lanjutan → Dasar. Hapus salah satu prasyarat itu.';
    const refusal = new RefusalError({ code: 'invalid_input', message, fields: [{ field: 'prerequisites', message }] });
    const saveEntry = vi.fn<Backend['catalogue']['saveEntry']>(() => written(null, 'Ubah katalog', ['planning']));
    saveEntry.mockRejectedValueOnce(refusal);
    const { container } = await renderScreen(<EntryScreen />, { backend: catalogueBackend({ saveEntry }), ...at });
    expect(await screen.findByText('24 JP')).toBeInTheDocument();
    expect(screen.getByText(/segera berakhir/)).toBeInTheDocument();
    expect(await axeFindings(container)).toEqual([]);
    const gain = screen.getByLabelText('Naik (level)');
    await userEvent.clear(gain);
    await userEvent.type(gain, '0,5');
    await userEvent.click(screen.getByRole('button', { name: 'Simpan katalog' }));
    expect(await screen.findByRole('alert')).toHaveTextContent(message);
    await userEvent.click(screen.getByRole('button', { name: 'Simpan katalog' }));
    const competencies = [{ competency: 'k1', gain: 50, up_to: 400 }];
    await waitFor(() => expect(saveEntry).toHaveBeenLastCalledWith('p1', { ...entry.catalogue, competencies }));
  });
});

describe('what a class of a programme costs', () => {
  const at = { path: '/programmes/$id/costs', at: '/programmes/p1/costs' };

  it('is summed while it is typed, by the keyboard alone', async () => {
    const saveCosts = vi.fn<Backend['catalogue']['saveCosts']>(() => written(null, 'Ubah biaya', ['planning']));
    const { container } = await renderScreen(<CostsScreen />, { backend: catalogueBackend({ saveCosts }), ...at });
    expect(await screen.findByText('Jumlah Rp3.150.000')).toBeInTheDocument();
    expect(await axeFindings(container)).toEqual([]);
    const volume = screen.getByLabelText('Vol 1');
    await userEvent.clear(volume);
    await userEvent.type(volume, '40');
    expect(screen.getByText('Jumlah Rp4.200.000')).toBeInTheDocument();
    await userEvent.click(screen.getByRole('button', { name: 'Tambah baris' }));
    await userEvent.keyboard('Modul');
    await userEvent.type(screen.getAllByLabelText('Harga (Rp)')[1]!, '50.000');
    await userEvent.click(screen.getByRole('button', { name: 'Simpan biaya' }));
    const second = { ...line, id: null, text: 'Modul', vol1: 1, vol2: 1, price: 50_000 };
    await waitFor(() => expect(saveCosts).toHaveBeenCalledWith('p1', [{ ...line, vol1: 40 }, second]));
  });

  it('takes pasted cells in and names those that were left out', async () => {
    const pasted = 'Snack\t2.000\nModul\tdua';
    const found = { ...line, id: null, text: 'Snack', vol1: 1, vol2: 1, price: 2_000, fund: '' };
    const refused = [{ sheet: 'Tempelan', cell: 'G2', value: 'dua', rule: 'Harga "dua" bukan bilangan bulat.', remedy: 'Betulkan.' }];
    const pasteCosts = vi.fn<Backend['catalogue']['pasteCosts']>(() =>
      Promise.resolve({ file: 'Tempelan', lines: [found, found], refused, doubtful: [], notes: [] }),
    );
    const { container } = await renderScreen(<CostsScreen />, { backend: catalogueBackend({ pasteCosts }), ...at });
    await userEvent.click(await screen.findByLabelText('Uraian'));
    await userEvent.paste(pasted);
    expect(pasteCosts).toHaveBeenCalledWith(pasted);
    expect(await screen.findByText('Harga "dua" bukan bilangan bulat.')).toBeInTheDocument();
    expect(screen.getAllByLabelText('Uraian')).toHaveLength(3);
    expect(screen.getByText('Tanpa sumber dana')).toBeInTheDocument();
    expect(await axeFindings(container)).toEqual([]);
    await userEvent.click(screen.getByRole('combobox', { name: 'Sumber dana untuk 2 baris yang kosong' }));
    await userEvent.keyboard('{ArrowDown}{ArrowDown}{Enter}');
    expect(screen.queryByText('Tanpa sumber dana')).not.toBeInTheDocument();
  });
});

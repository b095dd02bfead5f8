import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it, vi } from 'vitest';
import { RefusalError, type Backend } from '../../backend/backend';
import { written } from '../../testing/classFixture';
import { axeFindings, fakeBackend, renderScreen, type FakeRooms } from '../../testing/render';
import { services } from '../../testing/voiceFixture';
import { ServicesScreen } from './ServicesScreen';

function backend(voice: FakeRooms['voice'] = {}): Backend {
  return fakeBackend(
    {},
    {
      voice: { services: () => Promise.resolve(services), ...voice },
      people: {
        units: () =>
          Promise.resolve([
            { id: 'u1', parent: null, name: 'DINAS KEPENDUDUKAN', path: 'DINAS KEPENDUDUKAN', depth: 0, people: 0 },
          ]),
      },
    },
  );
}

describe('the services', () => {
  const at = { path: '/voice/services', at: '/voice/services' };

  it('are listed by unit with what speaks of them, and found by any word', async () => {
    const { container } = await renderScreen(<ServicesScreen />, { backend: backend(), ...at });
    const row = await screen.findByRole('row', { name: /KTP elektronik/ });
    expect(within(row).getByText('29')).toBeInTheDocument();
    expect(within(row).getByText('Diberikan')).toBeInTheDocument();
    expect(await axeFindings(container)).toEqual([]);
    await userEvent.type(screen.getByRole('searchbox'), 'kecamatan surat');
    await waitFor(() => expect(screen.queryByRole('row', { name: /KTP elektronik/ })).not.toBeInTheDocument());
    expect(screen.getByRole('row', { name: /Surat lama/ })).toBeInTheDocument();
  });

  it('are made in a dialog; what is refused stands at its field', async () => {
    const message = 'Unit kerja belum dipilih.';
    const refusal = new RefusalError({ code: 'invalid_input', message, fields: [{ field: 'unit', message }] });
    const saveService = vi.fn<Backend['voice']['saveService']>(() => written('l9', 'Simpan layanan', ['voice']));
    saveService.mockRejectedValueOnce(refusal);
    await renderScreen(<ServicesScreen />, { backend: backend({ saveService }), ...at });
    await userEvent.click(await screen.findByRole('button', { name: 'Tambah layanan' }));
    const dialog = await screen.findByRole('dialog');
    await userEvent.type(within(dialog).getByLabelText(/^Layanan/), 'Akta lahir');
    await userEvent.click(within(dialog).getByRole('button', { name: 'Simpan layanan' }));
    expect(await within(dialog).findByRole('alert')).toHaveTextContent(message);
    expect(await axeFindings(document.body)).toEqual([]);
    await userEvent.type(within(dialog).getByRole('combobox', { name: /Unit kerja/ }), 'dinas');
    await userEvent.keyboard('{ArrowDown}{Enter}');
    await userEvent.click(within(dialog).getByRole('button', { name: 'Simpan layanan' }));
    await waitFor(() => expect(saveService).toHaveBeenLastCalledWith({ id: null, unit: 'u1', name: 'Akta lahir', active: true }));
    await waitFor(() => expect(screen.queryByRole('dialog')).not.toBeInTheDocument());
  });

  it('that are used cannot be deleted, and the dialog says why', async () => {
    const message = 'Layanan KTP elektronik masih dipakai dalam jawaban survei atau pengaduan.';
    const deleteService = () => Promise.reject(new RefusalError({ code: 'not_allowed', message }));
    await renderScreen(<ServicesScreen />, { backend: backend({ deleteService }), ...at });
    await userEvent.dblClick(await screen.findByRole('row', { name: /KTP elektronik/ }));
    await userEvent.click(await screen.findByRole('button', { name: 'Hapus…' }));
    await userEvent.click(await screen.findByRole('button', { name: 'Hapus layanan' }));
    expect(await screen.findByText(message)).toBeInTheDocument();
  });
});

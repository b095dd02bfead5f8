import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it, vi } from 'vitest';
import type { Backend } from '../../../backend/backend';
import { budget, catalogueBackend, partner, speaker } from '../../../testing/catalogueFixture';
import { written } from '../../../testing/classFixture';
import { axeFindings, renderScreen } from '../../../testing/render';
import { NamesScreen } from './NamesScreen';
import { PartnerScreen } from './PartnerScreen';
import { PartnersScreen } from './PartnersScreen';
import { SpeakerScreen } from './SpeakerScreen';
import { SpeakersScreen } from './SpeakersScreen';

describe('partners', () => {
  it('are listed with how their agreements stand, and found by any word', async () => {
    const at = { path: '/planning/partners', at: '/planning/partners' };
    const { container } = await renderScreen(<PartnersScreen />, { backend: catalogueBackend(), ...at });
    const row = await screen.findByRole('row', { name: /Universitas Sungai Jernih/ });
    expect(within(row).getByText('Segera berakhir')).toBeInTheDocument();
    expect(within(row).getByText('Pelayanan Prima')).toBeInTheDocument();
    expect(await axeFindings(container)).toEqual([]);
    await userEvent.type(screen.getByRole('searchbox'), 'koperasi');
    await waitFor(() => expect(screen.queryByRole('row', { name: /Universitas/ })).not.toBeInTheDocument());
  });

  it('are changed in a form that names a missing day, and saved by the keyboard', async () => {
    const savePartner = vi.fn<Backend['catalogue']['savePartner']>(() => written('m1', 'Simpan mitra', ['planning']));
    const at = { path: '/planning/partners/$id', at: '/planning/partners/m1' };
    const { container } = await renderScreen(<PartnerScreen />, { backend: catalogueBackend({ savePartner }), ...at });
    expect(await screen.findByRole('link', { name: 'Pelayanan Prima' })).toBeInTheDocument();
    expect(await axeFindings(container)).toEqual([]);
    await userEvent.click(screen.getByRole('button', { name: 'Tambah perjanjian' }));
    await userEvent.keyboard('PKS/18');
    await userEvent.click(screen.getByRole('button', { name: 'Simpan mitra' }));
    expect(await screen.findByRole('alert')).toHaveTextContent('Isi tanggalnya.');
    expect(savePartner).not.toHaveBeenCalled();
    await userEvent.type(screen.getAllByLabelText('Mulai')[1]!, '02/04/2026');
    await userEvent.type(screen.getAllByLabelText('Sampai')[1]!, '01/04/2028{Tab}');
    await userEvent.click(screen.getByRole('button', { name: 'Simpan mitra' }));
    const second = { id: null, number: 'PKS/18', subject: '', starts: '2026-04-02', ends: '2028-04-01' };
    await waitFor(() =>
      expect(savePartner).toHaveBeenCalledWith({
        ...partner.partner,
        agreements: [...partner.partner.agreements, second],
      }),
    );
  });
});

describe('speakers', () => {
  it('are listed with fields and fees', async () => {
    const at = { path: '/planning/speakers', at: '/planning/speakers' };
    const { container } = await renderScreen(<SpeakersScreen />, { backend: catalogueBackend(), ...at });
    const row = await screen.findByRole('row', { name: /Siti Aminah/ });
    expect(within(row).getByText('900.000')).toBeInTheDocument();
    expect(await axeFindings(container)).toEqual([]);
  });

  it('have a fee that is typed as offices do; what is no number is not saved', async () => {
    const saveSpeaker = vi.fn<Backend['catalogue']['saveSpeaker']>(() => written(null, 'Simpan narasumber', ['planning']));
    const at = { path: '/planning/speakers/$id', at: '/planning/speakers/o1' };
    const { container } = await renderScreen(<SpeakerScreen />, { backend: catalogueBackend({ saveSpeaker }), ...at });
    const fee = await screen.findByLabelText('Honor (Rp)');
    await userEvent.clear(fee);
    await userEvent.type(fee, '-5');
    expect(screen.getByText(/"-5" bukan bilangan bulat/)).toBeInTheDocument();
    await userEvent.click(screen.getByRole('button', { name: 'Simpan narasumber' }));
    expect(saveSpeaker).not.toHaveBeenCalled();
    await userEvent.clear(fee);
    await userEvent.type(fee, '1.200.000');
    expect(await axeFindings(container)).toEqual([]);
    await userEvent.click(screen.getByRole('button', { name: 'Simpan narasumber' }));
    await waitFor(() => expect(saveSpeaker).toHaveBeenCalledWith('o1', [{ ...speaker.fields[0], fee: 1_200_000 }]));
  });
});

describe('the names of a budget', () => {
  it('take codes in from a file: new ones are added, known ones renamed, refused cells are shown', async () => {
    const saveRule = vi.fn<Backend['office']['saveRule']>(() => written(null, 'Simpan aturan', ['office']));
    const refused = [{ sheet: 'Kode', cell: 'A4', value: '', rule: 'Kodenya kosong.', remedy: 'Isi kodenya.' }];
    const readCodes = () =>
      Promise.resolve({
        file: 'rekening.xlsx',
        lines: [
          { code: '5.1.02.01.01.0052', name: 'Nama baru' },
          { code: '5.1.02.01.01.0053', name: 'Jamuan tamu' },
        ],
        refused,
        doubtful: [],
        notes: [],
      });
    const backend = catalogueBackend({ readCodes }, { saveRule });
    const { container } = await renderScreen(<NamesScreen />, { backend, path: '/planning/names', at: '/planning/names' });
    await userEvent.click(await screen.findByRole('button', { name: 'Impor kode rekening' }));
    expect(await screen.findByText('Kodenya kosong.')).toBeInTheDocument();
    expect(screen.getByDisplayValue('Nama baru')).toBeInTheDocument();
    expect(await axeFindings(container)).toEqual([]);
    await userEvent.click(screen.getByRole('button', { name: 'Simpan nama anggaran' }));
    await waitFor(() =>
      expect(saveRule).toHaveBeenCalledWith(
        {
          kind: 'budget',
          body: {
            ...budget,
            accounts: [
              { code: '5.1.02.01.01.0052', name: 'Nama baru' },
              { code: '5.1.02.01.01.0053', name: 'Jamuan tamu' },
            ],
          },
        },
        null,
      ),
    );
  });
});

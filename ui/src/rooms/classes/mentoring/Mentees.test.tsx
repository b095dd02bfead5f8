import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it, vi } from 'vitest';
import { RefusalError } from '../../../backend/backend';
import { useCommandKeys } from '../../../frame/commands';
import { aView, classRooms, written } from '../../../testing/classFixture';
import { aBoard, someMentees } from '../../../testing/pairingFixture';
import { axeFindings, fakeBackend, renderScreen, type FakeRooms } from '../../../testing/render';
import { LettersScreen } from './LettersScreen';
import { MenteesScreen } from './MenteesScreen';
import { PairsReportScreen } from './PairsReportScreen';

type Rooms = NonNullable<FakeRooms['mentoring']>;

function WithKeys() {
  useCommandKeys();
  return <MenteesScreen />;
}

const backendOf = (mentoring: Rooms, parts: FakeRooms = {}) =>
  fakeBackend(
    {},
    {
      ...classRooms(parts),
      mentoring: {
        board: () => Promise.resolve(aBoard),
        mentees: () => Promise.resolve(someMentees),
        fieldNames: () => Promise.resolve(['Pengadaan barang dan jasa', 'Pelayanan publik']),
        ...mentoring,
      },
    },
  );

const show = (mentoring: Rooms = {}, parts: FakeRooms = {}) =>
  renderScreen(<WithKeys />, {
    backend: backendOf(mentoring, parts),
    path: '/classes/$id/mentoring/participants',
    at: '/classes/c1/mentoring/participants',
  });

/** As one step: letter by letter takes long under load. */
const fill = async (field: HTMLElement, value: string) => {
  await userEvent.click(field);
  await userEvent.paste(value);
};

const open = async (name: string) => {
  await userEvent.click(await screen.findByRole('row', { name }));
  return screen.findByRole('dialog', { name });
};

describe('what the pairing knows of the participants', () => {
  it('names first who lacks what, each with the way to mend it', async () => {
    const view = await show();
    const lacks = await screen.findByRole('region', { name: 'Yang belum lengkap (2)' });
    expect(within(lacks).getByRole('link', { name: 'Buka mentor Rahmat Hidayat' })).toBeInTheDocument();
    expect(await screen.findByRole('row', { name: 'Budi Santoso' })).toBeInTheDocument();
    expect(await axeFindings(view.container)).toEqual([]);
    await userEvent.click(within(lacks).getByRole('button', { name: 'Lengkapi Budi Santoso' }));
    expect(await screen.findByRole('dialog', { name: 'Budi Santoso' })).toBeInTheDocument();
  });

  it('takes one suggested superior with one click, or all of them', async () => {
    const saveMentee = vi.fn(() => written(null, 'Ubah data', ['mentoring']));
    const fillSuperiors = vi.fn(() => written(1, 'Isi 1 atasan', ['mentoring']));
    await show({ saveMentee, fillSuperiors });
    await userEvent.click(await screen.findByRole('button', { name: 'Pakai Hj. Nurlaila, S.Sos. sebagai atasan Budi Santoso' }));
    expect(saveMentee).toHaveBeenCalledWith({ ...someMentees[1]!.data, superior: 'p-boss' });
    expect(screen.queryByRole('dialog')).toBeNull();
    await userEvent.click(screen.getByRole('button', { name: 'Isi 1 atasan yang disarankan' }));
    expect(fillSuperiors).toHaveBeenCalledWith('c1');
  });

  it('fills in superior, needs and wishes', async () => {
    const saveMentee = vi.fn(() => written(null, 'Ubah data', ['mentoring']));
    await show({ saveMentee });
    const drawer = await open('Budi Santoso');
    await userEvent.click(within(drawer).getByRole('button', { name: 'Pakai saran: Hj. Nurlaila, S.Sos.' }));
    expect(within(drawer).getByRole('combobox', { name: 'Atasan langsung' })).toHaveValue('Hj. Nurlaila, S.Sos.');
    await fill(within(drawer).getByRole('textbox', { name: 'Tempat kerja' }), 'Muara Bulian');
    await userEvent.click(within(drawer).getByRole('button', { name: 'Tambah kebutuhan' }));
    await fill(within(drawer).getByRole('combobox', { name: 'Bidang 1' }), 'Hukum kontrak');
    await userEvent.click(within(drawer).getByRole('button', { name: 'Tambah keinginan peserta' }));
    await userEvent.click(within(drawer).getByRole('combobox', { name: 'Mentor, Keinginan peserta 1' }));
    await userEvent.click(await screen.findByRole('option', { name: 'Rahmat Hidayat' }));
    await userEvent.keyboard('{Control>}{Enter}{/Control}');
    await waitFor(() =>
      expect(saveMentee).toHaveBeenCalledWith({
        ...someMentees[1]!.data,
        superior: 'p-boss',
        place: 'Muara Bulian',
        needs: [{ id: null, field: 'Hukum kontrak', required: 3, current: 0 }],
        wishes: [{ mentor: 'm2', side: 'mentee', ord: 1 }],
      }),
    );
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  });

  it('has a form without findings, with lines for needs and wishes', async () => {
    await show();
    const drawer = await open('Budi Santoso');
    for (const name of ['Tambah kebutuhan', 'Tambah keinginan peserta', 'Tambah keinginan mentor']) {
      fireEvent.click(within(drawer).getByRole('button', { name }));
    }
    expect(within(drawer).getByRole('combobox', { name: 'Dibutuhkan 1' })).toHaveValue('3 · Menengah');
    expect(await axeFindings(drawer)).toEqual([]);
  });

  it('stays where a wish has no mentor, with the sentence at the field', async () => {
    const saveMentee = vi.fn(() => written(null));
    await show({ saveMentee });
    const drawer = await open('Budi Santoso');
    await userEvent.click(within(drawer).getByRole('button', { name: 'Tambah keinginan mentor' }));
    await userEvent.click(within(drawer).getByRole('button', { name: 'Simpan' }));
    expect((await within(drawer).findAllByText('Pilih mentornya, atau hapus barisnya.')).length).toBeGreaterThan(0);
    expect(saveMentee).not.toHaveBeenCalled();
  });

  it('goes on with Alt and an arrow, saving what was typed', async () => {
    const saveMentee = vi.fn(() => written(null, 'Ubah data', ['mentoring']));
    await show({ saveMentee });
    const drawer = await open('Dr. Siti Aminah, M.Si.');
    const place = within(drawer).getByRole('textbox', { name: 'Tempat kerja' });
    await fill(place, 'Jambi');
    fireEvent.keyDown(place, { key: 'ArrowRight', altKey: true });
    const next = await screen.findByRole('dialog', { name: 'Budi Santoso' });
    expect(saveMentee).toHaveBeenCalledWith({ ...someMentees[0]!.data, place: 'Jambi' });
    fireEvent.keyDown(within(next).getByRole('textbox', { name: 'Tempat kerja' }), { key: 'ArrowLeft', altKey: true });
    await screen.findByRole('dialog', { name: 'Dr. Siti Aminah, M.Si.' });
    expect(saveMentee).toHaveBeenCalledTimes(1);
  });

  it('does not go on where the core refuses, and keeps what was typed', async () => {
    const message = 'Tempat terlalu panjang.';
    const refusal = new RefusalError({ code: 'invalid_input', message, fields: [{ field: 'place', message }] });
    await show({ saveMentee: () => Promise.reject(refusal) });
    const drawer = await open('Dr. Siti Aminah, M.Si.');
    await fill(within(drawer).getByRole('textbox', { name: 'Tempat kerja' }), 'Jambi');
    await userEvent.click(within(drawer).getByRole('button', { name: 'Peserta berikutnya' }));
    expect(await within(drawer).findByText(message)).toBeInTheDocument();
    expect(within(drawer).getByRole('textbox', { name: 'Tempat kerja' })).toHaveValue('Jambi');
  });

  it('asks before Esc throws away what was typed', async () => {
    await show();
    const drawer = await open('Dr. Siti Aminah, M.Si.');
    const place = within(drawer).getByRole('textbox', { name: 'Tempat kerja' });
    await userEvent.type(place, 'Jambi{Escape}');
    const ask = await screen.findByRole('dialog', { name: 'Isian belum disimpan' });
    expect(await axeFindings(ask)).toEqual([]);
    await userEvent.click(within(ask).getByRole('button', { name: 'Tetap di sini' }));
    expect(place).toHaveValue('Jambi');
    await userEvent.type(place, '{Escape}');
    await userEvent.click(await screen.findByRole('button', { name: 'Tinggalkan' }));
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  });

  it('gives the same needs to all who are marked', async () => {
    const setNeeds = vi.fn(() => written(null, 'Kebutuhan 2 peserta', ['mentoring']));
    await show({ setNeeds });
    for (const name of ['Dr. Siti Aminah, M.Si.', 'Budi Santoso']) {
      const row = await screen.findByRole('row', { name });
      await userEvent.click(within(row).getAllByRole('gridcell')[0]!);
    }
    await userEvent.click(screen.getByRole('button', { name: 'Beri kebutuhan yang sama…' }));
    const dialog = await screen.findByRole('dialog', { name: 'Kebutuhan untuk 2 orang' });
    expect(await axeFindings(dialog)).toEqual([]);
    await fill(within(dialog).getByRole('combobox', { name: 'Bidang 1' }), 'Pelayanan publik');
    await userEvent.click(within(dialog).getByRole('button', { name: 'Simpan untuk 2 orang' }));
    expect(setNeeds).toHaveBeenCalledWith(['e1', 'e2'], [{ id: null, field: 'Pelayanan publik', required: 3, current: 0 }]);
  });

  it('only shows in a closed class', async () => {
    await show({}, { classes: { get: () => Promise.resolve({ ...aView, state: 'closed' as const }) } });
    expect(await screen.findByText(/Kelas sudah ditutup/)).toBeInTheDocument();
    expect(screen.queryByRole('button', { name: /Pakai|Isi 1/ })).toBeNull();
    const drawer = await open('Budi Santoso');
    expect(within(drawer).queryByRole('button', { name: 'Simpan' })).toBeNull();
  });
});

describe('papers', () => {
  const refused = () => Promise.reject(new RefusalError({ code: 'not_allowed', message: 'Belum ada pasangan yang berjalan.' }));

  it('asks for the letters with number and date, and says why there are none', async () => {
    const reportPdf = vi.fn(refused);
    const view = await renderScreen(<LettersScreen />, {
      backend: backendOf({ reportPdf }),
      path: '/classes/$id/mentoring/letters',
      at: '/classes/c1/mentoring/letters',
    });
    expect(await screen.findByText('Belum ada pasangan yang berjalan.')).toBeInTheDocument();
    expect(reportPdf).toHaveBeenCalledWith({ kind: 'letters', class: 'c1', options: { number: '', date: '2026-03-02' } });
    expect(await axeFindings(view.container)).toEqual([]);
    await fill(screen.getByRole('textbox', { name: 'Nomor surat' }), '800/12');
    await waitFor(() =>
      expect(reportPdf).toHaveBeenLastCalledWith({ kind: 'letters', class: 'c1', options: { number: '800/12', date: '2026-03-02' } }),
    );
  });

  it('saves the number that stands in the field, drawn or not', async () => {
    const saveReport = vi.fn(() => Promise.resolve(null));
    await renderScreen(<LettersScreen />, {
      backend: backendOf({ reportPdf: () => Promise.resolve(new Uint8Array([37, 80, 68, 70])), saveReport }),
      path: '/classes/$id/mentoring/letters',
      at: '/classes/c1/mentoring/letters',
    });
    const save = await screen.findByRole('button', { name: 'Simpan berkas' });
    fireEvent.change(screen.getByRole('textbox', { name: 'Nomor surat' }), { target: { value: '800/13' } });
    fireEvent.click(save);
    expect(saveReport).toHaveBeenCalledWith({ kind: 'letters', class: 'c1', options: { number: '800/13', date: '2026-03-02' } });
  });

  it('asks for the pairs with their reasons', async () => {
    const reportPdf = vi.fn(refused);
    const view = await renderScreen(<PairsReportScreen />, {
      backend: backendOf({ reportPdf }),
      path: '/classes/$id/mentoring/report',
      at: '/classes/c1/mentoring/report',
    });
    expect(await screen.findByText('Belum ada pasangan yang berjalan.')).toBeInTheDocument();
    expect(reportPdf).toHaveBeenCalledWith({ kind: 'pairs', class: 'c1' });
    expect(await axeFindings(view.container)).toEqual([]);
  });
});

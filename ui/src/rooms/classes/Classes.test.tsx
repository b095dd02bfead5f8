import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it, vi } from 'vitest';
import { RefusalError } from '../../backend/backend';
import type { BookCheck, Programme } from '../../backend/bindings';
import { aClass, classRooms, written } from '../../testing/classFixture';
import { axeFindings, fakeBackend, renderScreen } from '../../testing/render';
import { BookImportScreen } from './book/BookImportScreen';
import { ClassesScreen } from './ClassesScreen';
import { NewClassScreen } from './NewClassScreen';
import { ProgrammeScreen } from './programmes/ProgrammeScreen';
import { ProgrammesScreen } from './programmes/ProgrammesScreen';
import { RecapScreen } from './results/RecapScreen';

vi.mock('../../components/pdf/pdfjs', () => ({
  openPdf: () => ({ promise: Promise.reject(new Error('not drawn here')), destroy: () => Promise.resolve() }),
}));

const programmeRow = {
  id: 'p1', name: 'Pelayanan Publik', form: 'KL03', form_name: 'Pelatihan teknis', field: '', jp: 8, classes: 1, active: true,
};
const programme: Programme = {
  id: 'p1', name: 'Pelayanan Publik', form: 'KL03', field: '', note: '', active: true,
  subjects: [{ id: 's1', heading: '', name: 'Etika', jp: 8 }],
};
const forms = () => Promise.resolve<[string, string][]>([['KL03', 'Pelatihan teknis']]);

const check: BookCheck = {
  token: 7,
  file_name: 'buku.xlsx',
  programme: 'Pelayanan Publik',
  class_name: 'Angkatan IV',
  starts: '2026-03-02',
  ends: '2026-03-06',
  participants: 30,
  sessions: 5,
  components: 3,
  refused: [],
  unknown: [{ nip: '199001012020121001', name: 'Rahmat', cell: 'Peserta!B9' }],
  exists: null,
  warnings: ['Program baru akan dibuat.'],
};

describe('programmes', () => {
  it('lists them and says what the room is for when there is none', async () => {
    const full = fakeBackend({}, { classes: { programmes: () => Promise.resolve([programmeRow]) } });
    const view = await renderScreen(<ProgrammesScreen />, { backend: full });
    expect(await screen.findByRole('row', { name: 'Pelayanan Publik' })).toBeInTheDocument();
    expect(await axeFindings(view.container)).toEqual([]);
    view.unmount();
    await renderScreen(<ProgrammesScreen />, { backend: fakeBackend({}, { classes: { programmes: () => Promise.resolve([]) } }) });
    expect(await screen.findByText('Belum ada program')).toBeInTheDocument();
  });

  it('opens a line with Enter after the JP and adds up', async () => {
    const saveProgramme = vi.fn<(programme: Programme) => ReturnType<typeof written<string>>>(() => written('p1'));
    const backend = fakeBackend({}, { classes: { programme: () => Promise.resolve(programme), forms, saveProgramme } });
    const view = await renderScreen(<ProgrammeScreen />, { backend, path: '/programmes/$id', at: '/programmes/p1' });
    const jp = await screen.findByRole('textbox', { name: 'JP 1' });
    await userEvent.type(jp, '{Enter}');
    expect(screen.getByRole('textbox', { name: 'Mata pelatihan 2' })).toHaveFocus();
    await userEvent.keyboard('Digital');
    await userEvent.type(screen.getByRole('textbox', { name: 'JP 2' }), '12');
    expect(screen.getByText('Jumlah 20 JP')).toBeInTheDocument();
    await userEvent.keyboard('{Alt>}{ArrowUp}{/Alt}');
    expect(screen.getByRole('textbox', { name: 'Mata pelatihan 1' })).toHaveValue('Digital');
    expect(await axeFindings(view.container)).toEqual([]);
    await userEvent.click(screen.getByRole('button', { name: 'Simpan program' }));
    await waitFor(() => expect(saveProgramme).toHaveBeenCalled());
    expect(saveProgramme.mock.calls[0]![0].subjects.map((subject) => subject.jp)).toEqual([12, 8]);
  });

  it('shows a refused field and keeps the rest', async () => {
    const message = 'JP mata pelatihan nomor 1 harus 1 sampai 999.';
    const refusal = { code: 'invalid_input' as const, message, fields: [{ field: 'subjects.0.jp', message }], cells: [] };
    const saveProgramme = () => Promise.reject(new RefusalError(refusal));
    const backend = fakeBackend({}, { classes: { programme: () => Promise.resolve(programme), forms, saveProgramme } });
    await renderScreen(<ProgrammeScreen />, { backend, path: '/programmes/$id', at: '/programmes/p1' });
    await userEvent.click(await screen.findByRole('button', { name: 'Simpan program' }));
    expect(await screen.findAllByText(message)).toHaveLength(2);
    await userEvent.click(screen.getByRole('button', { name: message }));
    expect(screen.getByRole('textbox', { name: 'JP 1' })).toHaveFocus();
  });
});

describe('classes', () => {
  it('lists classes with their state', async () => {
    const view = await renderScreen(<ClassesScreen />, { backend: fakeBackend({}, classRooms()) });
    const row = await screen.findByRole('row', { name: 'Pelayanan Publik Angkatan III' });
    expect(within(row).getByText('Berjalan')).toBeInTheDocument();
    expect(within(row).getByText('2–6 Maret 2026')).toBeInTheDocument();
    expect(await axeFindings(view.container)).toEqual([]);
  });

  it('fills a new class from its programme', async () => {
    const save = vi.fn(() => written('c2'));
    const backend = fakeBackend({}, classRooms({
      classes: { programmes: () => Promise.resolve([programmeRow]), draft: () => Promise.resolve({ ...aClass, id: null }), save },
    }));
    const view = await renderScreen(<NewClassScreen />, { backend, path: '/classes/new', at: '/classes/new?programme=p1' });
    expect(await screen.findByRole('textbox', { name: /Tanggal mulai/ })).toHaveValue('02/03/2026');
    expect(await axeFindings(view.container)).toEqual([]);
    await userEvent.click(screen.getByRole('button', { name: 'Buat kelas' }));
    await waitFor(() => expect(save).toHaveBeenCalledWith({ ...aClass, id: null }));
  });

  it('shows the recap as the PDF itself', async () => {
    const saveRecap = vi.fn(() => Promise.resolve('/rekap.pdf'));
    const backend = fakeBackend({}, classRooms({ classes: { recapPdf: () => Promise.resolve(new Uint8Array([1])), saveRecap } }));
    const view = await renderScreen(<RecapScreen />, { backend, path: '/classes/$id/recap', at: '/classes/c1/recap' });
    await userEvent.click(await screen.findByRole('button', { name: 'Simpan berkas' }));
    expect(await screen.findByText('Tersimpan di /rekap.pdf')).toBeInTheDocument();
    expect(saveRecap).toHaveBeenCalledWith('c1', 'pdf');
    expect(await axeFindings(view.container)).toEqual([]);
  });
});

describe('class workbook', () => {
  it('makes unknown people only when told to', async () => {
    const commitBook = vi.fn(() => written({ class: 'c9', participants: 30, created: 1 }));
    const backend = fakeBackend({}, classRooms({ classes: { openBook: () => Promise.resolve(check), commitBook } }));
    const view = await renderScreen(<BookImportScreen />, { backend });
    await userEvent.click(await screen.findByRole('button', { name: 'Pilih berkas…' }));
    expect(await screen.findByText('Angkatan IV')).toBeInTheDocument();
    expect(screen.getByText('Program baru akan dibuat.')).toBeInTheDocument();
    expect(screen.getByRole('button', { name: 'Buat kelas' })).toBeDisabled();
    expect(await axeFindings(view.container)).toEqual([]);
    await userEvent.click(screen.getByRole('checkbox', { name: /Buat 1 orang baru/ }));
    await userEvent.click(screen.getByRole('button', { name: 'Buat kelas' }));
    await waitFor(() => expect(commitBook).toHaveBeenCalledWith(7, true));
  });

  it('names each refused cell with its rule and remedy', async () => {
    const refused = [{ sheet: 'Nilai', cell: 'D7', value: '8O', rule: 'Nilai harus angka.', remedy: 'Ganti huruf O.' }];
    const openBook = () => Promise.resolve({ ...check, unknown: [], refused });
    const view = await renderScreen(<BookImportScreen />, { backend: fakeBackend({}, classRooms({ classes: { openBook } })) });
    await userEvent.click(await screen.findByRole('button', { name: 'Pilih berkas…' }));
    expect(await screen.findByRole('row', { name: 'Nilai D7 8O Nilai harus angka. Ganti huruf O.' })).toBeInTheDocument();
    expect(screen.getByRole('button', { name: 'Buat kelas' })).toBeDisabled();
    expect(await axeFindings(view.container)).toEqual([]);
  });
});

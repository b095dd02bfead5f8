import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { ReactNode } from 'react';
import { describe, expect, it, vi } from 'vitest';
import { RefusalError, type Backend } from '../../backend/backend';
import { aView, classRooms, written } from '../../testing/classFixture';
import { axeFindings, fakeBackend, renderScreen, type FakeRooms } from '../../testing/render';
import { AttendanceTab } from './attendance/AttendanceTab';
import { IssueTab } from './certificates/IssueTab';
import { DataTab } from './data/DataTab';
import { ParticipantsTab } from './participants/ParticipantsTab';
import { ResultsTab } from './results/ResultsTab';
import { SchemeScreen } from './scores/SchemeScreen';
import { ScoresTab } from './scores/ScoresTab';
import { SessionsTab } from './sessions/SessionsTab';

const show = (tab: ReactNode, parts: FakeRooms = {}) =>
  renderScreen(tab, { backend: fakeBackend({}, classRooms(parts)), path: '/classes/$id', at: '/classes/c1' });

describe('class page', () => {
  it('names the class, its state and the next step on every tab', async () => {
    const view = await show(<ParticipantsTab />);
    expect(await screen.findByRole('heading', { name: 'Angkatan III' })).toBeInTheDocument();
    expect(screen.getByText('Berjalan')).toBeInTheDocument();
    expect(screen.getByText('Isi 1 presensi sampai hari ini.')).toBeInTheDocument();
    expect(await screen.findByRole('row', { name: 'Budi Santoso' })).toBeInTheDocument();
    expect(await axeFindings(view.container)).toEqual([]);
  });

  it('enrols people found by name', async () => {
    const enrol = vi.fn(() => written({ added: 1, already: 0 }));
    const found = { id: 'n1', name: 'Rina', nip: '', kind: 'pns' as const, rank: '', position: '', unit: '', active: true };
    await show(<ParticipantsTab />, { classes: { enrol, findPeople: () => Promise.resolve([{ ...found }] as never) } });
    await userEvent.click((await screen.findAllByRole('button', { name: 'Tambah peserta' }))[0]!);
    await userEvent.type(await screen.findByRole('combobox', { name: 'Cari nama, NIP, atau unit' }), 'rina');
    await screen.findByRole('option', { name: /Rina/ });
    await userEvent.keyboard('{Enter}{Control>}{Enter}{/Control}');
    await waitFor(() => expect(enrol).toHaveBeenCalledWith('c1', ['n1'], 'peserta'));
  });

  it('shows what a pasted list of NIPs leads to before anybody joins', async () => {
    const checkNips = vi.fn(() =>
      Promise.resolve({ found: [], unknown: [{ line: 1, text: '123', reason: 'NIP kurang dari 18 angka.' }] }),
    );
    await show(<ParticipantsTab />, { classes: { checkNips } });
    await userEvent.click(await screen.findByRole('button', { name: 'Tempel daftar NIP' }));
    await userEvent.type(await screen.findByLabelText('Satu NIP di tiap baris'), '123');
    await userEvent.click(screen.getByRole('button', { name: 'Periksa daftar' }));
    expect(await screen.findByText('NIP kurang dari 18 angka.')).toBeInTheDocument();
    expect(screen.getByRole('button', { name: 'Daftarkan' })).toBeDisabled();
  });

  it('saves sessions as they are typed, and compares their JP', async () => {
    const saveSessions = vi.fn(() => written(null));
    const view = await show(<SessionsTab />, { classes: { saveSessions } });
    expect(await screen.findByText('Sama dengan JP mata pelatihan (8).')).toBeInTheDocument();
    const starts = screen.getByRole('textbox', { name: 'Mulai sesi 1' });
    await userEvent.type(starts, '8');
    await userEvent.tab();
    expect(starts).toHaveValue('08.00');
    expect(await axeFindings(view.container)).toEqual([]);
    await userEvent.click(screen.getByRole('button', { name: 'Simpan jadwal' }));
    await waitFor(() =>
      expect(saveSessions).toHaveBeenCalledWith('c1', [expect.objectContaining({ id: 't1', starts: '08:00:00', jp: 8 })]),
    );
  });

  it('shows a refused session at its field and keeps what was typed', async () => {
    const message = 'Jam selesai sama dengan jam mulai.';
    const refusal = { code: 'invalid_input' as const, message, fields: [{ field: 'sessions.0.ends', message }], cells: [] };
    await show(<SessionsTab />, { classes: { saveSessions: () => Promise.reject(new RefusalError(refusal)) } });
    await userEvent.type(await screen.findByRole('textbox', { name: 'Mata pelatihan atau topik sesi 1' }), ' I');
    await userEvent.click(screen.getByRole('button', { name: 'Simpan jadwal' }));
    expect((await screen.findAllByText(message)).length).toBeGreaterThan(0);
    expect(screen.getByRole('textbox', { name: 'Mata pelatihan atau topik sesi 1' })).toHaveValue('Etika I');
  });

  it('gives a session that is stored a room and speakers, without saving what is still typed', async () => {
    const setPlace = vi.fn<Backend['schedule']['setPlace']>(() => written(null, 'Ubah sesi', ['planning']));
    const rooms = () =>
      Promise.resolve([{ room: { id: 'r1', name: 'Aula', place: '', capacity: 40, active: true }, sessions: 0 }]);
    await show(<SessionsTab />, { schedule: { setPlace, rooms } });
    await userEvent.type(await screen.findByRole('textbox', { name: 'Mata pelatihan atau topik sesi 1' }), ' I');
    await userEvent.click(screen.getByRole('button', { name: 'Tambah sesi' }));
    expect(screen.getByText('Simpan jadwal dahulu')).toBeInTheDocument();
    await userEvent.click(screen.getByRole('button', { name: /^Ruang dan narasumber sesi 1: / }));
    const dialog = await screen.findByRole('dialog', { name: 'Ubah sesi' });
    expect(await axeFindings(document.body)).toEqual([]);
    await userEvent.click(within(dialog).getByRole('combobox', { name: 'Ruang' }));
    await userEvent.click(await screen.findByRole('option', { name: 'Aula (40 tempat)' }));
    await userEvent.click(within(dialog).getByRole('button', { name: 'Simpan sesi' }));
    await waitFor(() => expect(setPlace).toHaveBeenCalledWith('t1', { room: 'r1', subject: null, speakers: [], locked: false }));
    await waitFor(() => expect(screen.queryByRole('dialog')).not.toBeInTheDocument());
    expect(screen.getByRole('textbox', { name: 'Mata pelatihan atau topik sesi 1' })).toHaveValue('Etika I');
  });

  it('is copied to another year with or without rooms and speakers', async () => {
    const copy = vi.fn<Backend['classes']['copy']>(() => written('c9', 'Salin kelas'));
    await show(<SessionsTab />, { classes: { copy } });
    await userEvent.click(await screen.findByRole('button', { name: 'Tindakan lain' }));
    await userEvent.click(await screen.findByRole('menuitem', { name: 'Salin ke tahun atau tanggal lain…' }));
    const dialog = await screen.findByRole('dialog');
    await userEvent.click(within(dialog).getByRole('button', { name: 'Salin kelas' }));
    expect(await within(dialog).findByRole('alert')).toHaveTextContent('Tanggal belum diisi.');
    expect(copy).not.toHaveBeenCalled();
    expect(await axeFindings(document.body)).toEqual([]);
    await userEvent.type(within(dialog).getByRole('textbox', { name: /^Tanggal mulai/ }), '1/3/2027');
    await userEvent.type(within(dialog).getByRole('textbox', { name: /^Nama kelas baru/ }), ' 2027');
    await userEvent.click(within(dialog).getByRole('checkbox', { name: /^Ruang dan narasumber ikut/ }));
    await userEvent.click(within(dialog).getByRole('button', { name: 'Salin kelas' }));
    await waitFor(() => expect(copy).toHaveBeenCalledWith('c1', { starts: '2027-03-01', name: 'Angkatan III 2027', places: false }));
  });

  it('stores each mark with one key and fills the blanks as one step', async () => {
    const setMarks = vi.fn(() => written([]));
    const view = await show(<AttendanceTab />, { classes: { setMarks } });
    const cell = await screen.findByRole('textbox', { name: /Dr\. Siti Aminah/ });
    cell.focus();
    fireEvent.keyDown(cell, { key: 'k' });
    await waitFor(() => expect(setMarks).toHaveBeenCalledWith('c1', [{ enrolment: 'e1', session: 't1', text: 'TK' }]));
    expect(screen.getByText('di bawah batas')).toBeInTheDocument();
    expect(await axeFindings(view.container)).toEqual([]);
    await userEvent.click(screen.getByRole('button', { name: 'Semua hadir' }));
    await userEvent.click(await screen.findByRole('menuitem', { name: 'Semua sesi (1 kosong)' }));
    await waitFor(() => expect(setMarks).toHaveBeenLastCalledWith('c1', [{ enrolment: 'e2', session: 't1', text: 'H' }]));
  });

  it('shows scores with a comma and totals from the core', async () => {
    const setScores = vi.fn(() => written([]));
    const view = await show(<ScoresTab />, { evaluation: { setScores } });
    const cell = await screen.findByRole('textbox', { name: /Dr\. Siti Aminah.*Sikap/ });
    expect(cell).toHaveValue('85,50');
    expect(screen.getByText('88,20')).toBeInTheDocument();
    await userEvent.clear(cell);
    await userEvent.type(cell, '90.5{Enter}');
    await waitFor(() => expect(setScores).toHaveBeenCalledWith('c1', [{ enrolment: 'e1', column: { kind: 'component', id: 'k1' }, text: '90,50' }]));
    expect(await axeFindings(view.container)).toEqual([]);
  });

  it('adds up the weights of a scheme while they are typed', async () => {
    const saveScheme = vi.fn(() => written(null));
    const view = await show(<SchemeScreen />, { evaluation: { saveScheme } });
    const weight = await screen.findByRole('textbox', { name: 'Bobot (%) 1' });
    await userEvent.clear(weight);
    await userEvent.type(weight, '30');
    expect(screen.getByText('Jumlah bobot 90. Kurang 10 lagi menjadi 100.')).toBeInTheDocument();
    expect(await axeFindings(view.container)).toEqual([]);
    await userEvent.click(screen.getByRole('button', { name: 'Simpan skema' }));
    await waitFor(() => expect(saveScheme).toHaveBeenCalled());
  });

  it('says what is incomplete before a class is closed', async () => {
    const close = vi.fn(() => written({ passed: 1, failed: 1, incomplete: [], followups: 0 }));
    const view = await show(<ResultsTab />, { classes: { close }, evaluation: { followupDraft: () => Promise.resolve([]) } });
    expect(await screen.findByText('1 lulus, 1 belum.')).toBeInTheDocument();
    expect(await axeFindings(view.container)).toEqual([]);
    await userEvent.click(screen.getByRole('button', { name: 'Tutup kelas' }));
    const dialog = await screen.findByRole('dialog');
    expect(within(dialog).getByText('1 nilai belum diisi.')).toBeInTheDocument();
    expect(within(dialog).getByText('Nilai belum diisi: Ujian.')).toBeInTheDocument();
    await userEvent.click(within(dialog).getByRole('button', { name: 'Tutup kelas' }));
    await waitFor(() => expect(close).toHaveBeenCalledTimes(1));
  });

  it('issues once however often the button is pressed', async () => {
    const issue = vi.fn(() => written({ issued: ['x1'], refused: [] }, 'Terbitkan 1 sertifikat', ['certificates']));
    const view = await show(<IssueTab />, { certificates: { issue } });
    const start = await screen.findByRole('button', { name: 'Terbitkan 1 sertifikat' });
    expect(await axeFindings(view.container)).toEqual([]);
    await userEvent.click(start);
    const dialog = await screen.findByRole('dialog');
    expect(within(dialog).getByText('Nama panjang: huruf 20 pt.')).toBeInTheDocument();
    expect(within(dialog).getByText('Tidak lulus.')).toBeInTheDocument();
    await userEvent.dblClick(within(dialog).getByRole('button', { name: 'Terbitkan 1 sertifikat' }));
    expect(issue).toHaveBeenCalledTimes(1);
    expect(issue).toHaveBeenCalledWith('c1', null);
  });

  it('locks the data of a closed class and says why', async () => {
    const view = await show(<DataTab />, {
      classes: { get: () => Promise.resolve({ ...aView, state: 'closed' as const }) },
    });
    expect(await screen.findByText(/Kelas sudah ditutup/)).toBeInTheDocument();
    expect(screen.getByRole('textbox', { name: /Nama kelas/ })).toBeDisabled();
    expect(screen.queryByRole('button', { name: 'Simpan data kelas' })).toBeNull();
    expect(await axeFindings(view.container)).toEqual([]);
  });
});

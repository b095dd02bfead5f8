import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { ReactNode } from 'react';
import { describe, expect, it, vi } from 'vitest';
import { RefusalError, type Backend } from '../../backend/backend';
import type { UnitRow } from '../../data/people';
import type { ComplaintView } from '../../data/voice/complaints';
import { useCommandKeys } from '../../frame/commands';
import { written } from '../../testing/classFixture';
import { axeFindings, fakeBackend, renderScreen, type FakeRooms } from '../../testing/render';
import { competencies, complaintRow, complaintView, services } from '../../testing/voiceFixture';
import { ComplaintScreen } from './ComplaintScreen';
import { ComplaintsScreen } from './ComplaintsScreen';
import { EditComplaintScreen, NewComplaintScreen } from './ComplaintFormScreens';
import { ComplaintsReportScreen } from './ReportScreens';

vi.mock('../../components/pdf/pdfjs', () => ({
  openPdf: () => ({ promise: Promise.reject(new Error('not drawn here')), destroy: () => Promise.resolve() }),
}));

function Keys({ children }: { children: ReactNode }) {
  useCommandKeys();
  return <>{children}</>;
}

const units: UnitRow[] = [
  { id: 'u1', parent: null, name: 'DINAS KEPENDUDUKAN', path: 'DINAS KEPENDUDUKAN', depth: 0, people: 0 },
];

function backend(voice: FakeRooms['voice'] = {}, needs: FakeRooms['needs'] = {}): Backend {
  return fakeBackend(
    {},
    {
      voice: {
        complaints: () => Promise.resolve({ rows: [complaintRow], total: 1 }),
        complaint: () => Promise.resolve(complaintView),
        services: () => Promise.resolve(services),
        ...voice,
      },
      needs: { competencies: () => Promise.resolve(competencies), ...needs },
      people: { units: () => Promise.resolve(units) },
    },
  );
}

const list = { path: '/voice/complaints', at: '/voice/complaints' };
const page = { path: '/voice/complaints/$id', at: '/voice/complaints/a1' };
const edit = { path: '/voice/complaints/$id/edit', at: '/voice/complaints/a1/edit' };

describe('the complaints', () => {
  it('say how far each has come and which are late', async () => {
    const { container } = await renderScreen(<ComplaintsScreen />, { backend: backend(), ...list });
    const row = await screen.findByRole('row', { name: /2026-014/ });
    expect(within(row).getByText('Masuk')).toBeInTheDocument();
    expect(within(row).getByText('lewat 19/02/2026')).toBeInTheDocument();
    expect(within(row).getByText('Pelayanan publik')).toBeInTheDocument();
    expect(await axeFindings(container)).toEqual([]);
  });

  it('are narrowed by the address, and printed and written as they are narrowed', async () => {
    const complaints = vi.fn(() => Promise.resolve({ rows: [complaintRow], total: 1 }));
    const exportComplaints = vi.fn<Backend['voice']['exportComplaints']>(() => Promise.resolve(null));
    const at = '/voice/complaints?q=loket&state=masuk&unit=u1&kind=pengaduan&competency=k1&overdue=only';
    await renderScreen(<ComplaintsScreen />, { backend: backend({ complaints, exportComplaints }), path: list.path, at });
    await screen.findByRole('row', { name: /2026-014/ });
    const asked = { text: 'loket', state: 'masuk', unit: 'u1', kind: 'pengaduan', competency: 'k1', overdue_only: true };
    expect(complaints).toHaveBeenCalledWith({ ...asked, offset: 0, limit: 200 });
    await userEvent.click(screen.getByRole('button', { name: 'Simpan ke Excel' }));
    expect(exportComplaints).toHaveBeenCalledWith({ ...asked, offset: 0, limit: 0 });
    const reportPdf = vi.fn<Backend['voice']['reportPdf']>(() => Promise.resolve(new Uint8Array([1])));
    await renderScreen(<ComplaintsReportScreen />, {
      backend: backend({ reportPdf }),
      path: '/voice/complaints/report',
      at: '/voice/complaints/report?overdue=only',
    });
    await waitFor(() =>
      expect(reportPdf).toHaveBeenCalledWith({ kind: 'complaints', query: expect.objectContaining({ overdue_only: true }) as object }),
    );
  });

  it('are none: that is said', async () => {
    const complaints = () => Promise.resolve({ rows: [], total: 0 });
    const { container } = await renderScreen(<ComplaintsScreen />, { backend: backend({ complaints }), ...list });
    expect(await screen.findByRole('heading', { name: 'Belum ada pengaduan' })).toBeInTheDocument();
    expect(await axeFindings(container)).toEqual([]);
  });
});

describe('a new complaint', () => {
  it('is typed by keyboard; the service brings its unit', async () => {
    const saveComplaint = vi.fn<Backend['voice']['saveComplaint']>(() => written('a9', 'Simpan pengaduan', ['voice']));
    const { container } = await renderScreen(<Keys><NewComplaintScreen /></Keys>, { backend: backend({ saveComplaint }) });
    const text = await screen.findByLabelText(/^Isi/);
    expect(await axeFindings(container)).toEqual([]);
    await userEvent.type(screen.getByRole('combobox', { name: 'Saluran' }), 'Datang langsung');
    await userEvent.type(text, 'Antrean terlalu lama.');
    await userEvent.type(screen.getByRole('combobox', { name: 'Layanan' }), 'KTP');
    await userEvent.keyboard('{ArrowDown}{Enter}');
    await userEvent.type(screen.getByLabelText('Pelapor'), 'Rina Wati');
    screen.getByLabelText('Rahasiakan pelapor').focus();
    await userEvent.keyboard(' {Control>}{Enter}{/Control}');
    await waitFor(() =>
      expect(saveComplaint).toHaveBeenCalledWith({
        id: null,
        ticket: '',
        received_on: '2026-03-02',
        channel: 'Datang langsung',
        unit: 'u1',
        service: 'l1',
        kind: 'pengaduan',
        handling: 'plain',
        category: '',
        text: 'Antrean terlalu lama.',
        reporter: 'Rina Wati',
        contact: '',
        protected: true,
      }),
    );
  });

  it('names the missing day and what the core refuses at their fields', async () => {
    const message = 'Saluran belum dipilih.';
    const refusal = new RefusalError({ code: 'invalid_input', message, fields: [{ field: 'channel', message }] });
    const saveComplaint = vi.fn<Backend['voice']['saveComplaint']>(() => Promise.reject(refusal));
    const { container } = await renderScreen(<Keys><NewComplaintScreen /></Keys>, { backend: backend({ saveComplaint }) });
    const day = await screen.findByLabelText(/^Diterima/);
    await userEvent.clear(day);
    await userEvent.keyboard('{Control>}{Enter}{/Control}');
    await waitFor(() => expect(day).toBeInvalid());
    expect(saveComplaint).not.toHaveBeenCalled();
    await userEvent.type(day, '01032026{Control>}{Enter}{/Control}');
    await waitFor(() => expect(screen.getByRole('combobox', { name: 'Saluran' })).toBeInvalid());
    expect(await axeFindings(container)).toEqual([]);
  });
});

describe('a complaint', () => {
  it('keeps back who it is from until asked, and puts it away again', async () => {
    const reporter = vi.fn<Backend['voice']['reporter']>(() => Promise.resolve({ name: 'Rina Wati', contact: '0812 0000 0000' }));
    const { container } = await renderScreen(<ComplaintScreen />, { backend: backend({ reporter }), ...page });
    expect(await screen.findByText('Dirahasiakan')).toBeInTheDocument();
    expect(reporter).not.toHaveBeenCalled();
    expect(await axeFindings(container)).toEqual([]);
    await userEvent.click(screen.getByRole('button', { name: 'Tampilkan pelapor' }));
    expect(await screen.findByText('Rina Wati')).toBeInTheDocument();
    expect(screen.getByText('0812 0000 0000')).toBeInTheDocument();
    await userEvent.click(screen.getByRole('button', { name: 'Sembunyikan pelapor' }));
    expect(screen.queryByText('Rina Wati')).not.toBeInTheDocument();
  });

  it('shows one that is not protected, and says that nobody is known', async () => {
    const shown = (complaint: Partial<ComplaintView['complaint']>, anonymous: boolean): ComplaintView => ({
      ...complaintView,
      complaint: { ...complaintView.complaint, protected: false, ...complaint },
      anonymous,
    });
    const open = shown({ reporter: 'Budi Santoso' }, false);
    const first = await renderScreen(<ComplaintScreen />, { backend: backend({ complaint: () => Promise.resolve(open) }), ...page });
    expect(await screen.findByText('Budi Santoso')).toBeInTheDocument();
    expect(screen.queryByRole('button', { name: 'Tampilkan pelapor' })).not.toBeInTheDocument();
    first.unmount();
    const nobody = shown({}, true);
    await renderScreen(<ComplaintScreen />, { backend: backend({ complaint: () => Promise.resolve(nobody) }), ...page });
    expect(await screen.findByText('Tanpa nama')).toBeInTheDocument();
  });

  it('says what is late, and takes the usual next step by keyboard', async () => {
    const addStep = vi.fn<Backend['voice']['addStep']>(() => written(null, 'Catat langkah', ['voice']));
    await renderScreen(<Keys><ComplaintScreen /></Keys>, { backend: backend({ addStep }), ...page });
    expect(await screen.findByText('Verifikasi paling lambat 19 Februari 2026.')).toBeInTheDocument();
    expect(screen.getByText('lewat 19 Februari 2026')).toBeInTheDocument();
    expect(screen.getByText('sampai 6 Maret 2026')).toBeInTheDocument();
    const form = screen.getByRole('form', { name: 'Langkah berikutnya' });
    expect(within(form).getByRole('combobox', { name: 'Keadaan' })).toHaveValue('Verifikasi');
    await userEvent.type(within(form).getByLabelText('Catatan'), 'Berkas lengkap.{Control>}{Enter}{/Control}');
    await waitFor(() => expect(addStep).toHaveBeenCalledWith('a1', '2026-03-02', 'verifikasi', 'Berkas lengkap.'));
  });

  it('that is settled asks for no further step', async () => {
    const settled: ComplaintView = {
      ...complaintView,
      row: { ...complaintRow, state: 'selesai', overdue: false },
      steps: [...complaintView.steps, { id: 'g2', date: '2026-02-20', state: 'selesai', note: 'Jam layanan ditegakkan.' }],
      next: [],
    };
    await renderScreen(<ComplaintScreen />, { backend: backend({ complaint: () => Promise.resolve(settled) }), ...page });
    expect(await screen.findByText('Jam layanan ditegakkan.')).toBeInTheDocument();
    expect(screen.queryByRole('form', { name: 'Langkah berikutnya' })).not.toBeInTheDocument();
  });

  it('is linked to a competency found by typing, and to one that is made of what was typed', async () => {
    const setCompetencies = vi.fn<Backend['voice']['setCompetencies']>(() => written(null, 'Kaitkan kompetensi', ['voice']));
    const saveCompetency = vi.fn<Backend['needs']['saveCompetency']>(() => written('k9', 'Simpan kompetensi', ['needs']));
    await renderScreen(<ComplaintScreen />, { backend: backend({ setCompetencies }, { saveCompetency }), ...page });
    await userEvent.click(await screen.findByRole('button', { name: 'Tautkan kompetensi' }));
    const box = await screen.findByRole('combobox', { name: 'Cari kompetensi' });
    await waitFor(() => expect(screen.getAllByRole('option')).toHaveLength(2));
    expect(await axeFindings(document.body)).toEqual([]);
    await userEvent.type(box, 'berkas{Enter}');
    await waitFor(() => expect(setCompetencies).toHaveBeenCalledWith('a1', ['k1', 'k2']));
    await userEvent.type(box, 'Pelayanan loket{Enter}');
    await waitFor(() => expect(saveCompetency).toHaveBeenCalledWith({ id: null, kind: 'technical', name: 'Pelayanan loket' }));
    await waitFor(() => expect(setCompetencies).toHaveBeenLastCalledWith('a1', ['k1', 'k9']));
    await userEvent.keyboard('{Escape}');
    await userEvent.click(await screen.findByRole('button', { name: 'Lepas Pelayanan publik' }));
    await waitFor(() => expect(setCompetencies).toHaveBeenLastCalledWith('a1', []));
  });

  it('is put right without its reporter being read or lost', async () => {
    const reporter = vi.fn<Backend['voice']['reporter']>(() => Promise.resolve({ name: 'Rina Wati', contact: '' }));
    const saveComplaint = vi.fn<Backend['voice']['saveComplaint']>(() => written('a1', 'Simpan pengaduan', ['voice']));
    const first = await renderScreen(<Keys><EditComplaintScreen /></Keys>, { backend: backend({ reporter, saveComplaint }), ...edit });
    await userEvent.type(await screen.findByLabelText('Kategori'), ' loket{Control>}{Enter}{/Control}');
    await waitFor(() =>
      expect(saveComplaint).toHaveBeenCalledWith({ ...complaintView.complaint, category: 'Waktu pelayanan loket' }),
    );
    expect(reporter).not.toHaveBeenCalled();
    first.unmount();
    const { container } = await renderScreen(<EditComplaintScreen />, { backend: backend({ reporter, saveComplaint }), ...edit });
    await userEvent.click(await screen.findByRole('button', { name: 'Tampilkan pelapor' }));
    expect(await screen.findByLabelText('Pelapor')).toHaveValue('Rina Wati');
    expect(await axeFindings(container)).toEqual([]);
  });

  it('is deleted after a question', async () => {
    const deleteComplaint = vi.fn<Backend['voice']['deleteComplaint']>(() => written(null, 'Hapus pengaduan', ['voice']));
    await renderScreen(<ComplaintScreen />, { backend: backend({ deleteComplaint }), ...page });
    await userEvent.click(await screen.findByRole('button', { name: 'Tindakan lain' }));
    await userEvent.click(await screen.findByRole('menuitem', { name: 'Hapus pengaduan…' }));
    await userEvent.click(await screen.findByRole('button', { name: 'Hapus pengaduan' }));
    await waitFor(() => expect(deleteComplaint).toHaveBeenCalledWith('a1'));
  });
});

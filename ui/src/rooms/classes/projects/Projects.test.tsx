import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { ReactNode } from 'react';
import { describe, expect, it, vi } from 'vitest';
import { RefusalError } from '../../../backend/backend';
import type { ProjectForm, ProjectList, ProjectView } from '../../../data/classes/projects';
import { aView, classRooms, written } from '../../../testing/classFixture';
import { axeFindings, fakeBackend, renderScreen, type FakeRooms } from '../../../testing/render';
import { monthStarts } from './days';
import { ProjectFormScreen } from './ProjectFormScreen';
import { ProjectScreen } from './ProjectScreen';
import { ProgressReportScreen, ProjectSheetScreen } from './ProjectReportScreen';
import { ProjectsTab } from './ProjectsTab';

const list: ProjectList = {
  closed: false,
  rows: [
    {
      id: 'j1', kind: 'aksi_perubahan', title: 'Antrean daring', leader: 'Dr. Siti Aminah, M.Si.', members: 2, mentor: 'Drs. Ahmad',
      starts: '2026-03-02', ends: '2026-05-29', progress: 43, reached: 4167,
      next: { name: 'Uji coba', due: '2026-03-06', overdue: true }, overdue: 1, evidence: 1,
    },
    {
      id: 'j2', kind: 'aktualisasi', title: 'Arsip rapi', leader: 'Budi Santoso', members: 1, mentor: '',
      starts: '2026-03-02', ends: '2026-05-29', progress: null, reached: null, next: null, overdue: 0, evidence: 0,
    },
  ],
};

const project: ProjectView = {
  id: 'j1', class: 'c1', closed: false, today: '2026-03-09', kind: 'aksi_perubahan', title: 'Antrean daring',
  problem: 'Warga menunggu lama.', service: 'Layanan KTP', indicator: 'Lama tunggu', measure: 'menit',
  baseline: 6000, target: 3000, actual: 4750, reached: 4167, mentor: 'Drs. Ahmad', coach: '',
  starts: '2026-03-02', ends: '2026-05-29', note: '',
  team: [
    { enrolment: 'e1', person: 'p-e1', name: 'Dr. Siti Aminah, M.Si.', nip: '', unit: 'Dinas Kominfo', leader: true, withdrawn: '' },
    { enrolment: 'e2', person: 'p-e2', name: 'Budi Santoso', nip: '', unit: '', leader: false, withdrawn: 'Pindah' },
  ],
  milestones: [
    { id: 'm1', name: 'Rancangan', starts: '2026-03-02', due: '2026-03-04', percent: 100, done_on: '2026-03-04', overdue: false },
    { id: 'm2', name: 'Uji coba', starts: '2026-03-04', due: '2026-03-06', percent: 30, done_on: null, overdue: true },
    { id: 'm3', name: 'Evaluasi', starts: '2026-05-01', due: '2026-05-29', percent: 0, done_on: null, overdue: false },
  ],
  progress: 43, overdue: 1,
  risks: [
    { id: 'r1', risk: 'Mutasi petugas', likelihood: 1, impact: 2, response: '' },
    { id: 'r2', risk: 'Jaringan putus', likelihood: 3, impact: 3, response: 'Modem cadangan' },
  ],
  evidence: [
    { id: 'b1', name: 'Notula.pdf', bytes: 2048, sha256: 'ab'.repeat(32), added_on: '2026-03-05', milestone: 'm1', milestone_name: 'Rancangan' },
  ],
  seminars: [
    { stage: 'design', date: '2026-03-05', examiner: 'Dr. Umar', component: 'k1', component_name: 'Sikap', score: 8750, note: '' },
    { stage: 'result', date: null, examiner: '', component: null, component_name: '', score: null, note: '' },
  ],
  components: [{ id: 'k1', name: 'Sikap' }, { id: 'k2', name: 'Ujian' }],
};

const form: ProjectForm = {
  draft: {
    id: null, kind: 'proyek_unit', title: '', problem: '', service: '', indicator: '', measure: '', baseline: '',
    target: '', actual: '', mentor: null, coach: null, starts: '2026-03-02', ends: '2026-05-29', note: '', members: [],
    milestones: [], risks: [],
  },
  participants: [{ id: 'e1', name: 'Dr. Siti Aminah, M.Si.' }, { id: 'e2', name: 'Budi Santoso' }],
  mentors: [{ id: 'n1', name: 'Drs. Ahmad' }],
  coach: null,
};

type Projects = NonNullable<FakeRooms['projects']>;

const show = (node: ReactNode, projects: Projects, at = '/classes/c1/projects', path = '/classes/$id/projects') =>
  renderScreen(node, { backend: fakeBackend({}, { ...classRooms(), projects }), path, at });

const showPage = (parts: Projects = {}, view = project) =>
  show(<ProjectScreen />, { get: () => Promise.resolve(view), ...parts }, '/classes/c1/projects/j1', '/classes/$id/projects/$project');

const refuse = (field: string, message: string) => () =>
  Promise.reject(new RefusalError({ code: 'invalid_input', message, fields: [{ field, message }] }));

/** What is typed into a plain field, in one step: letters one by one belong to the tests that are about them. */
const fill = (label: string | RegExp, value: string) =>
  fireEvent.change(screen.getByRole('textbox', { name: label }), { target: { value } });

describe('projects of a class', () => {
  it('lists them with team, progress and what is overdue', async () => {
    const view = await show(<ProjectsTab />, { list: () => Promise.resolve(list) });
    const row = await screen.findByRole('row', { name: 'Antrean daring' });
    expect(within(row).getByText('Dr. Siti Aminah, M.Si. +1')).toBeInTheDocument();
    expect(within(row).getByText('43%')).toBeInTheDocument();
    expect(within(row).getByText('1 lewat batas')).toBeInTheDocument();
    expect(screen.getByText('Belum ada tahapan')).toBeInTheDocument();
    expect(await axeFindings(view.container)).toEqual([]);
    await userEvent.type(screen.getByRole('searchbox'), 'arsip');
    await waitFor(() => expect(screen.queryByRole('row', { name: 'Antrean daring' })).toBeNull());
  });

  it('says on the tab how many there are and how many steps are late', async () => {
    const rooms = classRooms({ classes: { get: () => Promise.resolve({ ...aView, projects: 2, overdue_milestones: 1 }) } });
    const backend = fakeBackend({}, { ...rooms, projects: { list: () => Promise.resolve(list) } });
    await renderScreen(<ProjectsTab />, { backend, path: '/classes/$id/projects', at: '/classes/c1/projects' });
    expect(await screen.findByRole('link', { name: /^Proyek\s*2, 1 lewat$/ })).toBeInTheDocument();
  });

  it('names the first step where there are none, and none where the class is closed', async () => {
    const view = await show(<ProjectsTab />, { list: () => Promise.resolve({ rows: [], closed: false }) });
    expect(await screen.findByText('Belum ada proyek di kelas ini')).toBeInTheDocument();
    expect(screen.getAllByRole('button', { name: 'Tambah proyek' })).toHaveLength(2);
    expect(await axeFindings(view.container)).toEqual([]);
    view.unmount();
    await show(<ProjectsTab />, { list: () => Promise.resolve({ rows: [], closed: true }) });
    expect(await screen.findByText(/Kelas sudah ditutup/)).toBeInTheDocument();
    expect(screen.queryByRole('button', { name: 'Tambah proyek' })).toBeNull();
  });
});

describe('form of a project', () => {
  const open = (save: Projects['save']) =>
    show(<ProjectFormScreen />, { form: () => Promise.resolve(form), save }, '/classes/c1/projects/new', '/classes/$id/projects/new');

  it('is filled and saved by keyboard', async () => {
    const save = vi.fn(() => written('j9'));
    const view = await open(save);
    await screen.findByRole('textbox', { name: /Judul/ });
    fill(/Judul/, 'Antrean daring');
    fill(/Masalah/, 'Warga menunggu lama.');
    const team = screen.getByRole('combobox', { name: /Anggota tim/ });
    await userEvent.type(team, 'budi');
    await userEvent.click(await screen.findByRole('option', { name: 'Budi Santoso' }));
    await userEvent.clear(team);
    await userEvent.type(team, 'siti');
    await userEvent.click(await screen.findByRole('option', { name: /Siti/ }));
    fill('Yang diukur', 'Lama tunggu');
    fill('Target', '12,5');
    await userEvent.click(screen.getByRole('button', { name: 'Tambah tahapan' }));
    const name = await screen.findByRole('textbox', { name: 'Tahapan baris 1' });
    expect(name).toHaveFocus();
    await userEvent.keyboard('Rancangan');
    fill('Batas baris 1', '06/03/2026');
    screen.getByRole('textbox', { name: 'Batas baris 1' }).focus();
    await userEvent.keyboard('{Enter}');
    expect(await screen.findByRole('textbox', { name: 'Tahapan baris 2' })).toHaveFocus();
    await userEvent.keyboard('Uji coba');
    expect(screen.getByRole('textbox', { name: 'Mulai baris 2' })).toHaveValue('06/03/2026');
    expect(await axeFindings(view.container)).toEqual([]);
    await userEvent.click(screen.getByRole('button', { name: 'Simpan proyek' }));
    await waitFor(() => expect(save).toHaveBeenCalledTimes(1));
    expect(save).toHaveBeenCalledWith('c1', expect.objectContaining({
      title: 'Antrean daring',
      target: '12,5',
      members: [{ enrolment: 'e2', leader: true }, { enrolment: 'e1', leader: false }],
      milestones: [
        expect.objectContaining({ name: 'Rancangan', starts: '2026-03-02', due: '2026-03-06' }),
        expect.objectContaining({ name: 'Uji coba', starts: '2026-03-06', due: null }),
      ],
    }));
  });

  it('keeps what was typed when a field is refused, and moves lines', async () => {
    const message = 'Target 12,345 lebih dari dua angka di belakang koma.';
    await open(refuse('target', message));
    await screen.findByRole('textbox', { name: 'Target' });
    fill('Target', '12,345');
    await userEvent.click(screen.getByRole('button', { name: 'Simpan proyek' }));
    expect((await screen.findAllByText(message)).length).toBeGreaterThan(1);
    expect(screen.getByRole('textbox', { name: 'Target' })).toHaveValue('12,345');
    await userEvent.click(screen.getByRole('button', { name: 'Tambah risiko' }));
    await userEvent.keyboard('Satu');
    await userEvent.type(screen.getByRole('textbox', { name: 'Penanganan baris 1' }), '{Enter}');
    await userEvent.keyboard('Dua{Alt>}{ArrowUp}{/Alt}');
    expect(screen.getByRole('textbox', { name: 'Risiko baris 1' })).toHaveValue('Dua');
    expect(screen.getByRole('textbox', { name: 'Risiko baris 1' })).toHaveFocus();
    await userEvent.click(screen.getByRole('button', { name: 'Hapus Risiko, baris 2' }));
    expect(screen.queryByRole('textbox', { name: 'Risiko baris 2' })).toBeNull();
  });
});

describe('page of a project', () => {
  it('shows facts, indicator, timeline, evidence, seminars and risks', async () => {
    const view = await showPage();
    expect(await screen.findByRole('heading', { name: 'Antrean daring' })).toBeInTheDocument();
    expect(screen.getByText('Selesaikan Uji coba, lewat batas 06/03/2026.')).toBeInTheDocument();
    expect(screen.getByText('41,67%')).toBeInTheDocument();
    expect(screen.getByText(/ketua, Dinas Kominfo/)).toBeInTheDocument();
    const picture = screen.getByRole('img', { name: 'Jadwal tahapan Antrean daring' });
    expect(within(picture).getByText('30%, lewat batas')).toBeInTheDocument();
    expect(within(picture).getByText('hari ini')).toBeInTheDocument();
    const risks = within(screen.getByRole('region', { name: 'Risiko' })).getAllByRole('listitem');
    expect(risks[0]).toHaveTextContent('Jaringan putus');
    expect(await axeFindings(view.container)).toEqual([]);
  });

  it('keeps the progress of each milestone as it is typed', async () => {
    const setProgress = vi.fn(() => written(null));
    await showPage({ setProgress });
    const percent = await screen.findByRole('textbox', { name: 'Maju (%) Uji coba' });
    await userEvent.clear(percent);
    await userEvent.type(percent, '100{Enter}');
    expect(screen.getByRole('textbox', { name: 'Maju (%) Evaluasi' })).toHaveFocus();
    await waitFor(() => expect(setProgress).toHaveBeenCalledWith('j1', [{ milestone: 'm2', percent: 100, done_on: null }]));
    await userEvent.keyboard('abc{Enter}');
    expect(await screen.findByText('“abc” bukan persentase. Tulis 0 sampai 100.')).toBeInTheDocument();
    expect(setProgress).toHaveBeenCalledTimes(1);
    await userEvent.type(screen.getByRole('textbox', { name: 'Selesai pada Uji coba' }), '07/03/2026');
    await userEvent.tab();
    await waitFor(() =>
      expect(setProgress).toHaveBeenLastCalledWith('j1', [{ milestone: 'm2', percent: 100, done_on: '2026-03-07' }]),
    );
  });

  it('shows a refused percentage at its line', async () => {
    const message = 'Kemajuan 130% di luar 0 sampai 100.';
    await showPage({ setProgress: refuse('progress.0.percent', message) });
    const percent = await screen.findByRole('textbox', { name: 'Maju (%) Evaluasi' });
    await userEvent.clear(percent);
    await userEvent.type(percent, '130{Enter}');
    expect(await screen.findByText(message)).toBeInTheDocument();
    expect(percent).toHaveValue('130');
  });

  it('takes the actual amount and the score of a seminar as typed', async () => {
    const setActual = vi.fn(refuse('actual', 'Capaian 1,234 lebih dari dua angka di belakang koma.'));
    const saveSeminar = vi.fn(() => written(2));
    await showPage({ setActual, saveSeminar });
    const actual = await screen.findByRole('textbox', { name: 'Capaian sekarang' });
    expect(actual).toHaveValue('47,50');
    await userEvent.clear(actual);
    await userEvent.type(actual, '1,234{Enter}');
    expect(await screen.findByText(/lebih dari dua angka/)).toBeInTheDocument();
    const result = within(screen.getByRole('form', { name: 'Seminar hasil' }));
    await userEvent.type(result.getByRole('textbox', { name: 'Nilai seminar hasil' }), '87,5{Enter}');
    await waitFor(() =>
      expect(saveSeminar).toHaveBeenCalledWith('j1', expect.objectContaining({ stage: 'result', score: '87,5', component: null })),
    );
  });

  it('adds evidence to a milestone, opens it and takes it away', async () => {
    const addEvidence = vi.fn(() => Promise.resolve(null));
    const openEvidence = vi.fn(() => Promise.resolve(null));
    const removeEvidence = vi.fn(() => written(null));
    await showPage({ addEvidence, openEvidence, removeEvidence });
    await userEvent.click(await screen.findByRole('combobox', { name: 'Untuk tahapan' }));
    await userEvent.click(await screen.findByRole('option', { name: 'Uji coba' }));
    await userEvent.click(screen.getByRole('button', { name: 'Tambah berkas…' }));
    await waitFor(() => expect(addEvidence).toHaveBeenCalledWith('j1', 'm2'));
    await userEvent.click(screen.getByRole('button', { name: 'Buka Notula.pdf' }));
    expect(openEvidence).toHaveBeenCalledWith('b1');
    await userEvent.click(screen.getByRole('button', { name: 'Hapus Notula.pdf dari bukti' }));
    await waitFor(() => expect(removeEvidence).toHaveBeenCalledWith('b1'));
  });

  it('keeps scores and the project of a closed class', async () => {
    const view = await showPage({}, { ...project, closed: true, evidence: [], risks: [], milestones: [], indicator: '', progress: null, overdue: 0 });
    expect(await screen.findByText(/nilai seminar dan tim tetap/)).toBeInTheDocument();
    expect(screen.queryByRole('button', { name: /Simpan seminar/ })).toBeNull();
    expect(screen.getByText('Proyek ini belum mempunyai indikator.')).toBeInTheDocument();
    expect(screen.getByRole('button', { name: 'Tambah berkas…' })).toBeEnabled();
    expect(await axeFindings(view.container)).toEqual([]);
    await userEvent.click(screen.getByRole('button', { name: 'Tindakan lain' }));
    expect(await screen.findByRole('menuitem', { name: 'Hapus proyek' })).toBeDisabled();
  });
});

it('shows the sheet and the progress of all as the PDF itself', async () => {
  const saveReport = vi.fn(() => Promise.resolve('/lembar.pdf'));
  const parts = { get: () => Promise.resolve(project), reportPdf: () => Promise.resolve(new Uint8Array([1])), saveReport };
  const sheet = await show(<ProjectSheetScreen />, parts, '/classes/c1/projects/j1/sheet', '/classes/$id/projects/$project/sheet');
  await userEvent.click(await screen.findByRole('button', { name: 'Simpan berkas' }));
  await waitFor(() => expect(saveReport).toHaveBeenCalledWith({ kind: 'sheet', project: 'j1' }));
  expect(await axeFindings(sheet.container)).toEqual([]);
  sheet.unmount();
  const all = await show(<ProgressReportScreen />, parts, '/classes/c1/projects/report', '/classes/$id/projects/report');
  await userEvent.click(await screen.findByRole('button', { name: 'Simpan berkas' }));
  await waitFor(() => expect(saveReport).toHaveBeenLastCalledWith({ kind: 'progress', class: 'c1' }));
  expect(await axeFindings(all.container)).toEqual([]);
});

it('counts months without a time zone', () => {
  expect(monthStarts('2025-12-02', '2026-02-01')).toEqual(['2026-01-01', '2026-02-01']);
});

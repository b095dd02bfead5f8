import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { ReactNode } from 'react';
import { describe, expect, it, vi } from 'vitest';
import { RefusalError, type Backend } from '../../backend/backend';
import type { MeetingRow, Mentor, MentorRow, OrphanRow, PairRow, PairView } from '../../data/mentoring';
import { useCommandKeys } from '../../frame/commands';
import { aRow, written } from '../../testing/classFixture';
import { axeFindings, fakeBackend, renderScreen } from '../../testing/render';
import { MentorScreen } from './MentorScreen';
import { MentorsScreen } from './MentorsScreen';
import { NewMentorScreen } from './NewMentorScreen';
import { OrphansScreen } from './OrphansScreen';
import { PairScreen } from './PairScreen';
import { PairsScreen } from './PairsScreen';
import { LogFormScreen } from './ReportScreens';

vi.mock('../../components/pdf/pdfjs', () => ({
  openPdf: () => ({ promise: Promise.reject(new Error('not drawn here')), destroy: () => Promise.resolve() }),
}));

/** The screen with the keys that the frame listens to. */
function Keys({ children }: { children: ReactNode }) {
  useCommandKeys();
  return <>{children}</>;
}

const pairRow: PairRow = {
  id: 'r1',
  class: 'c1',
  class_name: 'Angkatan III',
  programme_name: 'Pelayanan Publik',
  enrolment: 'e1',
  mentee: 'Budi Santoso, S.E.',
  mentee_nip: '198502022010011002',
  mentor_id: 'm1',
  mentor: 'Dr. Siti Aminah, M.Si.',
  starts: '2026-01-05',
  ends: null,
  state: 'silent',
  ending: null,
  last_meeting: '2026-01-19',
  quiet_days: 42,
  meetings: 3,
  jp: 4,
};

const meetingRow = (id: string, date: string, jp: number, note: string): MeetingRow => ({
  meeting: {
    id,
    pair: 'r1',
    date,
    topic: `Bahasan ${id}`,
    notes: 'Membaca peraturan.',
    next_step: 'Menyusun kerangka.',
    confirmed_mentor: true,
    confirmed_mentee: jp > 0,
  },
  jp,
  jp_note: note,
});

const pairView: PairView = {
  row: pairRow,
  person: 'p1',
  mentee_position: 'Analis',
  mentee_unit: 'Dinas Kominfo',
  mentor_person: 'p9',
  mentor_nip: '198001012005012001',
  mentor_position: 'Kepala Bidang',
  mentor_unit: 'Dinas Kesehatan',
  score: 8750,
  highest: 12000,
  reason: 'Menguasai 2 dari 2 bidang yang dibutuhkan.',
  ending_note: '',
  meetings: [meetingRow('g1', '2026-01-12', 2, ''), meetingRow('g2', '2026-01-19', 0, 'Paraf peserta belum ada.')],
  judgements: [{ pair: 'r1', stage: 'mid', side: 'mentor', date: '2026-02-01', score: 8250, note: 'Rajin.' }],
};

const mentorRow: MentorRow = {
  id: 'm1',
  name: 'Dr. Siti Aminah, M.Si.',
  nip: '198001012005012001',
  rank: 'IV/a',
  position: 'Kepala Bidang',
  unit: 'DINAS KESEHATAN',
  outside: false,
  place: '',
  fields: [{ id: 'f1', field: 'Keuangan daerah', level: 4, evidence: '' }],
  fewest: 1,
  most: 4,
  running: 3,
  finished: 2,
  stopped: 0,
  active: true,
  lacks: ['Waktu tersedia tidak mencakup masa mentoring.'],
};

const mentor: Mentor = {
  id: 'm1',
  person: 'p9',
  name: '',
  nip: '',
  rank: '',
  position: '',
  organisation: '',
  place: 'Muara Bulian',
  languages: '',
  fewest: 1,
  most: 4,
  penalty_until: null,
  active: true,
  note: '',
  fields: mentorRow.fields,
  periods: [{ id: 'w1', starts: '2026-01-01', ends: '2026-06-30' }],
};

const orphans: OrphanRow[] = ['Budi Santoso', 'Rina Wati'].map((name, at) => ({
  class: `c${at + 1}`,
  class_name: `Angkatan ${at + 1}`,
  programme_name: 'Pelayanan Publik',
  enrolment: `e${at + 1}`,
  name,
  nip: '198502022010011002',
  last_mentor: 'Dr. Siti Aminah, M.Si.',
  since: `2026-02-0${at + 1}`,
}));

function backend(mentoring: Partial<Backend['mentoring']> = {}): Backend {
  return fakeBackend(
    {},
    {
      mentoring: {
        overview: () =>
          Promise.resolve({ running: 12, silent: 2, orphans: 1, finished_year: 7, without_pair: 0, judgements_due: 3 }),
        pairs: () => Promise.resolve({ rows: [pairRow], total: 1 }),
        pair: () => Promise.resolve(pairView),
        orphans: () => Promise.resolve(orphans),
        mentors: () => Promise.resolve({ rows: [mentorRow], total: 1 }),
        mentor: () => Promise.resolve({ mentor, row: mentorRow }),
        fieldNames: () => Promise.resolve(['Keuangan daerah', 'Pengadaan barang dan jasa']),
        ...mentoring,
      },
      classes: {
        list: () => Promise.resolve({ rows: [aRow], total: 1 }),
        findPeople: () =>
          Promise.resolve([
            { id: 'p9', name: 'Dr. Siti Aminah, M.Si.', nip: '', kind: 'pns', rank: 'IV/a', position: '', unit: '', active: true },
          ]),
      },
    },
  );
}

describe('the pairs', () => {
  const at = { path: '/mentoring', at: '/mentoring' };

  it('say since when one is silent, with the figures of the room above', async () => {
    const { container } = await renderScreen(<PairsScreen />, { backend: backend(), ...at });
    const row = await screen.findByRole('row', { name: /Budi Santoso/ });
    expect(within(row).getByText('diam 42 hari')).toBeInTheDocument();
    expect(within(row).getByText('19/01/2026')).toBeInTheDocument();
    const counts = await screen.findByRole('list', { name: 'Angka mentoring' });
    expect(counts).toHaveTextContent('12 pasangan berjalan');
    expect(counts).toHaveTextContent('7 selesai 2026');
    expect(within(counts).getByRole('link', { name: 'diam lebih dari 30 hari' })).toBeInTheDocument();
    expect(await axeFindings(container)).toEqual([]);
  });

  it('are narrowed by the address, and a class offers its paper', async () => {
    const pairs = vi.fn(() => Promise.resolve({ rows: [pairRow], total: 1 }));
    const address = { path: '/mentoring', at: '/mentoring?state=silent&class=c1' };
    await renderScreen(<PairsScreen />, { backend: backend({ pairs }), ...address });
    await screen.findByRole('row', { name: /Budi Santoso/ });
    expect(pairs).toHaveBeenCalledWith({ text: '', state: 'silent', class: 'c1', mentor: null, offset: 0, limit: 200 });
    expect(screen.getByRole('button', { name: 'Pasangan dan alasannya' })).toBeInTheDocument();
  });

  it('say where pairs come from while there are none', async () => {
    const pairs = () => Promise.resolve({ rows: [], total: 0 });
    const { container } = await renderScreen(<PairsScreen />, { backend: backend({ pairs }), ...at });
    expect(await screen.findByRole('heading', { name: 'Belum ada pasangan' })).toBeInTheDocument();
    expect(await axeFindings(container)).toEqual([]);
  });
});

describe('participants without a mentor', () => {
  const at = { path: '/mentoring/orphans', at: '/mentoring/orphans' };

  it('are found by any of their words', async () => {
    const { container } = await renderScreen(<OrphansScreen />, { backend: backend(), ...at });
    expect(await screen.findByRole('row', { name: /Budi Santoso/ })).toBeInTheDocument();
    expect(await axeFindings(container)).toEqual([]);
    await userEvent.type(screen.getByRole('searchbox'), 'angkatan rina');
    await waitFor(() => expect(screen.queryByRole('row', { name: /Budi Santoso/ })).not.toBeInTheDocument());
    expect(screen.getByRole('row', { name: /Rina Wati/ })).toBeInTheDocument();
  });

  it('are none: that is said', async () => {
    const { container } = await renderScreen(<OrphansScreen />, { backend: backend({ orphans: () => Promise.resolve([]) }), ...at });
    expect(await screen.findByRole('heading', { name: 'Tidak ada peserta yang kehilangan mentor' })).toBeInTheDocument();
    expect(await axeFindings(container)).toEqual([]);
  });
});

describe('the mentors', () => {
  it('are listed with load and lacks, and narrowed to those who lack something', async () => {
    const mentors = vi.fn(() => Promise.resolve({ rows: [mentorRow], total: 1 }));
    const { container } = await renderScreen(<MentorsScreen />, {
      backend: backend({ mentors }),
      path: '/mentoring/mentors',
      at: '/mentoring/mentors?only=lacking',
    });
    const row = await screen.findByRole('row', { name: /Siti Aminah/ });
    expect(within(row).getByText('3/4')).toBeInTheDocument();
    expect(within(row).getByText('Keuangan daerah (4)')).toBeInTheDocument();
    expect(within(row).getByText('1 kekurangan')).toBeInTheDocument();
    expect(mentors).toHaveBeenCalledWith(expect.objectContaining({ only: 'lacking' }));
    expect(await axeFindings(container)).toEqual([]);
  });

  it('are made by keyboard alone, with fields and a period', async () => {
    const saveMentor = vi.fn<Backend['mentoring']['saveMentor']>(() => written('m1', 'Tambah mentor', ['mentoring']));
    const { container } = await renderScreen(<Keys><NewMentorScreen /></Keys>, { backend: backend({ saveMentor }) });
    expect(await screen.findByRole('combobox', { name: /Orang/ })).toHaveFocus();
    expect(await axeFindings(container)).toEqual([]);
    await userEvent.keyboard('siti');
    await screen.findByRole('option', { name: /Siti Aminah/ });
    await userEvent.keyboard('{Enter}');
    await waitFor(() => expect(screen.getByRole('combobox', { name: /Orang/ })).toHaveValue('Dr. Siti Aminah, M.Si.'));
    const fields = screen.getByRole('region', { name: 'Bidang keahlian' });
    await userEvent.keyboard('{Enter}');
    expect(within(fields).getByRole('combobox', { name: 'Bidang' })).toHaveFocus();
    await userEvent.keyboard('Keuangan daerah');
    within(fields).getByRole('button', { name: 'Tambah bidang' }).focus();
    await userEvent.keyboard('{Enter}');
    expect(within(fields).getAllByRole('combobox', { name: 'Bidang' })[1]).toHaveFocus();
    await userEvent.keyboard('Arsip{Tab}{Tab}sertifikat 2024');
    screen.getByRole('button', { name: 'Tambah waktu' }).focus();
    await userEvent.keyboard('{Enter}01012026{Enter}30062026{Control>}{Enter}{/Control}');
    await waitFor(() =>
      expect(saveMentor).toHaveBeenCalledWith({
        ...mentor,
        id: null,
        place: '',
        fewest: 0,
        most: 5,
        fields: [
          { id: null, field: 'Keuangan daerah', level: 3, evidence: '' },
          { id: null, field: 'Arsip', level: 3, evidence: 'sertifikat 2024' },
        ],
        periods: [{ id: null, starts: '2026-01-01', ends: '2026-06-30' }],
      }),
    );
  });

  it('from outside have a name of their own; what is missing is named at its field', async () => {
    const saveMentor = vi.fn<Backend['mentoring']['saveMentor']>(() => written('m2', 'Tambah mentor', ['mentoring']));
    const { container } = await renderScreen(<NewMentorScreen />, { backend: backend({ saveMentor }) });
    await userEvent.clear(await screen.findByLabelText('Paling banyak'));
    await userEvent.click(screen.getByRole('button', { name: 'Simpan' }));
    expect(await screen.findByRole('alert')).toHaveTextContent('2 isian perlu dibetulkan');
    expect(screen.getByRole('button', { name: 'Pilih orangnya dulu.' })).toBeInTheDocument();
    expect(screen.getByLabelText('Paling banyak')).toBeInvalid();
    expect(saveMentor).not.toHaveBeenCalled();
    await userEvent.type(screen.getByLabelText('Paling banyak'), '3');
    await userEvent.click(screen.getByRole('radio', { name: 'Dari luar' }));
    await userEvent.type(screen.getByLabelText(/Nama dengan gelar/), 'Prof. Anwar');
    expect(await axeFindings(container)).toEqual([]);
    await userEvent.click(screen.getByRole('button', { name: 'Simpan' }));
    await waitFor(() =>
      expect(saveMentor).toHaveBeenCalledWith(expect.objectContaining({ person: null, name: 'Prof. Anwar', most: 3 })),
    );
  });
});

describe('a mentor', () => {
  const at = { path: '/mentoring/mentors/$id', at: '/mentoring/mentors/m1' };

  it('is saved as changed; what is lacking stands beside the form', async () => {
    const saveMentor = vi.fn<Backend['mentoring']['saveMentor']>(() => written('m1', 'Ubah mentor', ['mentoring']));
    const { container } = await renderScreen(<MentorScreen />, { backend: backend({ saveMentor }), ...at });
    const lacks = await screen.findByRole('list', { name: 'Perlu dilengkapi' });
    expect(lacks).toHaveTextContent('Waktu tersedia tidak mencakup masa mentoring.');
    expect(screen.getByRole('link', { name: 'Buka data orangnya' })).toHaveAttribute('href', '/people/p9');
    expect(await axeFindings(container)).toEqual([]);
    await userEvent.click(screen.getByRole('button', { name: 'Hapus Waktu tersedia, baris 1' }));
    await userEvent.click(screen.getByRole('button', { name: 'Simpan' }));
    await waitFor(() => expect(saveMentor).toHaveBeenCalledWith({ ...mentor, periods: [] }));
  });

  it('leaves on a day and with a reason, and shows the way to those who stay behind', async () => {
    const mentorLeaves = vi.fn<Backend['mentoring']['mentorLeaves']>(() => written(3, 'Mentor berhenti', ['mentoring']));
    await renderScreen(<MentorScreen />, { backend: backend({ mentorLeaves }), ...at });
    await userEvent.click(await screen.findByRole('button', { name: 'Mentor berhenti…' }));
    const dialog = await screen.findByRole('dialog', { name: 'Dr. Siti Aminah, M.Si. berhenti sebagai mentor?' });
    expect(dialog).toHaveTextContent('3 peserta kehilangan mentornya');
    expect(await axeFindings(dialog)).toEqual([]);
    await userEvent.type(within(dialog).getByRole('textbox', { name: /Alasan/ }), 'Pindah tugas');
    const day = within(dialog).getByRole('textbox', { name: /Hari terakhir/ });
    await userEvent.clear(day);
    await userEvent.click(within(dialog).getByRole('button', { name: 'Catat berhenti' }));
    expect(await within(dialog).findByText('Tanggal belum diisi.')).toBeInTheDocument();
    await userEvent.type(day, '28/02/2026');
    await userEvent.click(within(dialog).getByRole('button', { name: 'Catat berhenti' }));
    await waitFor(() => expect(mentorLeaves).toHaveBeenCalledWith('m1', '2026-02-28', 'Pindah tugas'));
    expect(await screen.findByText('3 peserta sekarang tanpa mentor.')).toBeInTheDocument();
    expect(screen.getByRole('link', { name: 'Lihat dan carikan pengganti' })).toHaveAttribute('href', '/mentoring/orphans');
  });

  it('leaves by keyboard without the form behind the question being saved', async () => {
    const saveMentor = vi.fn<Backend['mentoring']['saveMentor']>(() => written('m1', 'Ubah mentor', ['mentoring']));
    const mentorLeaves = vi.fn<Backend['mentoring']['mentorLeaves']>(() => written(3, 'Mentor berhenti', ['mentoring']));
    await renderScreen(<Keys><MentorScreen /></Keys>, { backend: backend({ saveMentor, mentorLeaves }), ...at });
    await userEvent.click(await screen.findByRole('button', { name: 'Mentor berhenti…' }));
    await waitFor(() => expect(screen.getByRole('textbox', { name: /Alasan/ })).toHaveFocus());
    await userEvent.keyboard('Pindah tugas{Control>}{Enter}{/Control}');
    await waitFor(() => expect(mentorLeaves).toHaveBeenCalledWith('m1', '2026-03-02', 'Pindah tugas'));
    await screen.findByText('3 peserta sekarang tanpa mentor.');
    expect(saveMentor).not.toHaveBeenCalled();
  });

  it('with pairs is not deleted, and the reason is shown', async () => {
    const refusal = new RefusalError({ code: 'not_allowed', message: 'Mentor ini pernah berpasangan.' });
    await renderScreen(<MentorScreen />, { backend: backend({ deleteMentor: () => Promise.reject(refusal) }), ...at });
    await userEvent.click(await screen.findByRole('button', { name: 'Tindakan lain' }));
    await userEvent.click(await screen.findByRole('menuitem', { name: 'Hapus mentor…' }));
    const dialog = await screen.findByRole('dialog', { name: 'Hapus dari daftar mentor?' });
    await userEvent.click(within(dialog).getByRole('button', { name: 'Hapus mentor' }));
    expect(await within(dialog).findByRole('alert')).toHaveTextContent('Mentor ini pernah berpasangan.');
  });

  it('shows the pairs of this mentor alone', async () => {
    const pairs = vi.fn(() => Promise.resolve({ rows: [pairRow], total: 1 }));
    const tab = { path: '/mentoring/mentors/$id/pairs', at: '/mentoring/mentors/m1/pairs' };
    const { container } = await renderScreen(<MentorScreen />, { backend: backend({ pairs }), ...tab });
    expect(await screen.findByRole('row', { name: 'Budi Santoso, S.E.' })).toBeInTheDocument();
    expect(pairs).toHaveBeenCalledWith(expect.objectContaining({ mentor: 'm1', state: null }));
    expect(await axeFindings(container)).toEqual([]);
  });
});

describe('a pair', () => {
  const at = { path: '/mentoring/pairs/$id', at: '/mentoring/pairs/r1' };
  const open = (parts: Partial<Backend['mentoring']> = {}) =>
    renderScreen(<Keys><PairScreen /></Keys>, { backend: backend(parts), ...at });

  it('shows who, why, and what each meeting has earned', async () => {
    const { container } = await open();
    const facts = await screen.findByRole('region', { name: 'Data pasangan' });
    expect(facts).toHaveTextContent('Menguasai 2 dari 2 bidang yang dibutuhkan.');
    expect(facts).toHaveTextContent('Skor 87,50 dari 120');
    const log = screen.getByRole('region', { name: 'Catatan pertemuan' });
    const rows = within(log).getAllByRole('row');
    expect(rows[1]).toHaveTextContent('19/01/2026');
    expect(rows[1]).toHaveTextContent('0 · Paraf peserta belum ada.');
    expect(rows[1]).toHaveTextContent('mentor saja');
    expect(rows[2]).toHaveTextContent('lengkap');
    expect(await axeFindings(container)).toEqual([]);
  });

  it('takes one meeting after the other by keyboard alone', async () => {
    const saveMeeting = vi.fn<Backend['mentoring']['saveMeeting']>(() => written('g3', 'Catat pertemuan', ['mentoring']));
    await open({ saveMeeting });
    await waitFor(() => expect(screen.getByRole('textbox', { name: /Tanggal/ })).toHaveFocus());
    expect(screen.getByRole('textbox', { name: /Tanggal/ })).toHaveValue('02/03/2026');
    await userEvent.keyboard('09022026{Enter}Kontrak{Enter}Membahas pasal 5{Tab}Menyusun telaahan{Control>}{Enter}{/Control}');
    await waitFor(() =>
      expect(saveMeeting).toHaveBeenCalledWith({
        id: null,
        pair: 'r1',
        date: '2026-02-09',
        topic: 'Kontrak',
        notes: 'Membahas pasal 5',
        next_step: 'Menyusun telaahan',
        confirmed_mentor: true,
        confirmed_mentee: true,
      }),
    );
    await waitFor(() => expect(screen.getByRole('textbox', { name: /Pokok bahasan/ })).toHaveValue(''));
    expect(screen.getByRole('textbox', { name: /Tanggal/ })).toHaveFocus();
    await userEvent.keyboard('16022026{Enter}Lelang{Control>}{Enter}{/Control}');
    await waitFor(() =>
      expect(saveMeeting).toHaveBeenLastCalledWith(expect.objectContaining({ date: '2026-02-16', topic: 'Lelang', notes: '' })),
    );
  });

  it('keeps what was typed when the core refuses it', async () => {
    const refusal = new RefusalError({
      code: 'invalid_input',
      message: 'Tanggal sebelum pasangan dimulai.',
      fields: [{ field: 'date', message: 'Tanggal sebelum pasangan dimulai.' }],
    });
    await open({ saveMeeting: () => Promise.reject(refusal) });
    await userEvent.type(await screen.findByRole('textbox', { name: /Pokok bahasan/ }), 'Kontrak');
    await userEvent.click(screen.getByRole('button', { name: 'Simpan pertemuan' }));
    expect(await screen.findByRole('alert')).toHaveTextContent('Tanggal sebelum pasangan dimulai.');
    expect(screen.getByRole('textbox', { name: /Pokok bahasan/ })).toHaveValue('Kontrak');
  });

  it('lets a meeting be changed in the same form, and be deleted after asking', async () => {
    const saveMeeting = vi.fn<Backend['mentoring']['saveMeeting']>(() => written('g2', 'Ubah pertemuan', ['mentoring']));
    const deleteMeeting = vi.fn<Backend['mentoring']['deleteMeeting']>(() => written(null, 'Hapus pertemuan', ['mentoring']));
    await open({ saveMeeting, deleteMeeting });
    await userEvent.click(await screen.findByRole('button', { name: 'Ubah pertemuan 19/01/2026, Bahasan g2' }));
    expect(screen.getByRole('form', { name: 'Ubah pertemuan 19/01/2026' })).toBeInTheDocument();
    await userEvent.click(screen.getByRole('checkbox', { name: 'Paraf peserta ada' }));
    await userEvent.click(screen.getByRole('button', { name: 'Simpan perubahan' }));
    await waitFor(() =>
      expect(saveMeeting).toHaveBeenCalledWith({ ...pairView.meetings[1]?.meeting, confirmed_mentee: true }),
    );
    expect(await screen.findByRole('form', { name: 'Catat pertemuan' })).toBeInTheDocument();
    await userEvent.click(screen.getByRole('button', { name: 'Hapus pertemuan 12/01/2026, Bahasan g1' }));
    await userEvent.click(await screen.findByRole('button', { name: 'Hapus pertemuan' }));
    await waitFor(() => expect(deleteMeeting).toHaveBeenCalledWith('g1'));
  });

  it('takes the judgement of each side', async () => {
    const saveJudgement = vi.fn<Backend['mentoring']['saveJudgement']>(() => written(null, 'Catat penilaian', ['mentoring']));
    await open({ saveJudgement });
    expect(await screen.findByRole('button', { name: 'Ubah penilaian tengah oleh mentor: 82,50' })).toBeInTheDocument();
    await userEvent.click(screen.getByRole('button', { name: 'Isi penilaian akhir oleh peserta' }));
    const dialog = await screen.findByRole('dialog', { name: 'Penilaian akhir oleh peserta' });
    expect(await axeFindings(dialog)).toEqual([]);
    await waitFor(() => expect(within(dialog).getByRole('textbox', { name: 'Nilai' })).toHaveFocus());
    await userEvent.keyboard('90,5{Enter}{Enter}Sabar{Control>}{Enter}{/Control}');
    await waitFor(() =>
      expect(saveJudgement).toHaveBeenCalledWith({
        pair: 'r1',
        stage: 'final',
        side: 'mentee',
        date: '2026-03-02',
        score: '90,5',
        note: 'Sabar',
      }),
    );
  });

  it('ends as chosen; what is cut short needs a reason', async () => {
    const endPair = vi.fn<Backend['mentoring']['endPair']>(() => written(null, 'Akhiri pasangan', ['mentoring']));
    await open({ endPair });
    await userEvent.click(await screen.findByRole('button', { name: 'Akhiri…' }));
    const dialog = await screen.findByRole('dialog', { name: 'Akhiri pasangan?' });
    expect(await axeFindings(dialog)).toEqual([]);
    await userEvent.click(within(dialog).getByLabelText('Bagaimana berakhir', { selector: 'input' }));
    await userEvent.click(await screen.findByRole('option', { name: 'Dihentikan' }));
    await userEvent.click(within(dialog).getByRole('button', { name: 'Akhiri pasangan' }));
    expect(within(dialog).getByText('Alasan belum ditulis.')).toBeInTheDocument();
    await userEvent.type(within(dialog).getByRole('textbox', { name: /Alasan/ }), 'Jadwal tidak cocok');
    await userEvent.click(within(dialog).getByRole('button', { name: 'Akhiri pasangan' }));
    await waitFor(() => expect(endPair).toHaveBeenCalledWith('r1', 'stopped', '2026-03-02', 'Jadwal tidak cocok'));
  });

  it('that has ended can be read and opened again', async () => {
    const reopenPair = vi.fn<Backend['mentoring']['reopenPair']>(() => written(null, 'Buka lagi', ['mentoring']));
    const row: PairRow = { ...pairRow, ends: '2026-02-20', state: 'ended', ending: 'finished' };
    const { container } = await open({ reopenPair, pair: () => Promise.resolve({ ...pairView, row }) });
    expect(await screen.findByText(/Pasangan ini sudah berakhir/)).toBeInTheDocument();
    expect(screen.queryByRole('button', { name: /Hapus pertemuan/ })).not.toBeInTheDocument();
    expect(await axeFindings(container)).toEqual([]);
    await userEvent.click(screen.getByRole('button', { name: 'Buka lagi' }));
    await waitFor(() => expect(reopenPair).toHaveBeenCalledWith('r1'));
  });
});

describe('the papers', () => {
  it('are shown as printed and saved where the clerk says', async () => {
    const reportPdf = vi.fn(() => Promise.resolve(new Uint8Array([1])));
    const saveReport = vi.fn(() => Promise.resolve('/formulir.pdf'));
    const { container } = await renderScreen(<LogFormScreen />, {
      backend: backend({ reportPdf, saveReport }),
      path: '/mentoring/pairs/$id/form',
      at: '/mentoring/pairs/r1/form',
    });
    await userEvent.click(await screen.findByRole('button', { name: 'Simpan berkas' }));
    expect(await screen.findByText('Tersimpan di /formulir.pdf')).toBeInTheDocument();
    expect(reportPdf).toHaveBeenCalledWith({ kind: 'log_form', pair: 'r1' });
    expect(saveReport).toHaveBeenCalledWith({ kind: 'log_form', pair: 'r1' });
    expect(await axeFindings(container)).toEqual([]);
  });
});

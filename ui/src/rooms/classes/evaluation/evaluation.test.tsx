import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { ReactNode } from 'react';
import { describe, expect, it, vi } from 'vitest';
import { RefusalError, type Backend } from '../../../backend/backend';
import { aView, classRooms, written } from '../../../testing/classFixture';
import { anImprovementRow, aRound, aRoundDraft, aRoundView } from '../../../testing/feedbackFixture';
import { axeFindings, fakeBackend, renderScreen, type FakeRooms } from '../../../testing/render';
import { EvaluationTab } from './EvaluationTab';
import { RoundFormScreen } from './RoundFormScreen';
import { RoundScreen } from './RoundScreen';

type Evaluation = Partial<Backend['evaluation']>;

function rooms(evaluation: Evaluation, classes: FakeRooms['classes'] = {}): Backend {
  return fakeBackend(
    {},
    classRooms({
      classes: { get: () => Promise.resolve({ ...aView, improvements: 1 }), ...classes },
      evaluation: {
        rounds: () => Promise.resolve([aRound]),
        roundDraft: () => Promise.resolve(aRoundDraft),
        round: () => Promise.resolve(aRoundView),
        improvements: () => Promise.resolve({ rows: [anImprovementRow], total: 1 }),
        followupResults: () => Promise.resolve([]),
        impact: () => Promise.resolve({ months: 12, units: [], participants: 2, without: 2, sentence: '' }),
        classCost: () => Promise.resolve({ amount: null, note: '', paid: null }),
        ...evaluation,
      },
      plan: { classPlan: () => Promise.resolve({ plan: null, item: null, name: '', paid: null, choices: [] }) },
    }),
  );
}

const show = (node: ReactNode, path: string, at: string, evaluation: Evaluation = {}, classes: FakeRooms['classes'] = {}) =>
  renderScreen(node, { backend: rooms(evaluation, classes), path, at });

describe('the evaluation of a class', () => {
  const tab = (evaluation: Evaluation = {}, classes: FakeRooms['classes'] = {}) =>
    show(<EvaluationTab />, '/classes/$id/evaluation', '/classes/c1/evaluation', evaluation, classes);

  it('opens with what earlier classes left to be done, then its rounds', async () => {
    const improvements = vi.fn<Backend['evaluation']['improvements']>(() => Promise.resolve({ rows: [anImprovementRow], total: 1 }));
    const { container } = await tab({ improvements });
    const earlier = await screen.findByRole('region', { name: 'Dari angkatan sebelumnya: 1 tindakan belum selesai' });
    expect(await within(earlier).findByText('Pelayanan Publik Angkatan II')).toBeInTheDocument();
    expect(improvements).toHaveBeenCalledWith(expect.objectContaining({ before: 'c1', class: null }));
    const row = await screen.findByRole('row', { name: /Evaluasi tenaga pengajar/ });
    expect(row).toHaveTextContent('18 dari 24');
    expect(within(row).getByRole('link', { name: /^Ketik lembar/ })).toHaveAttribute('href', '/classes/c1/evaluation/rounds/r1');
    expect(within(row).getByRole('link', { name: /^Laporan/ })).toHaveAttribute('href', '/evaluation/feedback/round/r1');
    expect(await axeFindings(container)).toEqual([]);
  });

  it('proposes improvements from the lowest items, and takes others', async () => {
    const proposeImprovements = vi.fn(() => written(3));
    const saveImprovement = vi.fn<Backend['evaluation']['saveImprovement']>(() => written('v2'));
    await tab({ proposeImprovements, saveImprovement });
    await userEvent.click(await screen.findByRole('button', { name: 'Usulkan dari tiga butir terendah' }));
    await waitFor(() => expect(proposeImprovements).toHaveBeenCalledWith('c1'));
    await userEvent.click(screen.getByRole('button', { name: 'Tambah perbaikan' }));
    const dialog = await screen.findByRole('dialog', { name: 'Perbaikan baru' });
    await userEvent.type(within(dialog).getByLabelText(/Temuan/), 'Ruang panas');
    await userEvent.type(within(dialog).getByLabelText(/Tindakan/), 'Servis AC');
    await userEvent.type(within(dialog).getByLabelText(/Penanggung jawab/), 'Subbag Umum');
    await userEvent.type(within(dialog).getByLabelText(/^Tenggat/), '20/03/2026');
    await userEvent.click(within(dialog).getByRole('button', { name: 'Simpan perbaikan' }));
    await waitFor(() =>
      expect(saveImprovement).toHaveBeenCalledWith(
        expect.objectContaining({ id: null, class: 'c1', survey: null, finding: 'Ruang panas', due: '2026-03-20' }),
      ),
    );
  });

  it('says how to begin', async () => {
    await tab({ rounds: () => Promise.resolve([]), improvements: () => Promise.resolve({ rows: [], total: 0 }) }, { get: () => Promise.resolve(aView) });
    expect(await screen.findByText(/^Belum ada lembar penilaian/)).toBeInTheDocument();
    expect(screen.queryByRole('button', { name: 'Usulkan dari tiga butir terendah' })).not.toBeInTheDocument();
    expect(screen.queryByText(/^Dari angkatan sebelumnya/)).not.toBeInTheDocument();
  });
});

describe('a new round', () => {
  const form = (evaluation: Evaluation = {}) =>
    show(<RoundFormScreen />, '/classes/$id/evaluation/rounds/new', '/classes/c1/evaluation/rounds/new', evaluation);

  it('asks for speaker and subject only where one is judged', async () => {
    const openRound = vi.fn<Backend['evaluation']['openRound']>(() => written('r2'));
    const { container } = await form({ openRound });
    expect(await screen.findByText(/^24 peserta tercatat hadir/)).toBeInTheDocument();
    expect(screen.queryByRole('combobox', { name: /Pengajar/ })).not.toBeInTheDocument();
    await userEvent.click(screen.getByRole('checkbox', { name: 'Evaluasi tenaga pengajar (3 butir)' }));
    await userEvent.click(screen.getByRole('checkbox', { name: 'Evaluasi sarana (1 butir)' }));
    await userEvent.click(screen.getByRole('combobox', { name: /Pengajar/ }));
    await userEvent.click(await screen.findByRole('option', { name: 'Dr. Siti Aminah, M.Si.' }));
    await userEvent.type(screen.getByRole('combobox', { name: /Mata pelatihan/ }), 'Etika');
    expect(await axeFindings(container)).toEqual([]);
    await userEvent.click(screen.getByRole('button', { name: 'Buka lembar' }));
    await waitFor(() =>
      expect(openRound).toHaveBeenCalledWith({
        class: 'c1',
        instruments: ['pengajar', 'sarana'],
        speaker: 'e9',
        subject: 'Etika',
        session: null,
      }),
    );
  });

  it('shows refusals at their fields', async () => {
    const message = 'Pilih paling sedikit satu instrumen.';
    await form({
      openRound: () => Promise.reject(new RefusalError({ code: 'invalid_input', message, fields: [{ field: 'instruments', message }] })),
    });
    await userEvent.click(await screen.findByRole('button', { name: 'Buka lembar' }));
    await userEvent.click(await screen.findByRole('button', { name: message }));
    expect(screen.getByRole('checkbox', { name: 'Evaluasi tenaga pengajar (3 butir)' })).toHaveFocus();
  });
});

describe('the sheets of a round', () => {
  const round = (evaluation: Evaluation = {}) =>
    show(<RoundScreen />, '/classes/$id/evaluation/rounds/$round', '/classes/c1/evaluation/rounds/r1', evaluation);

  it('are typed code and digits, one after the other', async () => {
    const saveSheet = vi.fn<Backend['evaluation']['saveSheet']>(() => written(null));
    const { container } = await round({ saveSheet });
    await waitFor(() => expect(screen.getByLabelText('Kode lembar')).toHaveFocus());
    expect(screen.getByText('Tersimpan: 18 dari 24 lembar')).toBeInTheDocument();
    expect(await axeFindings(container)).toEqual([]);
    await userEvent.keyboard('k7q2m54Sudah baik{Enter}{Enter}');
    expect(saveSheet).toHaveBeenCalledWith(
      'r1',
      'K7Q2M',
      { marks: { 'pengajar-1': 5, 'pengajar-2': 4 }, comments: { 'pengajar-saran': 'Sudah baik' } },
      false,
    );
    await waitFor(() => expect(screen.getByLabelText('Kode lembar')).toHaveValue(''));
    expect(screen.getByLabelText('Kode lembar')).toHaveFocus();
    expect(screen.getByText('Terakhir: K7Q2M')).toBeInTheDocument();
  });

  it('that are stored are shown before they can be typed over', async () => {
    const saveSheet = vi.fn<Backend['evaluation']['saveSheet']>(() => written(null));
    const sheet = vi.fn(() => Promise.resolve({ marks: { 'pengajar-1': 2, 'pengajar-2': 3 }, comments: {} }));
    await round({ saveSheet, sheet });
    await waitFor(() => expect(screen.getByLabelText('Kode lembar')).toHaveFocus());
    await userEvent.keyboard('abcde');
    expect(await screen.findByText(/^Lembar ABCDE sudah tersimpan/)).toBeInTheDocument();
    expect(sheet).toHaveBeenCalledWith('r1', 'ABCDE');
    const first = screen.getByRole('radiogroup', { name: 'Penguasaan materi' });
    expect(within(first).getByRole('radio', { checked: true })).toHaveAccessibleName('2 Kurang Baik');
    expect(screen.getByLabelText('Kode lembar')).toHaveFocus();
    await userEvent.keyboard('{Enter}4');
    await userEvent.click(screen.getByRole('button', { name: 'Simpan perbaikan' }));
    expect(saveSheet).toHaveBeenCalledWith('r1', 'ABCDE', { marks: { 'pengajar-1': 4, 'pengajar-2': 3 }, comments: {} }, true);
  });

  it('keep what was typed when the code is refused', async () => {
    const message = 'Kode K7Q2M salah ketik. Samakan dengan kode di kanan atas lembar.';
    await round({
      saveSheet: () => Promise.reject(new RefusalError({ code: 'invalid_input', message, fields: [{ field: 'code', message }] })),
    });
    await waitFor(() => expect(screen.getByLabelText('Kode lembar')).toHaveFocus());
    await userEvent.keyboard('k7q2m54');
    await userEvent.click(screen.getByRole('button', { name: 'Simpan lembar' }));
    await waitFor(() => expect(screen.getByLabelText('Kode lembar')).toHaveAccessibleDescription(message));
    expect(screen.getByLabelText('Kode lembar')).toHaveFocus();
    expect(screen.getByText('2 dari 2 terjawab')).toBeInTheDocument();
  });

  it('cannot be typed before anybody was present; the reason and the way are said', async () => {
    const sentence = 'Belum ada peserta yang tercatat hadir. Isi presensi dahulu.';
    await round({ round: () => Promise.resolve({ ...aRoundView, typed: [], may_type: { allowed: false, sentence } }) });
    expect(await screen.findByText(sentence, { exact: false })).toBeInTheDocument();
    expect(screen.getByRole('link', { name: 'Buka presensi' })).toHaveAttribute('href', '/classes/c1/attendance');
    expect(screen.queryByLabelText('Kode lembar')).not.toBeInTheDocument();
  });

  it('are deleted with the round for a reason only', async () => {
    const deleteRound = vi.fn(() => written(null));
    await round({ deleteRound });
    await userEvent.click(await screen.findByRole('button', { name: 'Tindakan lain' }));
    await userEvent.click(await screen.findByRole('menuitem', { name: 'Hapus pengumpulan ini…' }));
    const dialog = await screen.findByRole('dialog', { name: 'Hapus pengumpulan lembar ini?' });
    await userEvent.click(within(dialog).getByRole('button', { name: 'Hapus pengumpulan' }));
    expect(within(dialog).getByText('Alasan belum ditulis.')).toBeInTheDocument();
    await userEvent.type(within(dialog).getByRole('textbox'), 'Salah instrumen');
    await userEvent.click(within(dialog).getByRole('button', { name: 'Hapus pengumpulan' }));
    await waitFor(() => expect(deleteRound).toHaveBeenCalledWith('r1', 'Salah instrumen'));
  });
});

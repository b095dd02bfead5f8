import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it, vi } from 'vitest';
import { RefusalError, type Backend } from '../../backend/backend';
import { written } from '../../testing/classFixture';
import { aFollowUp, aFollowUpResult, aFollowUpView, aProgrammeLine, aProgrammePage } from '../../testing/followupsFixture';
import { axeFindings, fakeBackend, renderScreen } from '../../testing/render';
import { FollowUpResultScreen } from './FollowUpResultScreen';
import { FollowUpScreen } from './FollowUpScreen';
import { FollowUpsScreen } from './FollowUpsScreen';
import { ProgrammeEvaluationScreen } from './ProgrammeEvaluationScreen';
import { ProgrammesScreen } from './ProgrammesScreen';

const backend = (evaluation: Partial<Backend['evaluation']> = {}): Backend =>
  fakeBackend(
    {},
    {
      evaluation: {
        followups: () => Promise.resolve({ rows: [aFollowUp], total: 1 }),
        followup: () => Promise.resolve(aFollowUpView),
        followupResult: () => Promise.resolve(aFollowUpResult),
        programmes: () => Promise.resolve([aProgrammeLine, { ...aProgrammeLine, id: 'p2', name: 'Arsip Digital' }]),
        programme: () => Promise.resolve(aProgrammePage),
        ...evaluation,
      },
    },
  );

const typing = (evaluation: Partial<Backend['evaluation']> = {}) =>
  renderScreen(<FollowUpScreen />, {
    backend: backend(evaluation),
    path: '/evaluation/followups/$id',
    at: '/evaluation/followups/f1',
  });

describe('follow-ups, listed', () => {
  it('say how many sheets are there of how many, and which are due', async () => {
    const followups = vi.fn<Backend['evaluation']['followups']>(() => Promise.resolve({ rows: [aFollowUp], total: 1 }));
    const { container } = await renderScreen(<FollowUpsScreen />, {
      backend: backend({ followups }),
      path: '/evaluation/followups',
      at: '/evaluation/followups?state=due',
    });
    const row = await screen.findByRole('row', { name: /90 hari/ });
    expect(row).toHaveTextContent('1 dari 4');
    expect(row).toHaveTextContent('25 %');
    expect(row).toHaveTextContent('Lewat');
    expect(followups).toHaveBeenCalledWith(expect.objectContaining({ state: 'due', class: null, offset: 0 }));
    expect(await axeFindings(container)).toEqual([]);
  });
});

describe('a sheet of a follow-up', () => {
  it('begins with the first person whose sheet is missing and goes on to the next, by keyboard', async () => {
    const saveFollowupSheet = vi.fn<Backend['evaluation']['saveFollowupSheet']>(() => written(null));
    const { container } = await typing({ saveFollowupSheet });
    const person = await screen.findByRole('combobox', { name: 'Tentang peserta' });
    // The superior's sheet about the first person is there.
    expect(person).toHaveValue('Budi Santoso');
    expect(screen.getByRole('combobox', { name: 'Diisi oleh' })).toHaveValue('Atasan');
    expect(await axeFindings(container)).toEqual([]);
    await userEvent.keyboard('45{Enter}{Enter}');
    await waitFor(() =>
      expect(saveFollowupSheet).toHaveBeenCalledWith({
        followup: 'f1',
        enrolment: 'e2',
        role: 'superior',
        answers: { marks: { 'perilaku-1': 4, 'perilaku-2': 5 }, comments: {} },
        again: false,
      }),
    );
    await waitFor(() => expect(screen.getByRole('combobox', { name: 'Diisi oleh' })).toHaveValue('Peserta sendiri'));
    expect(screen.getByRole('combobox', { name: 'Tentang peserta' })).toHaveValue('Dr. Siti Aminah, M.Si.');
  });

  it('that is there is opened and replaced', async () => {
    const saveFollowupSheet = vi.fn<Backend['evaluation']['saveFollowupSheet']>(() => written(null));
    const stored = { marks: { 'perilaku-1': 2, 'perilaku-2': 3 }, comments: {} };
    await typing({ saveFollowupSheet, followupSheet: () => Promise.resolve(stored) });
    await userEvent.click(await screen.findByRole('button', { name: 'Dr. Siti Aminah, M.Si., Atasan: sudah ada, buka' }));
    expect(await screen.findByText(/Lembar atasan tentang Dr\. Siti Aminah, M\.Si\. sudah ada/)).toBeInTheDocument();
    await userEvent.click(screen.getByRole('button', { name: 'Simpan perubahan lembar' }));
    await waitFor(() =>
      expect(saveFollowupSheet).toHaveBeenCalledWith({
        followup: 'f1',
        enrolment: 'e1',
        role: 'superior',
        answers: stored,
        again: true,
      }),
    );
  });

  it('keeps what was typed when it is refused', async () => {
    const message = 'Lembar atasan tentang Budi Santoso sudah ada.';
    const saveFollowupSheet = () =>
      Promise.reject(new RefusalError({ code: 'duplicate', message, fields: [{ field: 'enrolment', message }] }));
    await typing({ saveFollowupSheet });
    await screen.findByRole('combobox', { name: 'Tentang peserta' });
    await userEvent.keyboard('45{Enter}{Enter}');
    expect((await screen.findAllByText(message)).length).toBeGreaterThan(0);
    expect(screen.getByRole('radio', { name: /^4/, checked: true })).toBeInTheDocument();
  });

  it('is not deleted with its follow-up without a reason', async () => {
    const deleteFollowup = vi.fn<Backend['evaluation']['deleteFollowup']>(() => written(null));
    await typing({ deleteFollowup });
    await userEvent.click(await screen.findByRole('button', { name: /Lainnya|Menu|lain/i }));
    await userEvent.click(await screen.findByRole('menuitem', { name: 'Hapus tindak lanjut…' }));
    const dialog = await screen.findByRole('dialog');
    await userEvent.click(within(dialog).getByRole('button', { name: 'Hapus tindak lanjut' }));
    expect(deleteFollowup).not.toHaveBeenCalled();
    await userEvent.type(within(dialog).getByRole('textbox'), 'Salah kelas');
    await userEvent.click(within(dialog).getByRole('button', { name: 'Hapus tindak lanjut' }));
    await waitFor(() => expect(deleteFollowup).toHaveBeenCalledWith('f1', 'Salah kelas'));
  });
});

describe('what a follow-up came to', () => {
  it('stands beside the share that answered, side by side, and a side without answers is a dash', async () => {
    const { container } = await renderScreen(<FollowUpResultScreen />, {
      backend: backend(),
      path: '/evaluation/followups/$id/result',
      at: '/evaluation/followups/f1/result',
    });
    expect(await screen.findByRole('heading', { name: 'Lembar yang kembali: 1 dari 4 (25 %)' })).toBeInTheDocument();
    const sides = screen.getByRole('table', { name: 'Menurut yang mengisi' });
    expect(within(sides).getByRole('row', { name: /Peserta sendiri/ })).toHaveTextContent('0 dari 20 %–');
    const item = screen.getByRole('row', { name: /Mutu hasil kerja meningkat/ });
    expect(item).toHaveTextContent('4');
    expect(item).toHaveTextContent('75 %');
    expect(screen.getByText('Atasan: Antrean lebih pendek')).toBeInTheDocument();
    expect(await axeFindings(container)).toEqual([]);
  });
});

describe('programmes', () => {
  it('have four levels, each with how many stand behind it', async () => {
    const { container } = await renderScreen(<ProgrammesScreen />, { backend: backend(), path: '/evaluation', at: '/evaluation?q=publik' });
    const row = await screen.findByRole('row', { name: 'Pelayanan Publik' });
    expect(row).toHaveTextContent('82,50 % · 40 lembar, 83 %');
    expect(row).toHaveTextContent('81,20 · 24 hasil, 50 %');
    expect(row).toHaveTextContent('60 % · 3 lembar, 13 %');
    expect(screen.queryByRole('row', { name: 'Arsip Digital' })).toBeNull();
    expect(await axeFindings(container)).toEqual([]);
  });

  it('have one page with cost, levels, service figures and classes', async () => {
    const { container } = await renderScreen(<ProgrammeEvaluationScreen />, {
      backend: backend(),
      path: '/evaluation/programmes/$id',
      at: '/evaluation/programmes/p1',
    });
    const levels = await screen.findByRole('table', { name: 'Empat tingkat evaluasi' });
    expect(within(levels).getByRole('row', { name: /1 Reaksi/ })).toHaveTextContent('40 dari 48');
    expect(within(levels).getByRole('row', { name: /3 Perilaku/ })).toHaveTextContent('–0 dari 0–');
    expect(screen.getByText('Rp500.000')).toBeInTheDocument();
    expect(screen.getByText('dari 1 di antara 2 kelas')).toBeInTheDocument();
    const unit = screen.getByRole('row', { name: /Dinas Kominfo/ });
    expect(unit).toHaveTextContent('81,25 (40 responden)');
    expect(unit).toHaveTextContent('Masa sesudah belum selesai');
    expect(screen.getByText('Angka sebelum dan sesudah disandingkan saja.')).toBeInTheDocument();
    expect(screen.getByRole('link', { name: 'Angkatan III' })).toHaveAttribute('href', '/classes/c1/evaluation');
    expect(await axeFindings(container)).toEqual([]);
  });
});

import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it, vi } from 'vitest';
import { RefusalError, type Backend } from '../../backend/backend';
import { written } from '../../testing/classFixture';
import { aFeedbackReport, anImprovement, anImprovementRow, aRound } from '../../testing/feedbackFixture';
import { axeFindings, fakeBackend, renderScreen } from '../../testing/render';
import { FeedbackReportScreen } from './FeedbackReportScreen';
import { FeedbackScreen } from './FeedbackScreen';
import { ImprovementsScreen } from './ImprovementsScreen';

function backend(evaluation: Partial<Backend['evaluation']> = {}): Backend {
  return fakeBackend(
    {},
    {
      classes: { years: () => Promise.resolve([2026]) },
      evaluation: {
        roundsPage: () => Promise.resolve({ rows: [aRound], total: 1 }),
        speakers: () =>
          Promise.resolve([
            { person: 'p9', name: 'Dr. Siti Aminah, M.Si.', rounds: 3, sheets: 60, mean: 432, percent: 8300 },
            { person: 'p8', name: 'Budi Santoso', rounds: 1, sheets: 4, mean: null, percent: null },
          ]),
        subjects: () => Promise.resolve([{ subject: 'Etika', rounds: 3, sheets: 60, mean: 401, percent: 7525 }]),
        feedbackReport: () => Promise.resolve(aFeedbackReport),
        improvements: () => Promise.resolve({ rows: [anImprovementRow], total: 1 }),
        ...evaluation,
      },
    },
  );
}

describe('what participants said, listed', () => {
  it('by round, narrowed by year', async () => {
    const roundsPage = vi.fn<Backend['evaluation']['roundsPage']>(() => Promise.resolve({ rows: [aRound], total: 1 }));
    const { container } = await renderScreen(<FeedbackScreen />, {
      backend: backend({ roundsPage }),
      path: '/evaluation/feedback',
      at: '/evaluation/feedback?year=2026',
    });
    const row = await screen.findByRole('row', { name: /Evaluasi tenaga pengajar/ });
    expect(row).toHaveTextContent('18 dari 24');
    expect(row).toHaveTextContent('75 %');
    expect(roundsPage).toHaveBeenCalledWith(expect.objectContaining({ text: '', year: 2026, offset: 0 }));
    expect(await axeFindings(container)).toEqual([]);
  });

  it('by speaker and by subject; a mean of too few sheets is not there', async () => {
    const { container } = await renderScreen(<FeedbackScreen />, { backend: backend(), path: '/evaluation/feedback', at: '/evaluation/feedback' });
    await userEvent.click(await screen.findByRole('radio', { name: 'Pengajar' }));
    expect(await screen.findByRole('row', { name: 'Dr. Siti Aminah, M.Si.' })).toHaveTextContent('4,32');
    expect(screen.getByRole('row', { name: 'Budi Santoso' })).toHaveTextContent('di bawah 5 lembar');
    expect(await axeFindings(container)).toEqual([]);
    await userEvent.click(screen.getByRole('radio', { name: 'Mata pelatihan' }));
    expect(await screen.findByRole('row', { name: 'Etika' })).toHaveTextContent('4,01');
  });
});

describe('the report', () => {
  const at = (address: string, evaluation: Partial<Backend['evaluation']> = {}) =>
    renderScreen(<FeedbackReportScreen />, {
      backend: backend(evaluation),
      path: '/evaluation/feedback/$kind/$id',
      at: `/evaluation/feedback/${address}`,
    });

  it('shows means with what was before, marks the lowest, and hides what is too little', async () => {
    const { container } = await at('round/r1');
    const part = await screen.findByRole('region', { name: 'Evaluasi tenaga pengajar' });
    expect(part).toHaveTextContent('4,32 dari 5');
    expect(part).toHaveTextContent('83,00 % dari skala');
    expect(part).toHaveTextContent('Penilaian sebelumnya: 4,10 dari 42 lembar, naik 0,22');
    expect(part).toHaveTextContent('3 lembar dari pengumpulan di bawah 5 lembar tidak dihitung');
    const low = within(part).getByRole('row', { name: /Metode mengajar/ });
    expect(low).toHaveTextContent('Terendah');
    expect(within(low).getAllByRole('cell').map((cell) => cell.textContent)).toEqual(
      expect.arrayContaining(['4,08', '2', '8', '18', '3,65naik 0,43']),
    );
    expect(within(part).getByRole('columnheader', { name: '5 Sangat Baik' })).toBeInTheDocument();
    const hidden = screen.getByRole('region', { name: 'Evaluasi sarana' });
    expect(hidden).toHaveTextContent('Baru 4 lembar. Hasil ditampilkan mulai 5 lembar');
    expect(within(hidden).queryByRole('table')).not.toBeInTheDocument();
    expect(screen.getByText('Lebih banyak latihan.')).toBeInTheDocument();
    expect(await axeFindings(container)).toEqual([]);
  });

  it('asks for what the address names, also a subject with a slash', async () => {
    const feedbackReport = vi.fn(() => Promise.resolve(aFeedbackReport));
    await at(`subject/${encodeURIComponent('Etika/Integritas')}`, { feedbackReport });
    await screen.findByRole('heading', { level: 1, name: 'Dr. Siti Aminah, M.Si.' });
    expect(feedbackReport).toHaveBeenCalledWith({ kind: 'subject', subject: 'Etika/Integritas' });
  });

  it('says that there is nothing yet', async () => {
    await at('class/c1', { feedbackReport: () => Promise.resolve({ ...aFeedbackReport, parts: [], comments: [] }) });
    expect(await screen.findByText('Belum ada lembar')).toBeInTheDocument();
  });
});

describe('improvements', () => {
  const show = (evaluation: Partial<Backend['evaluation']> = {}) =>
    renderScreen(<ImprovementsScreen />, { backend: backend(evaluation), path: '/evaluation/improvements', at: '/evaluation/improvements' });

  it('are closed with a day and a result; a refusal stands at its field', async () => {
    const message = 'Tulis hasilnya, supaya angkatan berikutnya tahu apa yang berubah.';
    const saveImprovement = vi.fn<Backend['evaluation']['saveImprovement']>(() => written('v1'));
    saveImprovement.mockRejectedValueOnce(new RefusalError({ code: 'invalid_input', message, fields: [{ field: 'result', message }] }));
    const { container } = await show({ saveImprovement });
    const row = await screen.findByRole('row', { name: 'Jaringan internet: 2,10' });
    expect(row).toHaveTextContent('Lewat tenggat');
    expect(await axeFindings(container)).toEqual([]);
    await userEvent.dblClick(row);
    const dialog = await screen.findByRole('dialog', { name: 'Perbaikan' });
    expect(await axeFindings(dialog)).toEqual([]);
    await userEvent.type(within(dialog).getByLabelText('Selesai pada'), '01/03/2026');
    await userEvent.click(within(dialog).getByRole('button', { name: 'Simpan perbaikan' }));
    await waitFor(() => expect(within(dialog).getByLabelText('Hasil')).toBeInvalid());
    await userEvent.type(within(dialog).getByLabelText('Hasil'), 'Terpasang');
    await userEvent.click(within(dialog).getByRole('button', { name: 'Simpan perbaikan' }));
    await waitFor(() =>
      expect(saveImprovement).toHaveBeenLastCalledWith({ ...anImprovement, done_on: '2026-03-01', result: 'Terpasang' }),
    );
    await waitFor(() => expect(screen.queryByRole('dialog')).not.toBeInTheDocument());
  });

  it('can be taken off the list', async () => {
    const deleteImprovement = vi.fn(() => written(null));
    await show({ deleteImprovement });
    await userEvent.dblClick(await screen.findByRole('row', { name: 'Jaringan internet: 2,10' }));
    await userEvent.click(await screen.findByRole('button', { name: 'Hapus perbaikan' }));
    const asked = await screen.findByRole('dialog', { name: 'Hapus perbaikan ini?' });
    await userEvent.click(within(asked).getByRole('button', { name: 'Hapus perbaikan' }));
    await waitFor(() => expect(deleteImprovement).toHaveBeenCalledWith('v1'));
  });
});

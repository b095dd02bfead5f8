import { act, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { ReactNode } from 'react';
import { describe, expect, it, vi } from 'vitest';
import { RefusalError } from '../../../backend/backend';
import type { GainView, ItemAnalysis, TestView } from '../../../data/evaluation/classTests';
import { classRooms, written } from '../../../testing/classFixture';
import { axeFindings, fakeBackend, renderScreen, type FakeRooms } from '../../../testing/render';
import { GainsScreen } from './GainsScreen';
import { PostTestScreen, PreTestScreen } from './TestScreen';

const item = (number: number, parts: Partial<ItemAnalysis>): ItemAnalysis => ({
  number,
  answered: 2,
  correct: 1,
  difficulty: 50,
  difficulty_word: 'sedang',
  discrimination: 100,
  discrimination_word: 'sangat baik',
  choices: [['A', 1], ['B', 1], ['C', 0], ['D', 0], ['E', 0], ['-', 0]],
  ...parts,
});

const keyed: TestView = {
  stage: 'pre',
  key: 'ABD',
  questions: 3,
  takers: 2,
  rows: [
    { enrolment: 'e1', name: 'Dr. Siti Aminah, M.Si.', nip: '198001012005012001', withdrawn: '', answers: 'ABD', score: 10_000 },
    { enrolment: 'e2', name: 'Budi Santoso', nip: '198502022010011002', withdrawn: '', answers: 'BB-', score: 3333 },
  ],
  analysis: [
    item(1, {}),
    item(2, { correct: 2, difficulty: 100, difficulty_word: 'mudah', discrimination: 0, discrimination_word: 'buruk' }),
    item(3, { discrimination: null, discrimination_word: '' }),
  ],
  editable: true,
};
const keyless: TestView = {
  ...keyed,
  key: '',
  questions: 0,
  takers: 0,
  analysis: [],
  rows: keyed.rows.map((row) => ({ ...row, answers: '' })),
};

const show = (node: ReactNode, evaluation: FakeRooms['evaluation']) =>
  renderScreen(node, {
    backend: fakeBackend({}, classRooms({ evaluation })),
    path: '/classes/$id/tests',
    at: '/classes/c1/tests',
  });

const active = () => screen.getByRole<HTMLInputElement>('textbox');

describe('a test of a class', () => {
  it('is set up with its key', async () => {
    const saveTest = vi.fn(() => written(null, 'Siapkan post-test', ['evaluation']));
    const view = await show(<PostTestScreen />, { test: () => Promise.resolve(null), saveTest });
    expect(await screen.findByRole('heading', { name: 'Post-test belum disiapkan' })).toBeInTheDocument();
    expect(await axeFindings(view.container)).toEqual([]);
    await userEvent.click(screen.getByRole('button', { name: 'Siapkan post-test' }));
    const dialog = await screen.findByRole('dialog');
    expect(within(dialog).getByRole('button', { name: 'Simpan tanpa kunci' })).toBeInTheDocument();
    await userEvent.type(within(dialog).getByRole('textbox', { name: 'Kunci jawaban' }), 'ab d');
    expect(within(dialog).getByText('3 soal')).toBeInTheDocument();
    expect(await axeFindings(dialog)).toEqual([]);
    await userEvent.click(within(dialog).getByRole('button', { name: 'Simpan kunci' }));
    await waitFor(() => expect(saveTest).toHaveBeenCalledWith('c1', 'post', 'ab d'));
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  });

  it('keeps a refused key with its reason', async () => {
    const message = 'Huruf “F” bukan pilihan.';
    const error = new RefusalError({ code: 'invalid_input', message, fields: [{ field: 'key', message }] });
    await show(<PreTestScreen />, { test: () => Promise.resolve(keyed), saveTest: () => Promise.reject(error) });
    await userEvent.click(await screen.findByRole('button', { name: 'Ubah kunci' }));
    const key = await screen.findByRole('textbox', { name: 'Kunci jawaban' });
    expect(key).toHaveValue('ABD');
    await userEvent.type(key, 'F');
    await userEvent.click(screen.getByRole('button', { name: 'Simpan kunci' }));
    expect(await screen.findByRole('alert')).toHaveTextContent(message);
    expect(screen.getByRole('textbox', { name: 'Kunci jawaban' })).toBeInvalid();
  });

  it('takes answers as letters, in whatever case and with spaces', async () => {
    const setAnswers = vi.fn(() => written([], 'Jawaban', ['evaluation']));
    const view = await show(<PreTestScreen />, { test: () => Promise.resolve(keyed), setAnswers });
    await screen.findByRole('grid');
    expect(screen.getByText('33,33')).toBeInTheDocument();
    expect(await axeFindings(view.container)).toEqual([]);
    act(() => active().focus());
    active().select();
    await userEvent.keyboard('ab -{Enter}');
    await waitFor(() => expect(setAnswers).toHaveBeenCalledWith('c1', 'pre', [{ enrolment: 'e1', text: 'AB-' }]));
  });

  it('marks refused answers at their cell', async () => {
    const message = 'Jawaban 2 huruf, soalnya 3.';
    const refused = { enrolment: 'e1', column: 'pre', text: 'AB', message };
    await show(<PreTestScreen />, { test: () => Promise.resolve(keyed), setAnswers: () => written([refused]) });
    await screen.findByRole('grid');
    act(() => active().focus());
    active().select();
    await userEvent.keyboard('ab{Enter}');
    await userEvent.click(await screen.findByRole('button', { name: 'Ke sel berikutnya' }));
    expect(active()).toHaveAccessibleDescription(`Belum tersimpan: ${message}`);
  });

  it('takes scores where there is no key, and has no analysis then', async () => {
    const setAnswers = vi.fn(() => written([], 'Nilai', ['evaluation']));
    await show(<PreTestScreen />, { test: () => Promise.resolve(keyless), setAnswers });
    await screen.findByRole('grid');
    expect(active()).toHaveValue('100');
    expect(screen.queryByText('Analisis soal')).toBeNull();
    act(() => active().focus());
    active().select();
    await userEvent.keyboard('82.5{Enter}');
    await waitFor(() => expect(setAnswers).toHaveBeenCalledWith('c1', 'pre', [{ enrolment: 'e1', text: '82,50' }]));
  });

  it('says of each question how hard it was and which are weak', async () => {
    const view = await show(<PreTestScreen />, { test: () => Promise.resolve(keyed) });
    await userEvent.click(await screen.findByText('Analisis soal'));
    expect(await screen.findByText('Soal yang lemah dan perlu ditinjau: 2.')).toBeInTheDocument();
    const rows = within(screen.getByRole('table', { name: 'Analisis soal' })).getAllByRole('row');
    expect(rows[2]).toHaveTextContent(/2 dari 2.*1,00.*mudah.*0,00.*buruk/);
    expect(within(rows[3]!).getByText('–')).toBeInTheDocument();
    expect(await axeFindings(view.container)).toEqual([]);
  });

  it('is taken away after a question', async () => {
    const deleteTest = vi.fn(() => written(null, 'Hapus pre-test', ['evaluation']));
    await show(<PreTestScreen />, { test: () => Promise.resolve(keyed), deleteTest });
    await userEvent.click(await screen.findByRole('button', { name: 'Tindakan lain' }));
    await userEvent.click(await screen.findByRole('menuitem', { name: 'Hapus pre-test' }));
    const dialog = await screen.findByRole('dialog');
    expect(deleteTest).not.toHaveBeenCalled();
    await userEvent.click(within(dialog).getByRole('button', { name: 'Hapus pre-test' }));
    await waitFor(() => expect(deleteTest).toHaveBeenCalledWith('c1', 'pre'));
  });

  it('is only shown once the class is closed', async () => {
    await show(<PreTestScreen />, { test: () => Promise.resolve({ ...keyed, editable: false }) });
    expect(await screen.findByText(/Kelas sudah ditutup/)).toBeInTheDocument();
    expect(screen.queryByRole('button', { name: 'Ubah kunci' })).toBeNull();
    expect(screen.queryByRole('button', { name: 'Impor dari Excel…' })).toBeNull();
  });
});

describe('what was gained', () => {
  const gains: GainView = {
    rows: [
      { enrolment: 'e1', name: 'Siti Aminah', nip: '1', pre: 5000, post: 8500, gain: 700, word: 'tinggi' },
      { enrolment: 'e2', name: 'Budi Santoso', nip: '2', pre: 10_000, post: 10_000, gain: null, word: null },
    ],
    both: 2,
    pre_mean: 7500,
    post_mean: 9250,
    mean_of_gains: 700,
    mean_word: 'tinggi',
    gain_of_means: null,
    means_word: null,
  };

  it('stands by person and for the class; what cannot be worked out is a dash', async () => {
    const view = await show(<GainsScreen />, { gains: () => Promise.resolve(gains) });
    const row = await screen.findByRole('row', { name: 'Budi Santoso' });
    expect(within(row).getAllByText('–')).toHaveLength(2);
    expect(within(screen.getByRole('row', { name: 'Siti Aminah' })).getByText('0,700')).toBeInTheDocument();
    const figure = (label: string) => screen.getByText(label).nextElementSibling;
    expect(figure('Rata-rata N-gain peserta')).toHaveTextContent('0,700 (tinggi)');
    expect(figure('N-gain dari rata-rata kelas')).toHaveTextContent(/^–$/);
    expect(await axeFindings(view.container)).toEqual([]);
  });
});

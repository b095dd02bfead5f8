import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it, vi } from 'vitest';
import { RefusalError, type Backend } from '../../backend/backend';
import type { Rules, SkmRule } from '../../data/office';
import { axeFindings, fakeBackend, renderScreen } from '../../testing/render';
import { questions } from '../../testing/voiceFixture';
import { ComplaintRuleScreen } from './ComplaintRuleScreen';
import { SkmRuleScreen } from './SkmRuleScreen';

const skm: SkmRule = {
  questions,
  bands: [
    { letter: 'D', name: 'Tidak Baik', upper: 6499 },
    { letter: 'A', name: 'Sangat Baik', upper: 10000 },
  ],
};
const complaints = { verification: 3, information: 5, plain: 14, field: 60 };

function setUp(office: Partial<Backend['office']> = {}) {
  const saveRule = vi.fn<Backend['office']['saveRule']>(() =>
    Promise.resolve({ value: null, changes: { operation: 'o1', description: 'Ubah aturan', rooms: ['office' as const] } }),
  );
  // These two screens ask for no other rule.
  const rules = () => Promise.resolve({ skm, complaints } as Rules);
  return { backend: fakeBackend({}, { office: { rules, saveRule, ...office } }), saveRule };
}

describe('the questionnaire of the public', () => {
  it('keeps each question with its element wherever it is moved', async () => {
    const { backend, saveRule } = setUp();
    const { container } = await renderScreen(<SkmRuleScreen />, { backend });
    const wording = await screen.findByLabelText('Pertanyaan U8');
    expect(await axeFindings(container)).toEqual([]);
    await userEvent.clear(wording);
    await userEvent.type(wording, 'Bagaimana pengaduan ditangani?');
    await userEvent.keyboard('{Alt>}{ArrowUp}{/Alt}');
    await waitFor(() => expect(screen.getByLabelText('Pertanyaan U8')).toHaveFocus());
    await userEvent.click(screen.getByRole('button', { name: 'Simpan kuesioner' }));
    await waitFor(() => expect(saveRule).toHaveBeenCalled());
    const [rule] = saveRule.mock.calls[0] ?? [];
    const body = rule?.body as SkmRule;
    expect(body.questions.map((question) => question.element)).toEqual(['U1', 'U2', 'U3', 'U4', 'U5', 'U6', 'U7', 'U8', 'U9']);
    expect(body.questions[7]).toEqual({ ...questions[8], text: 'Bagaimana pengaduan ditangani?' });
    expect(body.bands).toEqual(skm.bands);
  });

  it('has its nine questions: none comes and none goes', async () => {
    const { backend } = setUp();
    await renderScreen(<SkmRuleScreen />, { backend });
    const list = await screen.findByRole('region', { name: 'Pertanyaan' });
    expect(within(list).getAllByRole('row')).toHaveLength(10);
    expect(within(list).queryByRole('button', { name: /Hapus/ })).not.toBeInTheDocument();
    expect(within(list).queryByRole('button', { name: /Tambah/ })).not.toBeInTheDocument();
  });

  it('names a limit that is no number at its field, and an empty answer as the core does', async () => {
    const message = 'Pilihan jawaban belum diisi.';
    const refusal = new RefusalError({ code: 'invalid_input', message, fields: [{ field: 'questions.1.answers.2', message }] });
    const saveRule = vi.fn<Backend['office']['saveRule']>(() => Promise.reject(refusal));
    const { backend } = setUp({ saveRule });
    await renderScreen(<SkmRuleScreen />, { backend });
    const [limit] = await screen.findAllByLabelText('Sampai IKM');
    await userEvent.clear(limit!);
    await userEvent.type(limit!, 'enam');
    await userEvent.click(screen.getByRole('button', { name: 'Simpan kuesioner' }));
    await waitFor(() => expect(limit).toBeInvalid());
    expect(saveRule).not.toHaveBeenCalled();
    await userEvent.clear(limit!);
    await userEvent.type(limit!, '64,99');
    await userEvent.click(screen.getByRole('button', { name: 'Simpan kuesioner' }));
    await waitFor(() => expect(screen.getByLabelText('Jawaban 3 untuk U2')).toBeInvalid());
  });
});

describe('the deadlines of complaints', () => {
  it('are saved in working days, from a day', async () => {
    const { backend, saveRule } = setUp();
    const { container } = await renderScreen(<ComplaintRuleScreen />, { backend });
    const plain = await screen.findByLabelText('Selesai tanpa pemeriksaan lapangan');
    expect(await axeFindings(container)).toEqual([]);
    await userEvent.clear(plain);
    await userEvent.type(plain, '10');
    await userEvent.type(screen.getByLabelText('Berlaku mulai'), '01/04/2026');
    await userEvent.click(screen.getByRole('button', { name: 'Simpan batas waktu' }));
    await waitFor(() =>
      expect(saveRule).toHaveBeenCalledWith({ kind: 'complaints', body: { ...complaints, plain: 10 } }, '2026-04-01'),
    );
  });

  it('refuse what is no number at its field', async () => {
    const { backend, saveRule } = setUp();
    await renderScreen(<ComplaintRuleScreen />, { backend });
    const field = await screen.findByLabelText('Verifikasi');
    await userEvent.clear(field);
    await userEvent.type(field, 'tiga');
    await userEvent.click(screen.getByRole('button', { name: 'Simpan batas waktu' }));
    await waitFor(() => expect(field).toBeInvalid());
    expect(saveRule).not.toHaveBeenCalled();
  });
});

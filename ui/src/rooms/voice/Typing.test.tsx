import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { ReactNode } from 'react';
import { describe, expect, it, vi } from 'vitest';
import { RefusalError, type Backend } from '../../backend/backend';
import type { SurveyView } from '../../data/voice';
import { useCommandKeys } from '../../frame/commands';
import { written } from '../../testing/classFixture';
import { axeFindings, fakeBackend, renderScreen } from '../../testing/render';
import { answer, surveyRow, surveyView } from '../../testing/voiceFixture';
import { TypingScreen } from './TypingScreen';

function Keys({ children }: { children: ReactNode }) {
  useCommandKeys();
  return <>{children}</>;
}

const page = { path: '/voice/surveys/$id/typing', at: '/voice/surveys/s1/typing' };

/** A core that counts what it has taken in. */
function setUp(voice: Partial<Backend['voice']> = {}) {
  let taken = 0;
  const saveAnswer = vi.fn<Backend['voice']['saveAnswer']>(() => {
    taken += 1;
    return written(null, 'Simpan lembar', ['voice']);
  });
  const survey = (): Promise<SurveyView> =>
    Promise.resolve({ ...surveyView, row: { ...surveyRow, answers: 29 + taken }, next_number: 30 + taken });
  const backend = fakeBackend({}, { voice: { survey, saveAnswer, answer: () => Promise.resolve(null), ...voice } });
  return { backend, saveAnswer };
}

const field = (name: string) => screen.getByLabelText(name);

describe('typing the sheets of a survey', () => {
  it('takes a sheet in nineteen keys, and proposes the next number', async () => {
    const { backend, saveAnswer } = setUp();
    const { container } = await renderScreen(<Keys><TypingScreen /></Keys>, { backend, ...page });
    await waitFor(() => expect(field('Nomor lembar')).toHaveFocus());
    expect(field('Nomor lembar')).toHaveValue('30');
    expect(await axeFindings(container)).toEqual([]);
    // Number taken, service 1, age, sex, education, occupation, nine answers, no advice, saved.
    const keys = ['{Enter}', '1', '3', '4', '{Enter}', 'p', '3', '4', '4', '3', '3', '4', '3', '4', '4', '4', '2', '{Enter}', '{Enter}'];
    await userEvent.keyboard(keys.join(''));
    expect(keys).toHaveLength(19);
    await waitFor(() => expect(saveAnswer).toHaveBeenCalledTimes(1));
    expect(saveAnswer).toHaveBeenCalledWith(
      's1',
      {
        number: 30,
        service: 'l1',
        age: 34,
        sex: 'p',
        education: 'SMA',
        occupation: 'Swasta',
        // The eighth question of the sheet is about U9, the ninth about U8.
        marks: { U1: 4, U2: 3, U3: 3, U4: 4, U5: 3, U6: 4, U7: 4, U9: 4, U8: 2 },
        comment: '',
      },
      false,
    );
    await waitFor(() => expect(field('Nomor lembar')).toHaveValue('31'));
    expect(field('Nomor lembar')).toHaveFocus();
    expect(screen.getByText(/30 dari 44/)).toBeInTheDocument();
    // Sheets come in piles: the service stays, the rest is empty.
    expect(field('Layanan')).toHaveValue('KTP elektronik');
    expect(field('Umur')).toHaveValue('');
    expect(field('Pendidikan')).toHaveValue('');
  });

  it('offers only services that are still given, and takes words that the sheet does not offer', async () => {
    const { backend, saveAnswer } = setUp();
    await renderScreen(<Keys><TypingScreen /></Keys>, { backend, ...page });
    await waitFor(() => expect(field('Nomor lembar')).toHaveFocus());
    expect(field('Layanan')).toHaveAccessibleDescription('1 KTP elektronik · 2 Kartu keluarga');
    await userEvent.keyboard('{Enter}-{Enter}-{Enter}Nelayan 2{Enter}4{Control>}{Enter}{/Control}');
    await waitFor(() =>
      expect(saveAnswer).toHaveBeenCalledWith(
        's1',
        expect.objectContaining({ service: null, age: null, sex: null, education: '', occupation: 'Nelayan 2', marks: { U1: 4 } }),
        false,
      ),
    );
  });

  it('names a number or an age that is none, and keeps what was typed', async () => {
    const { backend, saveAnswer } = setUp();
    await renderScreen(<Keys><TypingScreen /></Keys>, { backend, ...page });
    await waitFor(() => expect(field('Nomor lembar')).toHaveFocus());
    await userEvent.keyboard('12a{Enter}1abc{Control>}{Enter}{/Control}');
    await waitFor(() => expect(field('Nomor lembar')).toBeInvalid());
    expect(field('Umur')).toBeInvalid();
    expect(field('Umur')).toHaveValue('abc');
    expect(saveAnswer).not.toHaveBeenCalled();
  });

  it('shows a refused element at its question and the comment at its place', async () => {
    const refusal = new RefusalError({
      code: 'invalid_input',
      message: 'Lembar ini belum benar.',
      fields: [
        { field: 'marks.U8', message: 'Jawaban U8 harus 1 sampai 4.' },
        { field: 'comment', message: 'Saran terlalu panjang.' },
      ],
    });
    const { backend } = setUp({ saveAnswer: () => Promise.reject(refusal) });
    await renderScreen(<Keys><TypingScreen /></Keys>, { backend, ...page });
    await waitFor(() => expect(field('Nomor lembar')).toHaveFocus());
    await userEvent.keyboard('{Control>}{Enter}{/Control}');
    expect(await screen.findByText('Jawaban U8 harus 1 sampai 4.')).toBeInTheDocument();
    expect(screen.getByText('Saran terlalu panjang.')).toBeInTheDocument();
    expect(within(screen.getByRole('radiogroup', { name: /Penanganan pengaduan/ })).getAllByRole('radio')[0]).toHaveFocus();
  });

  it('says that a number is taken and opens its sheet', async () => {
    const stored = vi.fn<Backend['voice']['answer']>(() => Promise.resolve(answer));
    const { backend, saveAnswer } = setUp({ answer: stored });
    await renderScreen(<Keys><TypingScreen /></Keys>, { backend, ...page });
    await waitFor(() => expect(field('Nomor lembar')).toHaveFocus());
    await userEvent.keyboard('12');
    expect(await screen.findByText(/Lembar 12 sudah ada/)).toBeInTheDocument();
    expect(stored).toHaveBeenCalledWith('s1', 12);
    await userEvent.click(screen.getByRole('button', { name: 'Buka lembar 12' }));
    expect(await screen.findByRole('form', { name: 'Lembar 12' })).toBeInTheDocument();
    expect(field('Umur')).toHaveValue('34');
    await userEvent.clear(field('Umur'));
    await userEvent.type(field('Umur'), '35{Control>}{Enter}{/Control}');
    await waitFor(() => expect(saveAnswer).toHaveBeenCalledWith('s1', { ...answer, age: 35 }, true));
    await waitFor(() => expect(field('Nomor lembar')).toHaveValue('31'));
  });
});

import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { ReactNode } from 'react';
import { describe, expect, it, vi } from 'vitest';
import { RefusalError, type Backend } from '../../backend/backend';
import type { UnitRow } from '../../data/people';
import { useCommandKeys } from '../../frame/commands';
import { written } from '../../testing/classFixture';
import { axeFindings, fakeBackend, renderScreen } from '../../testing/render';
import { answer, result, services, surveyRow, surveyView } from '../../testing/voiceFixture';
import { NewSurveyScreen } from './NewSurveyScreen';
import { SurveyScreen } from './SurveyScreen';
import { SurveysScreen } from './SurveysScreen';
import { YearlyScreen } from './YearlyScreen';

/** The screen with the keys that the frame listens to. */
function Keys({ children }: { children: ReactNode }) {
  useCommandKeys();
  return <>{children}</>;
}

const units: UnitRow[] = [
  { id: 'u1', parent: null, name: 'DINAS KEPENDUDUKAN', path: 'DINAS KEPENDUDUKAN', depth: 0, people: 0 },
];

function backend(voice: Partial<Backend['voice']> = {}, evaluation: Partial<Backend['evaluation']> = {}): Backend {
  return fakeBackend(
    {},
    {
      voice: {
        surveys: () => Promise.resolve({ rows: [surveyRow], total: 1 }),
        survey: () => Promise.resolve(surveyView),
        answers: () => Promise.resolve({ rows: [answer], total: 1 }),
        answer: () => Promise.resolve(null),
        services: () => Promise.resolve(services),
        ...voice,
      },
      people: { units: () => Promise.resolve(units) },
      evaluation: { improvements: () => Promise.resolve({ rows: [], total: 0 }), ...evaluation },
    },
  );
}

const page = { path: '/voice/surveys/$id', at: '/voice/surveys/s1' };
const tab = (name: string) => ({ path: `/voice/surveys/$id/${name}`, at: `/voice/surveys/s1/${name}` });

describe('the surveys', () => {
  it('are listed with their index, its word, and the answers beside those advised', async () => {
    const surveys = vi.fn(() => Promise.resolve({ rows: [surveyRow], total: 1 }));
    const address = { path: '/voice', at: '/voice?year=2026&unit=u1' };
    const { container } = await renderScreen(<SurveysScreen />, { backend: backend({ surveys }), ...address });
    const row = await screen.findByRole('row', { name: /SKM Semester I 2026/ });
    expect(within(row).getByText('91,48')).toBeInTheDocument();
    expect(within(row).getByText('A · Sangat Baik')).toBeInTheDocument();
    expect(within(row).getByTitle('29 dari 44 yang disarankan')).toBeInTheDocument();
    expect(surveys).toHaveBeenCalledWith({ text: '', year: 2026, unit: 'u1', offset: 0, limit: 200 });
    expect(await axeFindings(container)).toEqual([]);
  });

  it('say what the room is for while there are none', async () => {
    const surveys = () => Promise.resolve({ rows: [], total: 0 });
    const { container } = await renderScreen(<SurveysScreen />, { backend: backend({ surveys }), path: '/voice', at: '/voice' });
    expect(await screen.findByRole('heading', { name: 'Belum ada survei kepuasan masyarakat' })).toBeInTheDocument();
    expect(await axeFindings(container)).toEqual([]);
  });

  it('are made by keyboard; what is missing is named at its field', async () => {
    const saveSurvey = vi.fn<Backend['voice']['saveSurvey']>(() => written('s9', 'Simpan survei', ['voice']));
    const { container } = await renderScreen(<Keys><NewSurveyScreen /></Keys>, { backend: backend({ saveSurvey }) });
    await userEvent.type(screen.getByLabelText(/Nama survei/), 'SKM 2026{Control>}{Enter}{/Control}');
    expect(await screen.findByRole('alert')).toHaveTextContent('2 isian perlu dibetulkan');
    expect(saveSurvey).not.toHaveBeenCalled();
    expect(await axeFindings(container)).toEqual([]);
    await userEvent.type(screen.getByRole('combobox', { name: /Unit kerja/ }), 'dinas');
    await userEvent.keyboard('{ArrowDown}{Enter}');
    await userEvent.type(screen.getByLabelText(/^Mulai/), '05012026');
    await userEvent.type(screen.getByLabelText(/^Sampai/), '30062026');
    await userEvent.type(screen.getByLabelText(/Jumlah pengguna layanan/), '1.200{Control>}{Enter}{/Control}');
    await waitFor(() =>
      expect(saveSurvey).toHaveBeenCalledWith({
        id: null,
        unit: 'u1',
        name: 'SKM 2026',
        starts: '2026-01-05',
        ends: '2026-06-30',
        population: 1200,
      }),
    );
  });
});

describe('the result of a survey', () => {
  it('shows index, quality, respondents and what is advised', async () => {
    const { container } = await renderScreen(<SurveyScreen />, { backend: backend(), ...page });
    expect(await screen.findByText('91,48')).toBeInTheDocument();
    expect(screen.getByText('Mutu A · Sangat Baik')).toBeInTheDocument();
    expect(screen.getByText('Nilai indeks').nextSibling).toHaveTextContent('3,66');
    const advice = screen.getByRole('region', { name: 'Saran jumlah responden' });
    expect(advice).toHaveTextContent('Dari 50 pengguna layanan');
    expect(within(advice).getByText('Krejcie-Morgan').closest('li')).toHaveTextContent('44kurang 15');
    expect(within(advice).getByText('Slovin (5%)').closest('li')).toHaveTextContent('45kurang 16');
    expect(await axeFindings(container)).toEqual([]);
  });

  it('marks the three lowest elements, and opens a plan for one with what was found', async () => {
    const saveImprovement = vi.fn<Backend['evaluation']['saveImprovement']>(() => written('i1', 'Simpan perbaikan', ['evaluation']));
    await renderScreen(<Keys><SurveyScreen /></Keys>, { backend: backend({}, { saveImprovement }), ...page });
    const table = await screen.findByRole('region', { name: 'Nilai setiap unsur' });
    expect(within(table).getAllByText('Terendah')).toHaveLength(3);
    const waiting = within(table).getByRole('row', { name: /U3 Waktu penyelesaian/ });
    expect(waiting).toHaveTextContent('3,45');
    await userEvent.click(within(waiting).getByRole('button', { name: 'Rencana tindak lanjut Waktu penyelesaian' }));
    const dialog = await screen.findByRole('dialog');
    expect(within(dialog).getByLabelText(/Temuan/)).toHaveValue('U3 Waktu penyelesaian: NRR 3,45');
    await userEvent.type(within(dialog).getByLabelText(/^Tindakan/), 'Menambah satu loket');
    await userEvent.type(within(dialog).getByLabelText(/Penanggung jawab/), 'Kepala UPT');
    await userEvent.type(within(dialog).getByLabelText(/^Tenggat/), '01092026');
    await userEvent.keyboard('{Control>}{Enter}{/Control}');
    await waitFor(() =>
      expect(saveImprovement).toHaveBeenCalledWith(
        expect.objectContaining({ survey: 's1', class: null, item: 'U3', action: 'Menambah satu loket', due: '2026-09-01' }),
      ),
    );
  });

  it('hides the index of groups below five', async () => {
    await renderScreen(<SurveyScreen />, { backend: backend(), ...page });
    const group = await screen.findByRole('table', { name: 'Jenis kelamin' });
    expect(within(group).getByRole('row', { name: /Laki-laki/ })).toHaveTextContent('90,12');
    expect(within(group).getByRole('row', { name: /Perempuan/ })).toHaveTextContent('3kurang dari 5');
  });

  it('says so while nobody has answered, and while the population is unknown', async () => {
    const empty = {
      ...surveyView,
      survey: { ...surveyView.survey, population: null },
      row: { ...surveyRow, answers: 0, advised: null, population: null },
      advice: { krejcie_morgan: null, slovin: null },
      result: { ...result, respondents: 0, ni: null, ikm: null, letter: '', band: '' },
    };
    const { container } = await renderScreen(<SurveyScreen />, {
      backend: backend({ survey: () => Promise.resolve(empty) }),
      ...page,
    });
    expect(await screen.findByRole('heading', { name: 'Belum ada jawaban' })).toBeInTheDocument();
    expect(screen.getByText(/Isi jumlah pengguna layanan di tab Data/)).toBeInTheDocument();
    expect(await axeFindings(container)).toEqual([]);
  });
});

describe('the answers of a survey', () => {
  it('stand in a list by number, each mark under its element', async () => {
    const { container } = await renderScreen(<SurveyScreen />, { backend: backend(), ...tab('answers') });
    const row = await screen.findByRole('row', { name: /Lembar 12/ });
    const cells = within(row).getAllByRole('gridcell').map((cell) => cell.textContent);
    // In the order of the sheet: U9 stands before U8.
    expect(cells.slice(6, 15)).toEqual(['4', '3', '3', '4', '3', '4', '4', '4', '2']);
    expect(await axeFindings(container)).toEqual([]);
  });

  it('are put right by keyboard, and saved as the same sheet', async () => {
    const saveAnswer = vi.fn<Backend['voice']['saveAnswer']>(() => written(null, 'Simpan lembar', ['voice']));
    await renderScreen(<Keys><SurveyScreen /></Keys>, { backend: backend({ saveAnswer }), ...tab('answers') });
    await screen.findByRole('row', { name: /Lembar 12/ });
    screen.getByRole('grid', { name: 'Daftar jawaban' }).focus();
    await userEvent.keyboard('{Enter}');
    expect(await screen.findByRole('form', { name: 'Lembar 12' })).toBeInTheDocument();
    expect(screen.getByLabelText('Nomor lembar')).toBeDisabled();
    const asked = screen.getByRole('radiogroup', { name: /Penanganan pengaduan/ });
    within(asked).getByRole('radio', { checked: true }).focus();
    await userEvent.keyboard('4{Control>}{Enter}{/Control}');
    await waitFor(() => expect(saveAnswer).toHaveBeenCalledWith('s1', { ...answer, marks: { ...answer.marks, U8: 4 } }, true));
    expect(await screen.findByRole('grid', { name: 'Daftar jawaban' })).toBeInTheDocument();
  });

  it('are deleted after a question', async () => {
    const deleteAnswer = vi.fn<Backend['voice']['deleteAnswer']>(() => written(null, 'Hapus lembar', ['voice']));
    await renderScreen(<SurveyScreen />, { backend: backend({ deleteAnswer }), ...tab('answers') });
    await userEvent.dblClick(await screen.findByRole('row', { name: /Lembar 12/ }));
    await userEvent.click(await screen.findByRole('button', { name: 'Hapus lembar…' }));
    await userEvent.click(await screen.findByRole('button', { name: 'Hapus lembar' }));
    await waitFor(() => expect(deleteAnswer).toHaveBeenCalledWith('s1', 12));
  });
});

describe('the data of a survey', () => {
  it('are changed on their own tab, and a refusal stands at its field', async () => {
    const message = 'Survei ini sudah ada di unit itu.';
    const saveSurvey = vi.fn<Backend['voice']['saveSurvey']>(() =>
      Promise.reject(new RefusalError({ code: 'duplicate', message, fields: [{ field: 'name', message }] })),
    );
    const { container } = await renderScreen(<Keys><SurveyScreen /></Keys>, { backend: backend({ saveSurvey }), ...tab('data') });
    const name = await screen.findByLabelText(/Nama survei/);
    await userEvent.clear(name);
    await userEvent.type(name, 'SKM lain{Control>}{Enter}{/Control}');
    await waitFor(() => expect(name).toBeInvalid());
    expect(saveSurvey).toHaveBeenCalledWith({ ...surveyView.survey, name: 'SKM lain' });
    expect(await axeFindings(container)).toEqual([]);
  });
});

describe('years side by side', () => {
  it('stand as columns, with what each year came to', async () => {
    const yearly = vi.fn<Backend['voice']['yearly']>(() =>
      Promise.resolve({
        unit: 'u1',
        unit_path: 'DINAS KEPENDUDUKAN',
        years: [
          { year: 2025, surveys: 2, result: { ...result, ikm: 8230, letter: 'B', band: 'Baik', respondents: 1204 } },
          { year: 2026, surveys: 1, result },
        ],
      }),
    );
    const { container } = await renderScreen(<YearlyScreen />, {
      backend: backend({ yearly }),
      path: '/voice/yearly',
      at: '/voice/yearly?unit=u1',
    });
    const index = await screen.findByRole('row', { name: /^IKM/ });
    expect(index).toHaveTextContent('82,30B · Baik91,48A · Sangat Baik');
    expect(screen.getByRole('row', { name: /^Responden/ })).toHaveTextContent('1.204 dari 2 survei29 dari 1 survei');
    expect(yearly).toHaveBeenCalledWith('u1');
    expect(await axeFindings(container)).toEqual([]);
  });

  it('say so where there is nothing to compare', async () => {
    const yearly = () => Promise.resolve({ unit: null, unit_path: '', years: [] });
    await renderScreen(<YearlyScreen />, { backend: backend({ yearly }), path: '/voice/yearly', at: '/voice/yearly' });
    expect(await screen.findByRole('heading', { name: 'Belum ada tahun yang dapat dibandingkan' })).toBeInTheDocument();
    expect(screen.getByRole('button', { name: 'Cetak' })).toBeDisabled();
  });
});

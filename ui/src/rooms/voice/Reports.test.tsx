import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { ReactElement } from 'react';
import { describe, expect, it, vi } from 'vitest';
import type { Backend } from '../../backend/backend';
import type { VoiceReport } from '../../data/voice';
import { axeFindings, fakeBackend, renderScreen } from '../../testing/render';
import { surveyView } from '../../testing/voiceFixture';
import { ComplaintsReportScreen, PublicationScreen, ResultsScreen, SheetsScreen, YearlyReportScreen } from './ReportScreens';

vi.mock('../../components/pdf/pdfjs', () => ({
  openPdf: () => ({ promise: Promise.reject(new Error('not drawn here')), destroy: () => Promise.resolve() }),
}));

const query = { text: 'loket', state: null, unit: 'u1', kind: null, competency: null, overdue_only: false, offset: 0, limit: 0 };
const survey = (name: string) => ({ path: `/voice/surveys/$id/${name}`, at: `/voice/surveys/s1/${name}` });

const papers: [string, ReactElement, { path: string; at: string }, VoiceReport][] = [
  ['Kuesioner SKM', <SheetsScreen key="sheets" />, survey('sheets'), { kind: 'sheets', survey: 's1' }],
  ['Publikasi hasil SKM', <PublicationScreen key="publication" />, survey('publication'), { kind: 'publication', survey: 's1' }],
  ['Tabel hasil SKM', <ResultsScreen key="results" />, survey('results'), { kind: 'results', survey: 's1' }],
  [
    'Perbandingan SKM tahunan',
    <YearlyReportScreen key="yearly" />,
    { path: '/voice/yearly/report', at: '/voice/yearly/report?unit=u1' },
    { kind: 'yearly', unit: 'u1' },
  ],
  [
    'Daftar pengaduan',
    <ComplaintsReportScreen key="complaints" />,
    { path: '/voice/complaints/report', at: '/voice/complaints/report?q=loket&unit=u1' },
    { kind: 'complaints', query },
  ],
];

describe('the papers of the room', () => {
  it.each(papers)('%s is drawn of what the address says, and saved as it is seen', async (title, page, address, report) => {
    const reportPdf = vi.fn<Backend['voice']['reportPdf']>(() => Promise.resolve(new Uint8Array([1])));
    const saveReport = vi.fn<Backend['voice']['saveReport']>(() => Promise.resolve(null));
    const backend = fakeBackend(
      {},
      {
        voice: {
          reportPdf,
          saveReport,
          survey: () => Promise.resolve(surveyView),
          yearly: () => Promise.resolve({ unit: 'u1', unit_path: 'DINAS KEPENDUDUKAN', years: [] }),
        },
      },
    );
    const { container } = await renderScreen(page, { backend, ...address });
    expect(await screen.findByRole('heading', { level: 1, name: title })).toBeInTheDocument();
    expect(reportPdf).toHaveBeenCalledWith(report);
    await userEvent.click(await screen.findByRole('button', { name: 'Simpan berkas' }));
    await waitFor(() => expect(saveReport).toHaveBeenCalledWith(report));
    expect(await axeFindings(container)).toEqual([]);
  });
});

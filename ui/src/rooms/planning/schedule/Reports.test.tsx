import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { ReactElement } from 'react';
import { describe, expect, it, vi } from 'vitest';
import type { Backend } from '../../../backend/backend';
import type { ScheduleReport } from '../../../data/planning/schedule';
import { axeFindings, fakeBackend, renderScreen, type FakeRooms } from '../../../testing/render';
import { scheduleRooms } from '../../../testing/scheduleFixture';
import { CalendarScreen } from './CalendarScreen';
import { CalendarReportScreen, ConflictsReportScreen, LetterScreen } from './ReportScreens';

vi.mock('../../../components/pdf/pdfjs', () => ({
  openPdf: () => ({ promise: Promise.reject(new Error('not drawn here')), destroy: () => Promise.resolve() }),
}));

const reportPdf = () => vi.fn<Backend['schedule']['reportPdf']>(() => Promise.resolve(new Uint8Array([1])));
const backend = (schedule: FakeRooms['schedule']) => fakeBackend({}, scheduleRooms(schedule));

const march = { from: '2026-03-01', to: '2026-03-31', class: null, room: 'r1', speaker: null, unit: null };
const week = { from: '2026-03-02', to: '2026-03-08', class: null, room: null, speaker: null, unit: null };

const papers: [string, ReactElement, string, string, ScheduleReport][] = [
  [
    'Kalender pelatihan',
    <CalendarReportScreen key="month" />,
    '/schedule/print',
    '?view=month&day=2026-03-04&room=r1',
    { kind: 'calendar', query: march, layout: 'month' },
  ],
  [
    'Kalender pelatihan',
    <CalendarReportScreen key="week" />,
    '/schedule/print',
    '?view=week&day=2026-03-04',
    { kind: 'calendar', query: week, layout: 'list' },
  ],
  [
    'Daftar bentrok jadwal',
    <ConflictsReportScreen key="conflicts" />,
    '/schedule/conflicts/print',
    '?from=2026-03-02&to=2026-03-31&kind=room_twice',
    { kind: 'conflicts', query: { from: '2026-03-02', to: '2026-03-31', kind: 'room_twice', class: null } },
  ],
  [
    'Surat ralat',
    <LetterScreen key="letter" />,
    '/schedule/publications/$id/letter',
    '?publication=2',
    { kind: 'correction', class: 'c1', publication: 2, number: '', date: '2026-03-02' },
  ],
];

describe('the papers of the schedule', () => {
  it.each(papers)('%s is drawn of what the address says, and saved as it is seen', async (title, page, path, search, report) => {
    const drawn = reportPdf();
    const saveReport = vi.fn<Backend['schedule']['saveReport']>(() => Promise.resolve(null));
    const at = `${path.replace('$id', 'c1')}${search}`;
    const { container } = await renderScreen(page, { backend: backend({ reportPdf: drawn, saveReport }), path, at });
    expect(await screen.findByRole('heading', { name: title })).toBeInTheDocument();
    await waitFor(() => expect(drawn).toHaveBeenCalledWith(report));
    await userEvent.click(await screen.findByRole('button', { name: 'Simpan berkas' }));
    await waitFor(() => expect(saveReport).toHaveBeenCalledWith(report));
    expect(await axeFindings(container)).toEqual([]);
  });

  it('the letter takes its number and its day', async () => {
    const drawn = reportPdf();
    await renderScreen(<LetterScreen />, {
      backend: backend({ reportPdf: drawn }),
      path: '/schedule/publications/$id/letter',
      at: '/schedule/publications/c1/letter',
    });
    await userEvent.type(await screen.findByRole('textbox', { name: 'Nomor surat' }), '800/12/BKPSDM{Enter}');
    const date = screen.getByRole('textbox', { name: 'Tanggal surat' });
    await userEvent.clear(date);
    await userEvent.type(date, '5/3/2026');
    await waitFor(() =>
      expect(drawn).toHaveBeenLastCalledWith({
        kind: 'correction',
        class: 'c1',
        publication: null,
        number: '800/12/BKPSDM',
        date: '2026-03-05',
      }),
    );
  });

  it('the calendar becomes a file for other calendars, of what is shown', async () => {
    const saveIcs = vi.fn<Backend['schedule']['saveIcs']>(() => Promise.resolve(null));
    await renderScreen(<CalendarScreen />, {
      backend: backend({ saveIcs }),
      path: '/schedule',
      at: '/schedule?day=2026-03-04&room=r1',
    });
    await userEvent.click(await screen.findByRole('button', { name: 'Simpan .ics' }));
    expect(saveIcs).toHaveBeenCalledWith(march);
    expect(screen.getByRole('link', { name: 'Cetak' })).toHaveAttribute('href', expect.stringContaining('room=') as string);
  });
});

import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it, vi } from 'vitest';
import { RefusalError, type Backend } from '../../../backend/backend';
import { aView, written } from '../../../testing/classFixture';
import { axeFindings, fakeBackend, renderScreen, type FakeRooms } from '../../../testing/render';
import { clash, longName, scheduleRooms } from '../../../testing/scheduleFixture';
import { CalendarScreen } from './CalendarScreen';
import { ConflictsScreen } from './ConflictsScreen';

function backend(schedule: FakeRooms['schedule'] = {}): Backend {
  const rooms = scheduleRooms(schedule);
  return fakeBackend({}, { ...rooms, classes: { ...rooms.classes, get: () => Promise.resolve(aView) } });
}

const show = (schedule: FakeRooms['schedule'] = {}, search = '?day=2026-03-04') =>
  renderScreen(<CalendarScreen />, { backend: backend(schedule), path: '/schedule', at: `/schedule${search}` });

const cell = (name: RegExp) => screen.findByRole('gridcell', { name });
const panel = () => screen.getByRole('complementary', { name: /^Sesi/ });

describe('the calendar', () => {
  it('shows both sides of a conflict, on the day and beside it', async () => {
    const calendar = vi.fn<Backend['schedule']['calendar']>(backend().schedule.calendar);
    const { container } = await show({ calendar });
    const day = await cell(/^Rabu 4 Maret 2026, 2 sesi, 2 bentrok/);
    expect(within(day).getByTitle(/Angkatan III/)).toHaveAttribute('data-clash', 'true');
    expect(within(panel()).getAllByText(clash.sentence)).toHaveLength(2);
    expect(within(panel()).getByText(`${longName} Angkatan I`)).toBeInTheDocument();
    expect(within(panel()).getByText('BADAN PENDAPATAN DAERAH:', { exact: false })).toHaveTextContent('Lapor SPT tahunan');
    // Whole weeks are asked for.
    expect(calendar).toHaveBeenCalledWith(
      { from: '2026-02-23', to: '2026-04-05', class: null, room: null, speaker: null, unit: null },
    );
    expect(await axeFindings(container)).toEqual([]);
  });

  it('moves a session by keys alone, and takes it back', async () => {
    const move = vi.fn<Backend['schedule']['move']>(() => written(null, 'Pindahkan sesi', ['planning']));
    await show({ move });
    const day = await cell(/^Rabu 4 Maret 2026/);
    day.focus();
    await userEvent.keyboard('{Enter}');
    const first = within(panel()).getByRole('button', { name: /Angkatan III/ });
    expect(first).toHaveFocus();
    await userEvent.keyboard('{ArrowDown}{ArrowUp}m');
    const dialog = await screen.findByRole('dialog', { name: 'Pindahkan sesi' });
    expect(await axeFindings(document.body)).toEqual([]);
    const date = within(dialog).getByRole('textbox', { name: /^Tanggal/ });
    await userEvent.clear(date);
    await userEvent.type(date, '9-3-2026');
    const starts = within(dialog).getByRole('textbox', { name: 'Mulai' });
    await userEvent.clear(starts);
    await userEvent.type(starts, '9');
    await userEvent.click(within(dialog).getByRole('button', { name: 'Pindahkan sesi' }));
    await waitFor(() =>
      expect(move).toHaveBeenCalledExactlyOnceWith('s1', { date: '2026-03-09', starts: '09:00:00', ends: '12:00:00' }),
    );
    expect(await screen.findByRole('button', { name: 'Batalkan' })).toBeInTheDocument();
  });

  it('says what the core refuses at its field, and refuses a time that is none by itself', async () => {
    const message = 'Kelas sudah ditutup.';
    const move = vi.fn<Backend['schedule']['move']>(() =>
      Promise.reject(new RefusalError({ code: 'not_allowed', message, fields: [{ field: 'date', message }] })),
    );
    await show({ move });
    (await cell(/^Rabu 4 Maret 2026/)).focus();
    await userEvent.keyboard('{Enter}m');
    const dialog = await screen.findByRole('dialog', { name: 'Pindahkan sesi' });
    const ends = within(dialog).getByRole('textbox', { name: 'Selesai' });
    await userEvent.clear(ends);
    await userEvent.type(ends, '25.00');
    await userEvent.click(within(dialog).getByRole('button', { name: 'Pindahkan sesi' }));
    expect(within(dialog).getByText('“25.00” bukan jam. Tulis seperti 08.00.')).toBeInTheDocument();
    expect(move).not.toHaveBeenCalled();
    await userEvent.clear(ends);
    await userEvent.type(ends, '11');
    await userEvent.click(within(dialog).getByRole('button', { name: 'Pindahkan sesi' }));
    expect(await within(dialog).findByRole('alert')).toHaveTextContent(message);
  });

  it('gives a session its room, subject and speakers', async () => {
    const setPlace = vi.fn<Backend['schedule']['setPlace']>(() => written(null, 'Ubah sesi', ['planning']));
    await show({ setPlace });
    await userEvent.click(within(await cell(/^Rabu 4 Maret 2026/)).getByTitle(/Angkatan III/));
    const dialog = await screen.findByRole('dialog', { name: 'Ubah sesi' });
    expect(within(dialog).getByText(clash.sentence)).toBeInTheDocument();
    expect(await axeFindings(document.body)).toEqual([]);
    await userEvent.click(within(dialog).getByRole('combobox', { name: 'Ruang' }));
    // A room that is no longer used is not offered.
    expect(screen.queryByRole('option', { name: /Ruang lama/ })).not.toBeInTheDocument();
    await userEvent.click(await screen.findByRole('option', { name: 'Laboratorium komputer (24 tempat)' }));
    await userEvent.click(within(dialog).getByRole('button', { name: 'Tambah narasumber' }));
    await userEvent.type(within(dialog).getByRole('combobox', { name: 'Narasumber 2' }), 'budi');
    await screen.findByRole('option', { name: /Budi Santoso/ });
    await userEvent.keyboard('{Enter}');
    await userEvent.click(within(dialog).getByRole('checkbox', { name: /^Kunci sesi ini/ }));
    await userEvent.click(within(dialog).getByRole('button', { name: 'Simpan sesi' }));
    await waitFor(() =>
      expect(setPlace).toHaveBeenCalledWith('s1', { room: 'r2', subject: 'm1', speakers: ['p1', 'p2'], locked: true }),
    );
  });

  it('locks by a key, and leaves a closed class as it is', async () => {
    const setPlace = vi.fn<Backend['schedule']['setPlace']>(() => written(null, 'Ubah sesi', ['planning']));
    await show({ setPlace }, '?day=2026-03-05');
    const closed = await cell(/^Kamis 5 Maret 2026/);
    closed.focus();
    await userEvent.keyboard('lm');
    expect(setPlace).not.toHaveBeenCalled();
    expect(screen.queryByRole('dialog')).not.toBeInTheDocument();
    await userEvent.keyboard('{ArrowLeft}{Enter}{ArrowDown}l');
    expect(setPlace).toHaveBeenCalledExactlyOnceWith('s2', { room: 'r1', subject: null, speakers: [], locked: false });
  });

  it('shows a week by room; a session dragged to another room changes the room alone', async () => {
    const setPlace = vi.fn<Backend['schedule']['setPlace']>(() => written(null, 'Ubah sesi', ['planning']));
    const move = vi.fn<Backend['schedule']['move']>(() => written(null, 'Pindahkan sesi', ['planning']));
    const { container } = await show({ setPlace, move }, '?view=week&by=room&day=2026-03-04');
    const from = await cell(/^Aula Besar, Rabu 4 Maret 2026, 2 sesi/);
    expect(screen.getByRole('rowheader', { name: 'Tanpa ruang' })).toBeInTheDocument();
    expect(screen.queryByRole('rowheader', { name: 'Ruang lama' })).not.toBeInTheDocument();
    expect(await axeFindings(container)).toEqual([]);
    const dataTransfer = { effectAllowed: '', dropEffect: '', setData: vi.fn() };
    const drag = async (to: RegExp) => {
      fireEvent.dragStart(within(from).getByTitle(/Angkatan III/), { dataTransfer });
      fireEvent.drop(await cell(to), { dataTransfer });
    };
    await drag(/^Laboratorium komputer, Rabu 4 Maret/);
    await waitFor(() =>
      expect(setPlace).toHaveBeenCalledWith('s1', { room: 'r2', subject: 'm1', speakers: ['p1'], locked: false }),
    );
    expect(move).not.toHaveBeenCalled();
    await drag(/^Aula Besar, Jumat 6 Maret/);
    await waitFor(() =>
      expect(move).toHaveBeenCalledWith('s1', { date: '2026-03-06', starts: '08:00:00', ends: '12:00:00' }),
    );
  });

  it('narrows to a unit and keeps that in its address', async () => {
    const calendar = vi.fn<Backend['schedule']['calendar']>(backend().schedule.calendar);
    await show({ calendar });
    await userEvent.type(await screen.findByRole('combobox', { name: 'Unit kerja' }), 'badan');
    await userEvent.keyboard('{ArrowDown}{Enter}');
    await waitFor(() => expect(calendar.mock.lastCall?.[0]).toMatchObject({ unit: 'u1' }));
    await userEvent.click(screen.getByRole('button', { name: 'Lepas saringan' }));
    await waitFor(() => expect(calendar.mock.lastCall?.[0]).toMatchObject({ unit: null }));
    await userEvent.click(screen.getByRole('button', { name: 'Bulan berikutnya' }));
    expect(await screen.findByRole('heading', { name: 'April 2026' })).toBeInTheDocument();
  });
});

describe('the conflicts', () => {
  const at = { path: '/schedule/conflicts', at: '/schedule/conflicts' };

  it('are listed from today on, narrowed by kind, and open their week', async () => {
    const conflicts = vi.fn<Backend['schedule']['conflicts']>(() => Promise.resolve([clash]));
    const { container } = await renderScreen(<ConflictsScreen />, { backend: backend({ conflicts }), ...at });
    const row = await screen.findByRole('row', { name: /Aula Besar dipakai dua sesi/ });
    expect(within(row).getByText('Ruang ganda')).toBeInTheDocument();
    expect(conflicts).toHaveBeenCalledWith({ from: '2026-03-02', to: '2026-05-31', kind: null, class: null });
    expect(await axeFindings(container)).toEqual([]);
    await userEvent.type(screen.getByRole('searchbox'), 'lokakarya');
    await waitFor(() => expect(screen.queryByRole('row', { name: /Aula Besar/ })).not.toBeInTheDocument());
  });

  it('say so when there are none', async () => {
    await renderScreen(<ConflictsScreen />, { backend: backend({ conflicts: () => Promise.resolve([]) }), ...at });
    expect(await screen.findByText('Tidak ada bentrok')).toBeInTheDocument();
  });
});

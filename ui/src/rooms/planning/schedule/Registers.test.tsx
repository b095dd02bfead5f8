import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { ReactNode } from 'react';
import { describe, expect, it, vi } from 'vitest';
import { RefusalError, type Backend } from '../../../backend/backend';
import { written } from '../../../testing/classFixture';
import { axeFindings, fakeBackend, renderScreen, type FakeRooms } from '../../../testing/render';
import { scheduleRooms, scheduleRule } from '../../../testing/scheduleFixture';
import { BusyScreen } from './BusyScreen';
import { HolidaysScreen } from './HolidaysScreen';
import { LimitsScreen } from './LimitsScreen';
import { RoomsScreen } from './RoomsScreen';
import { RuleScreen } from './RuleScreen';

const show = (node: ReactNode, schedule: FakeRooms['schedule'] = {}) =>
  renderScreen(node, { backend: fakeBackend({}, scheduleRooms(schedule)), path: '/schedule/tab', at: '/schedule/tab' });

const field = (name: RegExp | string) => within(screen.getByRole('dialog')).getByRole('textbox', { name });
const press = (name: string) => userEvent.click(within(screen.getByRole('dialog')).getByRole('button', { name }));

describe('the rooms', () => {
  it('are listed, and a new one is made by keys alone', async () => {
    const message = 'Sudah ada ruang bernama Aula Besar.';
    const saveRoom = vi.fn<Backend['schedule']['saveRoom']>(() => written('r9', 'Simpan ruang', ['planning']));
    saveRoom.mockRejectedValueOnce(new RefusalError({ code: 'duplicate', message, fields: [{ field: 'name', message }] }));
    const { container } = await show(<RoomsScreen />, { saveRoom });
    expect(await screen.findByRole('row', { name: /Aula Besar/ })).toHaveTextContent('60');
    expect(await axeFindings(container)).toEqual([]);
    await userEvent.click(screen.getByRole('button', { name: 'Tambah ruang' }));
    await screen.findByRole('dialog', { name: 'Tambah ruang' });
    await userEvent.keyboard('Aula Besar{Enter}Gedung B{Enter}abc');
    await press('Simpan ruang');
    expect(await within(screen.getByRole('dialog')).findByRole('alert')).toHaveTextContent('“abc” bukan bilangan bulat.');
    expect(saveRoom).not.toHaveBeenCalled();
    await userEvent.clear(field(/^Kapasitas/));
    await userEvent.type(field(/^Kapasitas/), '40');
    await press('Simpan ruang');
    expect(await within(screen.getByRole('dialog')).findByRole('alert')).toHaveTextContent(message);
    expect(await axeFindings(document.body)).toEqual([]);
    await userEvent.type(field(/^Ruang/), ' 2');
    await press('Simpan ruang');
    await waitFor(() =>
      expect(saveRoom).toHaveBeenLastCalledWith({ id: null, name: 'Aula Besar 2', place: 'Gedung B', capacity: 40, active: true }),
    );
    await waitFor(() => expect(screen.queryByRole('dialog')).not.toBeInTheDocument());
  });

  it('in which sessions are held stay, and the dialog says why', async () => {
    const message = 'Aula Besar dipakai 12 sesi.';
    await show(<RoomsScreen />, { deleteRoom: () => Promise.reject(new RefusalError({ code: 'not_allowed', message })) });
    await userEvent.dblClick(await screen.findByRole('row', { name: /Aula Besar/ }));
    await userEvent.click(await screen.findByRole('button', { name: 'Hapus…' }));
    await userEvent.click(await screen.findByRole('button', { name: 'Hapus ruang' }));
    expect(await screen.findByText(message)).toBeInTheDocument();
  });
});

describe('the holidays', () => {
  it('are changed under the day on which they stood', async () => {
    const saveHoliday = vi.fn<Backend['schedule']['saveHoliday']>(() => written(null, 'Simpan hari libur', ['planning']));
    const { container } = await show(<HolidaysScreen />, { saveHoliday });
    expect(await axeFindings(container)).toEqual([]);
    await userEvent.dblClick(await screen.findByRole('row', { name: /Hari Suci Nyepi/ }));
    await screen.findByRole('dialog', { name: 'Ubah hari libur' });
    await userEvent.clear(field(/^Tanggal/));
    await press('Simpan hari libur');
    expect(await within(screen.getByRole('dialog')).findByRole('alert')).toHaveTextContent('Tanggal belum diisi.');
    await userEvent.type(field(/^Tanggal/), '31/02/2026');
    await press('Simpan hari libur');
    expect(saveHoliday).not.toHaveBeenCalled();
    await userEvent.clear(field(/^Tanggal/));
    await userEvent.type(field(/^Tanggal/), '18/03/2026');
    await press('Simpan hari libur');
    await waitFor(() =>
      expect(saveHoliday).toHaveBeenCalledWith('2026-03-19', { date: '2026-03-18', name: 'Hari Suci Nyepi', kind: 'national' }),
    );
  });
});

describe('the busy periods', () => {
  it('are of a unit, a person or a room; only a unit has a weight', async () => {
    const saveBusy = vi.fn<Backend['schedule']['saveBusy']>(() => written('b9', 'Simpan masa sibuk', ['planning']));
    const { container } = await show(<BusyScreen />, { saveBusy });
    expect(await screen.findByRole('row', { name: /Lapor SPT tahunan/ })).toHaveTextContent('60');
    expect(await axeFindings(container)).toEqual([]);
    await userEvent.click(screen.getByRole('button', { name: 'Tambah masa sibuk' }));
    const dialog = await screen.findByRole('dialog', { name: 'Tambah masa sibuk' });
    expect(field(/^Bobot/)).toHaveValue('50');
    await userEvent.click(within(dialog).getByRole('radio', { name: 'Ruang' }));
    expect(within(dialog).queryByRole('textbox', { name: /^Bobot/ })).not.toBeInTheDocument();
    expect(await axeFindings(document.body)).toEqual([]);
    await userEvent.click(within(dialog).getByRole('combobox', { name: /^Ruang/ }));
    await userEvent.click(await screen.findByRole('option', { name: 'Laboratorium komputer' }));
    await userEvent.type(field(/^Mulai/), '2/3/2026');
    await userEvent.type(field(/^Sampai/), '6/3/2026');
    await userEvent.type(field(/^Alasan/), 'Perbaikan atap');
    await press('Simpan masa sibuk');
    await waitFor(() =>
      expect(saveBusy).toHaveBeenCalledWith({
        id: null,
        whom: { kind: 'room', id: 'r2' },
        starts: '2026-03-02',
        ends: '2026-03-06',
        reason: 'Perbaikan atap',
        weight: 1,
      }),
    );
  });
});

describe('the limits', () => {
  it('are of a unit or of a counter with its people', async () => {
    const saveLimit = vi.fn<Backend['schedule']['saveLimit']>(() => written('l1', 'Simpan batas', ['planning']));
    const { container } = await show(<LimitsScreen />, { saveLimit });
    expect(await screen.findByText(/paling banyak 25 % pegawai aktif/)).toBeInTheDocument();
    expect(await axeFindings(container)).toEqual([]);
    await userEvent.dblClick(await screen.findByRole('row', { name: /Loket pajak/ }));
    const dialog = await screen.findByRole('dialog', { name: 'Ubah batas' });
    expect(within(dialog).getByRole('combobox', { name: 'Petugas 2' })).toHaveValue('Rina Wati');
    expect(await axeFindings(document.body)).toEqual([]);
    await userEvent.click(within(dialog).getByRole('button', { name: 'Hapus Petugas loket, baris 2' }));
    await userEvent.click(within(dialog).getByRole('radio', { name: 'Persen' }));
    await userEvent.clear(field(/^Paling banyak/));
    await userEvent.type(field(/^Paling banyak/), '50');
    await press('Simpan batas');
    await waitFor(() =>
      expect(saveLimit).toHaveBeenCalledWith({
        id: 'l1',
        unit: 'u1',
        counter: 'Loket pajak',
        share: { kind: 'percent', value: 50 },
        people: ['p1'],
      }),
    );
  });
});

describe('the rule of the schedule', () => {
  it('is read as it is typed, and a part without a time is refused at its field', async () => {
    const saveRule = vi.fn<Backend['office']['saveRule']>(() => written(null, 'Ubah aturan', ['office']));
    const rooms = scheduleRooms();
    const { container } = await renderScreen(<RuleScreen />, {
      backend: fakeBackend({}, { ...rooms, office: { ...rooms.office, saveRule } }),
    });
    await userEvent.click(await screen.findByRole('checkbox', { name: 'Sabtu' }));
    expect(await axeFindings(container)).toEqual([]);
    await userEvent.click(screen.getByRole('button', { name: 'Tambah bagian hari' }));
    await userEvent.type(screen.getByRole('textbox', { name: 'Nama, bagian 3' }), 'Malam');
    await userEvent.click(screen.getByRole('button', { name: 'Simpan aturan' }));
    expect(await screen.findByRole('alert')).toHaveTextContent('Jam belum diisi.');
    expect(saveRule).not.toHaveBeenCalled();
    await userEvent.type(screen.getByRole('textbox', { name: 'Selesai, bagian 3' }), '1930');
    await userEvent.click(screen.getByRole('button', { name: 'Simpan aturan' }));
    await waitFor(() =>
      expect(saveRule).toHaveBeenCalledWith(
        {
          kind: 'schedule',
          body: {
            ...scheduleRule,
            weekdays: [1, 2, 3, 4, 5, 6],
            parts: [...scheduleRule.parts, { name: 'Malam', starts: '16:00:00', ends: '19:30:00', jp: 4 }],
          },
        },
        null,
      ),
    );
  });
});

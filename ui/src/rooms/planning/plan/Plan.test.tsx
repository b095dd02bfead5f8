import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it, vi } from 'vitest';
import { RefusalError, type Backend } from '../../../backend/backend';
import { written } from '../../../testing/classFixture';
import { itemView, planRow, planView, realisationView } from '../../../testing/planFixture';
import { axeFindings, fakeBackend, renderScreen } from '../../../testing/render';
import { CompareScreen } from './CompareScreen';
import { ItemScreen } from './ItemScreen';
import { PlanScreen } from './PlanScreen';
import { PlansScreen } from './PlansScreen';

const budget = { accounts: [], sub_activities: [], funds: ['APBD', 'DAK'], methods: [], last_month: 12, last_day: 15, jp_limit: null };
const units = [{ id: 'u1', parent: null, name: 'KECAMATAN CONTOH', path: 'KECAMATAN CONTOH', depth: 0, people: 3 }];

const backend = (plan: Partial<Backend['plan']> = {}) =>
  fakeBackend(
    {},
    {
      plan: {
        plans: () => Promise.resolve([planRow, { ...planRow, head: { ...planRow.head, id: 'p2', name: 'Bila pagu naik' } }]),
        plan: () => Promise.resolve(planView),
        item: () => Promise.resolve(itemView),
        realisation: () => Promise.resolve(realisationView),
        acceptedProposals: () => Promise.resolve([]),
        ...plan,
      },
      office: { rules: () => Promise.resolve({ budget } as never) },
      people: { units: () => Promise.resolve(units) },
      classes: { programmes: () => Promise.resolve([{ id: 'm1', name: 'Layanan digital' } as never]) },
    },
  );

const page = (tab = '') => ({ path: `/planning/plans/$id${tab}`, at: `/planning/plans/p1${tab}` });

describe('plans', () => {
  it('are listed, and a new one is made by keyboard', async () => {
    const create = vi.fn<Backend['plan']['create']>(() => written('p9', 'Buat rencana', ['planning']));
    const { container } = await renderScreen(<PlansScreen />, { backend: backend({ create }), path: '/planning', at: '/planning' });
    const row = await screen.findByRole('row', { name: /Bila pagu naik/ });
    expect(within(row).getByText('1 dari 2')).toBeInTheDocument();
    expect(await axeFindings(container)).toEqual([]);
    screen.getByRole('button', { name: 'Buat rencana' }).focus();
    await userEvent.keyboard('{Enter}');
    const dialog = await screen.findByRole('dialog');
    const name = await within(dialog).findByRole('textbox', { name: /^Nama/ });
    expect(await axeFindings(dialog)).toEqual([]);
    await userEvent.clear(name);
    await userEvent.type(name, 'Rencana B');
    await userEvent.click(within(dialog).getByRole('button', { name: 'Buat' }));
    await waitFor(() => expect(create).toHaveBeenCalledWith({ year: 2027, name: 'Rencana B', jp_limit: null, copy: null }));
  });
});

describe('the choice', () => {
  it('shows why a candidate is not in, and takes demands, locks and choices', async () => {
    const setItem = vi.fn<Backend['plan']['setItem']>(() => written(null, 'Ubah calon', ['planning']));
    const { container } = await renderScreen(<PlanScreen />, { backend: backend({ setItem }), ...page() });
    const row = await screen.findByRole('row', { name: /Arsip dinamis/ });
    expect(within(row).getByText('Kurang Rp5.000.000 pada pagu APBD, seluruh sub kegiatan.')).toBeInTheDocument();
    expect(await axeFindings(container)).toEqual([]);
    await userEvent.selectOptions(within(row).getByRole('combobox', { name: 'Ketentuan Arsip dinamis' }), 'Wajib');
    expect(setItem).toHaveBeenLastCalledWith('i2', { wish: 'mandatory', locked: null, chosen: null });
    await userEvent.click(within(row).getByRole('button', { name: 'Kunci Arsip dinamis' }));
    expect(setItem).toHaveBeenLastCalledWith('i2', { wish: null, locked: true, chosen: null });
    await userEvent.click(within(row).getByRole('checkbox', { name: 'Arsip dinamis masuk rencana' }));
    expect(setItem).toHaveBeenLastCalledWith('i2', { wish: null, locked: null, chosen: true });
  });

  it('is computed within the time given, and can be explained', async () => {
    const chosen = { proven: true, value: 60_000, bound: 60_000, gap: 0, joined: ['Layanan digital'], left: [] };
    const choose = vi.fn<Backend['plan']['choose']>(() => written(chosen, 'Pilih', ['planning']));
    const explain = vi.fn<Backend['plan']['explain']>(() =>
      Promise.resolve({
        value: 60_000, best: 60_000, bound: 60_000, proven: true, kept: true, cut: false,
        left_out: [{ item: 'i2', lacks: [], loss: 1_000, proven: true, leaves: ['Layanan digital'], joins: [], impossible: '' }],
        worth: [{ ceiling: 'g1', label: 'APBD, seluruh sub kegiatan', gained: 250, bound: 400, proven: false, price: 0 }],
      }),
    );
    const { container } = await renderScreen(<PlanScreen />, { backend: backend({ choose, explain }), ...page() });
    const time = await screen.findByRole('textbox', { name: 'Waktu paling lama (detik)' });
    await userEvent.clear(time);
    await userEvent.type(time, '30');
    await userEvent.click(screen.getByRole('button', { name: 'Pilih yang terbaik' }));
    expect(choose).toHaveBeenCalledWith('p1', 30, expect.any(Function));
    expect(await screen.findByText(/Terbukti terbaik/)).toBeInTheDocument();
    await userEvent.click(screen.getByRole('button', { name: 'Jelaskan pilihan ini' }));
    expect(await screen.findByText('Bila dimasukkan, manfaat berkurang 10,00; yang keluar: Layanan digital.')).toBeInTheDocument();
    const worth = screen.getByRole('table', { name: 'Sejuta rupiah lagi' });
    expect(within(worth).getByText('40.000.000')).toBeInTheDocument();
    expect(within(worth).getByText('paling banyak 4,00')).toBeInTheDocument();
    expect(await axeFindings(container)).toEqual([]);
  });

  it('says why it could not be made', async () => {
    const message = 'Pagu DAK belum diisi (untuk Arsip dinamis). Isi di tab Pagu.';
    const choose = () => Promise.reject(new RefusalError({ code: 'not_allowed', message }));
    await renderScreen(<PlanScreen />, { backend: backend({ choose }), ...page() });
    await userEvent.click(await screen.findByRole('button', { name: 'Pilih yang terbaik' }));
    expect(await screen.findByText(message)).toBeInTheDocument();
  });
});

describe('limits', () => {
  it('are ceilings in lines; a refusal stands at its field', async () => {
    const message = 'Baris 1: pagu tidak boleh kurang dari nol.';
    const saveCeilings = vi.fn<Backend['plan']['saveCeilings']>(() =>
      Promise.reject(new RefusalError({ code: 'invalid_input', message, fields: [{ field: 'ceilings.0.amount', message }] })),
    );
    const { container } = await renderScreen(<PlanScreen />, { backend: backend({ saveCeilings }), ...page('/ceilings') });
    const amount = await screen.findByRole('textbox', { name: 'Pagu (Rp)' });
    expect(await axeFindings(container)).toEqual([]);
    await userEvent.clear(amount);
    await userEvent.type(amount, '90.000.000{Control>}{Enter}{/Control}');
    await userEvent.click(screen.getByRole('button', { name: 'Simpan pagu' }));
    expect(saveCeilings).toHaveBeenCalledWith('p1', [{ id: 'g1', sub_activity: '', fund: 'APBD', amount: 90_000_000 }]);
    expect((await screen.findAllByText(message)).length).toBeGreaterThan(0);
  });

  it('are groups of units', async () => {
    const { container } = await renderScreen(<PlanScreen />, { backend: backend(), ...page('/groups') });
    expect(await screen.findByRole('textbox', { name: 'Nama kelompok' })).toHaveValue('Kecamatan');
    expect(await axeFindings(container)).toEqual([]);
  });
});

describe('a candidate', () => {
  const at = (tab = '') => ({ path: `/planning/items/$id${tab}`, at: `/planning/items/i1${tab}` });

  it('is edited as a form', async () => {
    const saveItem = vi.fn<Backend['plan']['saveItem']>(() => written(null, 'Ubah calon', ['planning']));
    const { container } = await renderScreen(<ItemScreen />, { backend: backend({ saveItem }), ...at() });
    const name = await screen.findByRole('textbox', { name: /^Nama/ });
    expect(await axeFindings(container)).toEqual([]);
    await userEvent.type(name, ' II');
    await userEvent.click(screen.getByRole('button', { name: 'Simpan' }));
    expect(saveItem).toHaveBeenCalledWith({ ...itemView.row.item, name: 'Layanan digital II' });
  });

  it('names people and takes suggestions from the gaps', async () => {
    const saveItemPeople = vi.fn<Backend['plan']['saveItemPeople']>(() => written(null, 'Peserta', ['planning']));
    const suggestPeople = vi.fn<Backend['plan']['suggestPeople']>(() =>
      Promise.resolve([{ ...itemView.people[0]!, person: 'a2', name: 'Budi' }]),
    );
    const { container } = await renderScreen(<ItemScreen />, { backend: backend({ saveItemPeople, suggestPeople }), ...at('/people') });
    expect(await screen.findByText('Dr. Siti Aminah, M.Si.')).toBeInTheDocument();
    expect(await axeFindings(container)).toEqual([]);
    await userEvent.click(screen.getByRole('button', { name: 'Usulkan dari kesenjangan' }));
    await waitFor(() => expect(saveItemPeople).toHaveBeenLastCalledWith('i1', ['a1', 'a2']));
    await userEvent.click(screen.getByRole('button', { name: 'Keluarkan Dr. Siti Aminah, M.Si.' }));
    await waitFor(() => expect(saveItemPeople).toHaveBeenLastCalledWith('i1', []));
  });

  it('has a budget', async () => {
    const { container } = await renderScreen(<ItemScreen />, { backend: backend(), ...at('/costs') });
    expect(await screen.findByDisplayValue('Kontribusi')).toBeInTheDocument();
    expect(await axeFindings(container)).toEqual([]);
  });
});

describe('realisation', () => {
  it('shows what is over, and takes entries', async () => {
    const saveEntry = vi.fn<Backend['plan']['saveEntry']>(() => written('e2', 'Catat', ['planning']));
    const { container } = await renderScreen(<PlanScreen />, { backend: backend({ saveEntry }), ...page('/realisation') });
    const lines = await screen.findByRole('table', { name: 'Menurut kelas dan baris biaya' });
    expect(within(lines).getAllByText('-10.000.000').length).toBeGreaterThan(0);
    expect(await axeFindings(container)).toEqual([]);
    await userEvent.click(screen.getByRole('button', { name: 'Catat realisasi' }));
    const dialog = await screen.findByRole('dialog');
    await userEvent.type(within(dialog).getByRole('textbox', { name: 'Nomor bukti' }), 'SPJ-2');
    await userEvent.type(within(dialog).getByRole('textbox', { name: /Bruto/ }), '5.000.000');
    expect(await axeFindings(dialog)).toEqual([]);
    await userEvent.click(within(dialog).getByRole('button', { name: 'Simpan' }));
    await waitFor(() =>
      expect(saveEntry).toHaveBeenCalledWith('p1', expect.objectContaining({ line: 'c1', proof: 'SPJ-2', gross: 5_000_000, kind: 'payment' })),
    );
  });
});

describe('comparing', () => {
  it('marks what differs', async () => {
    const figures = { chosen: 1, participants: 30, cost: 60_000_000, value: 60_000, ceiling: 100_000_000 };
    const compare = vi.fn<Backend['plan']['compare']>(() =>
      Promise.resolve({
        one: planRow.head,
        other: { ...planRow.head, id: 'p2', name: 'Bila pagu naik' },
        one_figures: figures,
        other_figures: { ...figures, chosen: 2 },
        ceilings: [{ label: 'APBD', one: [1, 2], other: null, differs: true }],
        items: [{ name: 'Arsip dinamis', programme: 'Arsip', one: null, other: null, changes: ['Masuk rencana.'] }],
      }),
    );
    const address = { path: '/planning/compare', at: '/planning/compare?one=p1&other=p2' };
    const { container } = await renderScreen(<CompareScreen />, { backend: backend({ compare }), ...address });
    expect(await screen.findByText('Masuk rencana.')).toBeInTheDocument();
    expect(compare).toHaveBeenCalledWith('p1', 'p2');
    expect(await axeFindings(container)).toEqual([]);
  });
});

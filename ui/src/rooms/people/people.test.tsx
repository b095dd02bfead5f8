import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it, vi } from 'vitest';
import { RefusalError, type Backend } from '../../backend/backend';
import type { Person, PersonRow, PersonView, UnitRow } from '../../data/people';
import { axeFindings, fakeBackend, renderScreen } from '../../testing/render';
import { DuplicatesScreen } from './DuplicatesScreen';
import { NewPersonScreen } from './NewPersonScreen';
import { PeopleScreen } from './PeopleScreen';
import { PersonScreen } from './PersonScreen';
import { UnitsScreen } from './UnitsScreen';

const siti: PersonRow = {
  id: 'p1',
  name: 'Siti Aminah, S.Kep.',
  nip: '198609262015052999',
  kind: 'pns',
  rank: 'III/b',
  position: 'Perawat Terampil',
  unit: 'DINAS KESEHATAN - PUSKESMAS MUARA TENANG',
  active: true,
};
const person: Person = {
  id: 'p1',
  kind: 'pns',
  name: 'Siti Aminah',
  title_front: '',
  title_back: 'S.Kep.',
  sex: 'p',
  birth_place: 'Muara Tenang',
  birth_date: '1986-09-26',
  nik: '1504012609860001',
  phone: '',
  email: '',
  address: '',
  note: '',
  active: true,
  photo: null,
  nips: [{ id: 'n1', valid_from: null, nip: '198609262015052999' }],
  ranks: [{ id: 'r1', valid_from: '2022-04-01', rank: 'III/b' }],
  posts: [],
  educations: [],
};
const view: PersonView = {
  person,
  full_name: 'Siti Aminah, S.Kep.',
  warnings: ['Tanggal lahir berbeda dengan yang tertulis di NIP.'],
  units: {},
  classes: [],
  certificates: [],
};
const units: UnitRow[] = [
  { id: 'u1', parent: null, name: 'DINAS KESEHATAN', path: 'DINAS KESEHATAN', depth: 0, people: 0 },
  { id: 'u2', parent: 'u1', name: 'SEKRETARIAT', path: 'DINAS KESEHATAN - SEKRETARIAT', depth: 1, people: 12 },
];

const outcome = <T,>(value: T) => ({
  value,
  changes: { operation: 'o1', description: 'Ubah data Siti Aminah', rooms: ['people' as const] },
});

function backend(people: Partial<Backend['people']> = {}): Backend {
  return fakeBackend(
    {},
    {
      people: {
        list: () => Promise.resolve({ rows: [siti], total: 1 }),
        get: () => Promise.resolve(view),
        blank: () => Promise.resolve({ ...person, id: null, name: '', ranks: [], nips: [{ id: null, valid_from: null, nip: '' }] }),
        units: () => Promise.resolve(units),
        ...people,
      },
    },
  );
}

describe('the list of people', () => {
  it('searches while typing and shows the NIP in groups', async () => {
    const list = vi.fn(() => Promise.resolve({ rows: [siti], total: 1 }));
    const { container } = await renderScreen(<PeopleScreen />, { backend: backend({ list }), path: '/people', at: '/people' });
    expect(await screen.findByText('19860926 201505 2 999')).toBeInTheDocument();
    await userEvent.type(screen.getByRole('searchbox'), 'siti');
    await waitFor(() =>
      expect(list).toHaveBeenLastCalledWith(expect.objectContaining({ text: 'siti', sort: 'name', include_inactive: false })),
    );
    expect(await axeFindings(container)).toEqual([]);
  });

  it('filters by a unit that is found by typing', async () => {
    const list = vi.fn(() => Promise.resolve({ rows: [siti], total: 1 }));
    await renderScreen(<PeopleScreen />, { backend: backend({ list }), path: '/people', at: '/people' });
    await userEvent.click(await screen.findByRole('button', { name: 'Unit' }));
    await userEvent.type(await screen.findByRole('textbox', { name: 'Cari unit kerja', hidden: true }), 'sekret');
    await userEvent.click(await screen.findByText('DINAS KESEHATAN - SEKRETARIAT'));
    await waitFor(() => expect(list).toHaveBeenLastCalledWith(expect.objectContaining({ unit: 'u2' })));
  });

  it('says what the room is for while it is empty', async () => {
    const list = () => Promise.resolve({ rows: [], total: 0 });
    const { container } = await renderScreen(<PeopleScreen />, { backend: backend({ list }) });
    expect(await screen.findByRole('link', { name: 'Impor dari berkas …' })).toBeInTheDocument();
    expect(await axeFindings(container)).toEqual([]);
  });
});

describe('a person', () => {
  const at = { path: '/people/$id', at: '/people/p1' };

  it('shows warnings, hides the NIK and saves the whole', async () => {
    const save = vi.fn<Backend['people']['save']>(() => Promise.resolve(outcome('p1')));
    const { container } = await renderScreen(<PersonScreen />, { backend: backend({ save }), ...at });
    expect(await screen.findByText('Tanggal lahir berbeda dengan yang tertulis di NIP.')).toBeInTheDocument();
    expect(screen.getByLabelText('NIK').className).toContain('masked');
    await userEvent.click(screen.getByRole('button', { name: 'Tampilkan NIK' }));
    expect(screen.getByLabelText('NIK').className).not.toContain('masked');
    const phone = screen.getByLabelText('Nomor HP');
    await userEvent.type(phone, '0800123');
    await userEvent.click(screen.getByRole('button', { name: 'Simpan' }));
    await waitFor(() => expect(save).toHaveBeenCalledWith({ ...person, phone: '0800123' }));
    expect(await screen.findByRole('button', { name: 'Batalkan' })).toBeInTheDocument();
    expect(await axeFindings(container)).toEqual([]);
  });

  it('shows a refusal at its field and keeps what was typed', async () => {
    const refusal = new RefusalError({
      code: 'invalid_input',
      message: 'NIK salah.',
      fields: [{ field: 'nik', message: 'NIK harus 16 digit angka; ini 19 huruf.' }],
    });
    await renderScreen(<PersonScreen />, { backend: backend({ save: () => Promise.reject(refusal) }), ...at });
    await userEvent.type(await screen.findByLabelText('NIK'), '123');
    await userEvent.click(screen.getByRole('button', { name: 'Simpan' }));
    expect(await screen.findByRole('alert')).toHaveTextContent('NIK harus 16 digit');
    expect(screen.getByLabelText('NIK')).toHaveValue('1504012609860001123');
  });

  it('adds a line to a history', async () => {
    const history = { path: '/people/$id/history', at: '/people/p1/history' };
    const { container } = await renderScreen(<PersonScreen />, { backend: backend(), ...history });
    const ranks = await screen.findByRole('region', { name: 'Pangkat' });
    await userEvent.click(within(ranks).getByRole('button', { name: 'Tambah pangkat' }));
    expect(within(ranks).getAllByLabelText('Golongan', { selector: 'input' })).toHaveLength(2);
    expect(await axeFindings(container)).toEqual([]);
  });

  it('lists classes and certificates', async () => {
    const tab = { path: '/people/$id/classes', at: '/people/p1/classes' };
    const { container } = await renderScreen(<PersonScreen />, { backend: backend(), ...tab });
    expect(await screen.findByText('Belum pernah ikut kelas.')).toBeInTheDocument();
    expect(await axeFindings(container)).toEqual([]);
  });
});

describe('the ledger', () => {
  it('sums the JP of a year and says why a line earns nothing', async () => {
    const line = { id: 'j1', date: '2026-01-12', form: 'Mentoring', title: 'Mentoring dengan Budi', jp: 2, note: '' };
    const late = { ...line, id: 'j2', date: '2026-01-26', jp: 0, note: 'Jatah dua pertemuan bulan ini sudah terpakai.' };
    const ledger = vi.fn((_person: string, year: number | null) =>
      Promise.resolve({ rows: year === 2025 ? [line] : [line, late], total: 2, years: [2026, 2025] }),
    );
    const rooms = { people: { get: () => Promise.resolve(view) }, career: { ledger } };
    const tab = { path: '/people/$id/jp', at: '/people/p1/jp' };
    const { container } = await renderScreen(<PersonScreen />, { backend: fakeBackend({}, rooms), ...tab });
    expect(await screen.findByRole('row', { name: /26\/01\/2026 Mentoring .* 0 Jatah dua pertemuan/ })).toBeInTheDocument();
    expect(screen.getByRole('row', { name: 'Jumlah 2 JP' })).toBeInTheDocument();
    expect(await axeFindings(container)).toEqual([]);
    await userEvent.click(screen.getByLabelText('Tahun', { selector: 'input' }));
    await userEvent.click(await screen.findByRole('option', { name: '2025' }));
    await waitFor(() => expect(screen.queryByText(/Jatah dua pertemuan/)).not.toBeInTheDocument());
    expect(ledger).toHaveBeenLastCalledWith('p1', 2025);
  });
});

describe('a new person', () => {
  it('from outside needs no NIP', async () => {
    const save = vi.fn<Backend['people']['save']>(() => Promise.resolve(outcome('p2')));
    const { container } = await renderScreen(<NewPersonScreen />, { backend: backend({ save }) });
    await userEvent.click(await screen.findByLabelText('Jenis pegawai', { selector: 'input' }));
    await userEvent.click(await screen.findByText('Non-ASN'));
    await userEvent.type(screen.getByLabelText(/Nama tanpa gelar/), 'Budi');
    await userEvent.click(screen.getByRole('button', { name: 'Simpan' }));
    await waitFor(() => expect(save).toHaveBeenCalledWith(expect.objectContaining({ kind: 'non_asn', name: 'Budi', nips: [] })));
    expect(await axeFindings(container)).toEqual([]);
  });
});

describe('units', () => {
  it('open for their name, and say why one cannot be removed', async () => {
    const refusal = new RefusalError({ code: 'not_allowed', message: 'Unit ini masih dipakai.' });
    const saveUnit = vi.fn(() => Promise.resolve(outcome('u2')));
    const parts = { saveUnit, deleteUnit: () => Promise.reject(refusal) };
    const { container } = await renderScreen(<UnitsScreen />, { backend: backend(parts) });
    await screen.findByRole('row', { name: 'DINAS KESEHATAN - SEKRETARIAT' });
    expect(await axeFindings(container)).toEqual([]);
    await userEvent.keyboard('{ArrowDown}{End}{Enter}');
    const dialog = await screen.findByRole('dialog', { name: 'Ubah unit kerja' });
    expect(await axeFindings(dialog)).toEqual([]);
    await userEvent.click(within(dialog).getByRole('button', { name: 'Hapus unit' }));
    const ask = await screen.findByRole('dialog', { name: 'Hapus unit SEKRETARIAT?' });
    await userEvent.click(within(ask).getByRole('button', { name: 'Hapus unit' }));
    expect(await within(ask).findByRole('alert')).toHaveTextContent('Unit ini masih dipakai.');
    await userEvent.click(within(ask).getByRole('button', { name: 'Batal' }));
    await userEvent.type(within(dialog).getByLabelText(/Nama unit/), ' DINAS');
    await userEvent.click(within(dialog).getByRole('button', { name: 'Simpan unit' }));
    await waitFor(() => expect(saveUnit).toHaveBeenCalledWith({ id: 'u2', parent: 'u1', name: 'SEKRETARIAT DINAS' }));
  });
});

describe('duplicates', () => {
  it('are merged into the one that is kept, after asking', async () => {
    const merge = vi.fn(() => Promise.resolve(outcome(null)));
    const people = ['p1', 'p2'].map((id, at) => ({
      row: { ...siti, id },
      birth_date: '1986-09-26',
      classes: at,
      certificates: at,
    }));
    const duplicates = () => Promise.resolve([{ reason: 'Nama dan tanggal lahir sama.', people }]);
    const { container } = await renderScreen(<DuplicatesScreen />, { backend: backend({ duplicates, merge }) });
    const radios = await screen.findAllByRole('radio');
    expect(radios[1]).toBeChecked();
    expect(await axeFindings(container)).toEqual([]);
    await userEvent.click(radios[0]!);
    await userEvent.click(screen.getByRole('button', { name: 'Gabungkan ke yang dipertahankan' }));
    await userEvent.click(await screen.findByRole('button', { name: 'Gabungkan' }));
    await waitFor(() => expect(merge).toHaveBeenCalledWith('p1', 'p2'));
  });
});

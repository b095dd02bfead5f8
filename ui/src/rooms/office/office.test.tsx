import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { ReactElement } from 'react';
import { describe, expect, it, vi } from 'vitest';
import { RefusalError, type Backend } from '../../backend/backend';
import type { Profile, Rules } from '../../data/office';
import { axeFindings, fakeBackend, renderScreen } from '../../testing/render';
import { AttendanceScreen } from './AttendanceScreen';
import { JpScreen } from './JpScreen';
import { LookScreen } from './LookScreen';
import { exampleNumber, NumberingScreen } from './NumberingScreen';
import { ProfileScreen } from './ProfileScreen';
import { SchemesScreen } from './SchemesScreen';
import { SignatoriesScreen } from './SignatoriesScreen';
import { TextScreen } from './TextScreen';
import { WelcomeScreen } from './WelcomeScreen';

const profile: Profile = {
  government: 'PEMERINTAH KABUPATEN SUNGAI JERNIH',
  office: 'BADAN KEPEGAWAIAN',
  unit_code: 'BKPSDM',
  address: '',
  phone: '',
  email: '',
  website: '',
  postcode: '',
  city: 'Muara Tenang',
  operator: 'Ani',
  logo: null,
};
const direct = { id: null, method: 'direct' as const, scale: 100, parts: [] };
const rules: Rules = {
  numbering: { pattern: '{KLAS}/{SEQ:03}/{UNIT}/{BULAN_ROMAWI}/{TAHUN}', klas: '800.2', scope: 'year' },
  certificate_text: {
    title_participant: 'STTP',
    title_other: 'SERTIFIKAT',
    legal_basis: 'UU 20/2023',
    opening: '{PENYELENGGARA} menyatakan bahwa:',
    statement_participant: 'LULUS',
    statement_other: 'SEBAGAI {PERAN}',
    closing_participant: 'Pada {PROGRAM}.',
    closing_other: 'Pada {PROGRAM}.',
    show_predicate: true,
    show_score: false,
  },
  certificate_look: { paper: 'a4', photo: null, back_page: true },
  attendance: { counted: ['H', 'T'] },
  instruments: [],
  follow_ups: [],
  skm: { questions: [], bands: [] },
  complaints: { verification: 3, information: 5, plain: 14, field: 60 },
  standards: [],
  needs: {
    sources: [], dispute: 200, jpm_bands: [], elements: [], complaint_months: 12,
    ranking: { gap: 30, people: 30, complaints: 15, satisfaction: 10, proposals: 15 },
  },
  readiness: { scale: { kind: 'percent' }, dimensions: [] },
  budget: { accounts: [], sub_activities: [], funds: [], methods: [], last_month: 12, last_day: 15, jp_limit: null },
  schedule: { weekdays: [1, 2, 3, 4, 5], parts: [], jp_a_day: 10, share: 25, smallest_unit: 4 },
  jp_conversion: [
    {
      form: 'NKL02', scope: 'national', basis: 'per_meeting', value: 2, extra_percent: 0, most_a_day: null,
      times_a_month: 2,
    },
  ],
  scheme_templates: [
    {
      name: 'Pelatihan teknis',
      scheme: {
        components: [
          { ...direct, name: 'Akademik', group: 'technical', weight: 60 },
          { ...direct, name: 'Sikap', group: 'attitude', weight: 40 },
        ],
        bands: [{ name: 'Memuaskan', upper: 10000 }],
        pass_mark: 7001,
        minimum_attendance: 85,
        remedial: null,
      },
    },
  ],
};
const outcome = <T,>(value: T) => ({ value, changes: { operation: 'o1', description: 'Ubah', rooms: ['office' as const] } });

function setUp(office: Partial<Backend['office']> = {}) {
  const saveRule = vi.fn<Backend['office']['saveRule']>(() => Promise.resolve(outcome(null)));
  const backend = fakeBackend(
    {},
    {
      office: {
        profile: () => Promise.resolve(profile),
        rules: () => Promise.resolve(rules),
        signatories: () =>
          Promise.resolve([
            {
              id: 's1',
              signatory: { name: 'Dr. Wibawa', nip: '197001011995031998', position: 'Kepala Badan', rank: '' },
              valid_from: '2024-01-02',
              valid_to: null,
            },
          ]),
        saveRule,
        ...office,
      },
      classes: { forms: () => Promise.resolve([['NKL02', 'Mentoring']]) },
    },
  );
  return { backend, saveRule };
}

const press = async (name: string) => userEvent.click(await screen.findByRole('button', { name }));

describe('the pages of the office', () => {
  const pages: [string, ReactElement, RegExp][] = [
    ['profile', <ProfileScreen key="profile" />, /Simpan profil/],
    ['signatories', <SignatoriesScreen key="signatories" />, /Tambah penanda tangan/],
    ['numbering', <NumberingScreen key="numbering" />, /Simpan penomoran/],
    ['text', <TextScreen key="text" />, /Simpan teks/],
    ['look', <LookScreen key="look" />, /Simpan tampilan/],
    ['attendance', <AttendanceScreen key="attendance" />, /Simpan aturan/],
    ['schemes', <SchemesScreen key="schemes" />, /Simpan skema/],
    ['jp', <JpScreen key="jp" />, /Simpan tabel/],
  ];
  it.each(pages)('%s has no accessibility findings', async (_, page, button) => {
    const { container } = await renderScreen(page, { backend: setUp().backend });
    expect(await screen.findByRole('button', { name: button })).toBeInTheDocument();
    expect(await axeFindings(container)).toEqual([]);
  });
});

describe('the table of JP', () => {
  it('is changed cell by cell; an empty cap is none', async () => {
    const { backend, saveRule } = setUp();
    await renderScreen(<JpScreen />, { backend });
    const value = await screen.findByLabelText('JP: Mentoring, nasional');
    await userEvent.clear(value);
    await userEvent.type(value, '3');
    await userEvent.clear(screen.getByLabelText('Kali sebulan: Mentoring, nasional'));
    await userEvent.type(screen.getByLabelText('Tambahan (%): Mentoring, nasional'), '20');
    await press('Simpan tabel');
    const body = [{ ...rules.jp_conversion[0], value: 3, extra_percent: 20, times_a_month: null }];
    await waitFor(() => expect(saveRule).toHaveBeenCalledWith({ kind: 'jp_conversion', body }, null));
  });

  it('names a refused cell at its place', async () => {
    const message = 'JP pada baris 1 harus 1 sampai 999.';
    const refusal = new RefusalError({ code: 'invalid_input', message, fields: [{ field: 'rates.0.value', message }] });
    await renderScreen(<JpScreen />, { backend: setUp({ saveRule: () => Promise.reject(refusal) }).backend });
    await userEvent.clear(await screen.findByLabelText('JP: Mentoring, nasional'));
    await press('Simpan tabel');
    await userEvent.click(await screen.findByRole('button', { name: message }));
    expect(screen.getByLabelText('JP: Mentoring, nasional')).toHaveFocus();
  });
});

describe('a rule', () => {
  it('is saved from a day, with an example that follows the typing', async () => {
    const { backend, saveRule } = setUp();
    await renderScreen(<NumberingScreen />, { backend });
    const klas = await screen.findByLabelText('Kode klasifikasi');
    expect(await screen.findByText('800.2/001/BKPSDM/III/2026')).toBeInTheDocument();
    await userEvent.clear(klas);
    await userEvent.type(klas, '893');
    expect(screen.getByText('893/001/BKPSDM/III/2026')).toBeInTheDocument();
    await userEvent.type(screen.getByLabelText('Berlaku mulai'), '01/04/2026');
    await press('Simpan penomoran');
    await waitFor(() =>
      expect(saveRule).toHaveBeenCalledWith({ kind: 'numbering', body: { ...rules.numbering, klas: '893' } }, '2026-04-01'),
    );
  });

  it('leaves what is unknown between its braces', () => {
    expect(exampleNumber({ pattern: '{SEQ}/{BUKU}', klas: '' }, 'X', '2026-03-02')).toBe('1/{BUKU}');
  });

  it('of the schemes adds up weights while typing and refuses what is no number at its field', async () => {
    const { backend, saveRule } = setUp();
    await renderScreen(<SchemesScreen />, { backend });
    const [first] = await screen.findAllByLabelText(/^Bobot \(%\)/);
    await userEvent.clear(first!);
    expect(screen.getByText('Jumlah bobot 40. Kurang 60 lagi menjadi 100.')).toBeInTheDocument();
    await userEvent.type(first!, '60');
    const pass = screen.getByLabelText('Nilai lulus paling rendah');
    await userEvent.clear(pass);
    await userEvent.type(pass, 'tujuh');
    await press('Simpan skema');
    expect(await screen.findByRole('alert')).toHaveTextContent('“tujuh” bukan angka');
    expect(saveRule).not.toHaveBeenCalled();
    await userEvent.clear(pass);
    await userEvent.type(pass, '75,5');
    await press('Simpan skema');
    await waitFor(() => expect(saveRule).toHaveBeenCalled());
    expect(saveRule.mock.calls[0]![0]).toEqual({
      kind: 'scheme_templates',
      body: [{ ...rules.scheme_templates[0]!, scheme: { ...rules.scheme_templates[0]!.scheme, pass_mark: 7550 } }],
    });
  });

  it('offers the shipped schemes that the office does not have yet', async () => {
    const own = rules.scheme_templates[0]!;
    const later = { ...own, name: 'PKP' };
    const shipped = { ...rules, scheme_templates: [own, later] };
    const { backend, saveRule } = setUp({ shippedRules: () => Promise.resolve(shipped) });
    await renderScreen(<SchemesScreen />, { backend });
    await press('PKP');
    expect(await screen.findByLabelText(/^Nama skema/)).toHaveValue('PKP');
    expect(screen.getAllByRole('button', { name: 'Pelatihan teknis' })).toHaveLength(1);
    await press('Simpan skema');
    await waitFor(() => expect(saveRule).toHaveBeenCalled());
    expect(saveRule.mock.calls[0]![0]).toEqual({ kind: 'scheme_templates', body: [own, later] });
  });
});

describe('a signatory', () => {
  it('shows refusals at the fields', async () => {
    const refusal = new RefusalError({
      code: 'invalid_input',
      message: 'x',
      fields: [{ field: 'signatory.name', message: 'Nama penandatangan belum diisi.' }],
    });
    const { backend } = setUp({ saveSignatory: () => Promise.reject(refusal) });
    const { container } = await renderScreen(<SignatoriesScreen />, { backend });
    await press('Tambah penanda tangan');
    await press('Simpan penanda tangan');
    expect(await screen.findByRole('alert')).toHaveTextContent('Nama penandatangan belum diisi.');
    expect(screen.getByLabelText(/Nama dengan gelar/)).toBeInvalid();
    expect(await axeFindings(container)).toEqual([]);
  });
});

describe('the first start', () => {
  it('takes the profile, then the logo, then goes to work', async () => {
    const saveProfile = vi.fn<Backend['office']['saveProfile']>(() => Promise.resolve(outcome(null)));
    const onReady = vi.fn();
    const { backend } = setUp({ saveProfile });
    const { container } = await renderScreen(<WelcomeScreen onReady={onReady} />, { backend });
    expect(await axeFindings(container)).toEqual([]);
    await userEvent.type(screen.getByLabelText(/Perangkat daerah/), 'BKPSDM');
    await press('Simpan dan lanjut');
    expect(saveProfile).toHaveBeenCalledWith(expect.objectContaining({ office: 'BKPSDM', logo: null }));
    await press('Nanti saja');
    expect(onReady).toHaveBeenCalled();
  });

  it('offers the demo office', async () => {
    const initDemo = vi.fn<Backend['office']['initDemo']>(() => Promise.resolve(outcome(null)));
    const onReady = vi.fn();
    await renderScreen(<WelcomeScreen onReady={onReady} />, { backend: setUp({ initDemo }).backend });
    await press('Coba dengan data contoh');
    await waitFor(() => expect(onReady).toHaveBeenCalled());
    expect(initDemo).toHaveBeenCalledWith(180);
  });
});

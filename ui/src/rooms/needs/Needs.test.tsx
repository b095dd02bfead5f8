import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it, vi } from 'vitest';
import { RefusalError, type Backend } from '../../backend/backend';
import { PersonGaps } from '../../components/gaps/PersonGaps';
import { written } from '../../testing/classFixture';
import { heatMap, needList, personGaps, proposalRow, requirementRow } from '../../testing/needsFixture';
import { axeFindings, fakeBackend, renderScreen, type FakeRooms } from '../../testing/render';
import { competencies } from '../../testing/voiceFixture';
import { HeatScreen } from './HeatScreen';
import { NeedListScreen } from './NeedListScreen';
import { NewProposalScreen, ProposalScreen } from './ProposalFormScreens';
import { ProposalsScreen } from './ProposalsScreen';
import { StandardsScreen } from './StandardsScreen';

const units = [{ id: 'u1', parent: null, name: 'DINAS KESEHATAN', path: 'DINAS KESEHATAN', depth: 0, people: 4 }];
const page = <T,>(row: T) => () => Promise.resolve({ rows: [row], total: 1 });

const backend = (needs: FakeRooms['needs'] = {}): Backend =>
  fakeBackend(
    {},
    {
      needs: {
        competencies: () => Promise.resolve(competencies),
        heatMap: () => Promise.resolve(heatMap),
        needList: () => Promise.resolve(needList),
        proposals: page(proposalRow),
        proposalYears: () => Promise.resolve([2027]),
        requirements: page(requirementRow),
        personGaps: () => Promise.resolve(personGaps),
        history: () =>
          Promise.resolve([
            { day: '2026-01-10', jpm: 3_750, jpm_band: 'Kurang optimal', assessed: 1, required_count: 2, changes: ['Penilaian atasan: Atasan 2026'] },
          ]),
        ...needs,
      },
      people: { units: () => Promise.resolve(units) },
      classes: { programmes: () => Promise.resolve([]) },
    },
  );

describe('the heat map', () => {
  const at = { path: '/needs', at: '/needs' };

  it('says in words what its colours say, and opens a row by the keyboard', async () => {
    const asked = vi.fn<Backend['needs']['heatMap']>(() => Promise.resolve(heatMap));
    const { container } = await renderScreen(<HeatScreen />, { backend: backend({ heatMap: asked }), ...at });
    const row = await screen.findByRole('row', { name: /DINAS KESEHATAN/ });
    expect(within(row).getByText(/kurang 1,25, sedang/)).toBeInTheDocument();
    expect(within(row).getByText(/sumber yang berbeda jauh/)).toBeInTheDocument();
    expect(await axeFindings(container)).toEqual([]);
    within(row).getByRole('button', { name: 'DINAS KESEHATAN' }).focus();
    await userEvent.keyboard('{Enter}');
    await waitFor(() => expect(asked).toHaveBeenLastCalledWith(expect.objectContaining({ unit: 'u1', by: 'unit' })));
    await userEvent.click(screen.getByRole('button', { name: 'DINAS SOSIAL' }));
    await waitFor(() => expect(asked).toHaveBeenLastCalledWith(expect.objectContaining({ unit: 'u2', by: 'person' })));
  });

  it('of nobody says what is missing', async () => {
    const none = { ...heatMap, total: 0, rows: [], columns: [] };
    await renderScreen(<HeatScreen />, { backend: backend({ heatMap: () => Promise.resolve(none) }), ...at });
    expect(await screen.findByText('Belum ada yang dapat dipetakan')).toBeInTheDocument();
  });
});

describe('the need list', () => {
  it('states its formula and opens each rank to its parts', async () => {
    const { container } = await renderScreen(<NeedListScreen />, { backend: backend(), path: '/needs/list', at: '/needs/list' });
    expect(await screen.findByText(/30 % rata-rata kesenjangan/)).toBeInTheDocument();
    await userEvent.click(screen.getByRole('button', { name: 'Integritas', expanded: false }));
    const parts = screen.getByRole('table', { name: 'Rincian poin Integritas' });
    expect(within(parts).getByRole('row', { name: /Pengaduan terkait 1 pengaduan/ })).toHaveTextContent('2,50');
    expect(await axeFindings(container)).toEqual([]);
  });
});

describe('proposals', () => {
  it('are listed with where they stand', async () => {
    const { container } = await renderScreen(<ProposalsScreen />, { backend: backend(), path: '/needs/proposals', at: '/needs/proposals' });
    const row = await screen.findByRole('row', { name: /Pelatihan pengelolaan arsip/ });
    expect(within(row).getByText('Diterima kantor')).toBeInTheDocument();
    expect(await axeFindings(container)).toEqual([]);
  });

  it('are typed; a refused field is named and what was typed stays', async () => {
    const message = 'Pilih unit kerja yang mengusulkan.';
    const saveProposal = vi.fn<Backend['needs']['saveProposal']>(() => written('p1', 'Simpan usulan', ['needs']));
    saveProposal.mockRejectedValueOnce(new RefusalError({ code: 'invalid_input', message, fields: [{ field: 'unit', message }] }));
    const { container } = await renderScreen(<NewProposalScreen />, {
      backend: backend({ saveProposal }),
      path: '/needs/proposals/new',
      at: '/needs/proposals/new',
    });
    await userEvent.type(await screen.findByLabelText(/^Nomor usulan/), 'U-7');
    await userEvent.type(screen.getByLabelText(/^Yang diusulkan/), 'Pelatihan arsip');
    await userEvent.click(screen.getByRole('button', { name: 'Simpan usulan' }));
    expect(await screen.findByRole('alert')).toHaveTextContent(message);
    expect(screen.getByLabelText(/^Nomor usulan/)).toHaveValue('U-7');
    expect(await axeFindings(container)).toEqual([]);
    expect(saveProposal).toHaveBeenCalledWith(expect.objectContaining({ number: 'U-7', title: 'Pelatihan arsip', people: 1, year: 2026, named: [] }));
  });

  it('are decided in a dialog with a reason', async () => {
    const decideProposal = vi.fn<Backend['needs']['decideProposal']>(() => written(null, 'Usulan', ['needs']));
    const proposal = () => Promise.resolve({ row: proposalRow, people: [] });
    await renderScreen(<ProposalScreen />, {
      backend: backend({ decideProposal, proposal }),
      path: '/needs/proposals/$id',
      at: '/needs/proposals/p1',
    });
    await userEvent.click(await screen.findByRole('button', { name: 'Keputusan' }));
    const dialog = await screen.findByRole('dialog');
    await userEvent.type(within(dialog).getByLabelText(/^Alasan/), 'Sudah ada');
    await userEvent.click(within(dialog).getByRole('button', { name: 'Simpan keputusan' }));
    await waitFor(() =>
      expect(decideProposal).toHaveBeenCalledWith('p1', { status: 'received', date: '2026-03-02', reason: 'Sudah ada' }),
    );
  });
});

describe('standards of positions and units', () => {
  it('are listed and changed in a dialog', async () => {
    const saveRequirement = vi.fn<Backend['needs']['saveRequirement']>(() => written('r1', 'Simpan standar', ['needs']));
    const { container } = await renderScreen(<StandardsScreen />, {
      backend: backend({ saveRequirement }),
      path: '/needs/standards',
      at: '/needs/standards',
    });
    const row = await screen.findByRole('row', { name: /Integritas/ });
    expect(within(row).getByText('Berlaku')).toBeInTheDocument();
    expect(await axeFindings(container)).toEqual([]);
    await userEvent.dblClick(row);
    const dialog = await screen.findByRole('dialog');
    await userEvent.type(within(dialog).getByLabelText(/^Jabatan/), 'Arsiparis');
    await userEvent.click(within(dialog).getByRole('button', { name: 'Simpan standar' }));
    await waitFor(() =>
      expect(saveRequirement).toHaveBeenCalledWith(expect.objectContaining({ id: 'r1', position: 'Arsiparis', level: 3 })),
    );
  });
});

describe('the gaps of a person', () => {
  it('open down to each source, tell a dispute, and leave unknown what is unknown', async () => {
    const { container } = await renderScreen(<PersonGaps person="a1" />, { backend: backend(), path: '/people/$id/competencies', at: '/people/a1/competencies' });
    const table = await screen.findByRole('table', { name: 'Level yang diperlukan dan yang diketahui' });
    expect(within(within(table).getByRole('row', { name: /Komunikasi/ })).getByText('belum dinilai')).toBeInTheDocument();
    await userEvent.click(within(table).getByRole('button', { name: /2 sumber/ }));
    expect(within(table).getByText(/Tes 1,50 tetapi Penilaian atasan 3,75/)).toBeInTheDocument();
    const sources = within(table).getByRole('table', { name: 'Sumber untuk Integritas' });
    expect(within(sources).getByRole('link', { name: 'Tes 2025' })).toHaveAttribute('href', expect.stringContaining('/needs/sources/i1') as string);
    expect(screen.getByRole('table', { name: 'Riwayat JPM' })).toHaveTextContent('37,50 %');
    expect(await axeFindings(container)).toEqual([]);
  });
});

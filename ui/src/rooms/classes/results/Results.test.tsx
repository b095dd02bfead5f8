import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import type { ResultTable } from '../../../data/evaluation';
import { aResultTable, aView, classRooms } from '../../../testing/classFixture';
import { axeFindings, fakeBackend, renderScreen, type FakeRooms } from '../../../testing/render';
import { ResultsTab } from './ResultsTab';

const [siti, budi] = aResultTable.rows;
const table: ResultTable = {
  ...aResultTable,
  rows: [
    {
      ...siti!,
      outcome: {
        ...siti!.outcome,
        groups: [
          { group: 'technical', score: 9000 },
          { group: 'attitude', score: 8550 },
        ],
      },
    },
    { ...budi!, outcome: { ...budi!.outcome, score: 6500, remedial: true, groups: [], reasons: ['Nilai di bawah batas lulus 70.'] } },
  ],
  summary: { mean: 7660, highest: 8820, lowest: 6500, passed: 1, failed: 1 },
};

const show = (evaluation: FakeRooms['evaluation'], view = aView) =>
  renderScreen(<ResultsTab />, {
    backend: fakeBackend({}, classRooms({ classes: { get: () => Promise.resolve(view) }, evaluation })),
    path: '/classes/$id/results',
    at: '/classes/c1/results',
  });

describe('the results of a class', () => {
  it('show groups of components, who may repeat, and the class as a whole', async () => {
    const view = await show({ results: () => Promise.resolve(table) });
    expect(await screen.findByText('Rata-rata 76,60, tertinggi 88,20, terendah 65.')).toBeInTheDocument();
    expect(screen.getByText('Memuaskan 1.')).toBeInTheDocument();
    expect(screen.getByRole('columnheader', { name: /Teknis/ })).toBeInTheDocument();
    expect(screen.queryByRole('columnheader', { name: /Proyek/ })).toBeNull();
    expect(screen.getByText('Boleh remedial')).toBeInTheDocument();
    expect(await axeFindings(view.container)).toEqual([]);
  });

  it('tell of one person what the score is made of', async () => {
    await show({ results: () => Promise.resolve(table) });
    await userEvent.dblClick(await screen.findByRole('row', { name: /Siti Aminah/ }));
    const dialog = await screen.findByRole('dialog');
    expect(within(dialog).getByText('Teknis 90')).toBeInTheDocument();
    expect(within(dialog).getByText('Sikap 85,50')).toBeInTheDocument();
  });

  it('have no columns of groups where one thing alone is judged', async () => {
    await show({});
    await screen.findByText('1 lulus, 1 belum.');
    expect(screen.queryByRole('columnheader', { name: /Teknis/ })).toBeNull();
  });

  it('lead to the papers', async () => {
    await show({ results: () => Promise.resolve(table) });
    await userEvent.click(await screen.findByRole('button', { name: 'Laporan' }));
    expect(await screen.findByRole('menuitem', { name: 'Lihat berita acara' })).toBeInTheDocument();
    expect(screen.getByRole('menuitem', { name: 'Lihat daftar peringkat' })).toBeInTheDocument();
  });

  it('name the corrections of a closed class', async () => {
    const correction = {
      id: 'x1', date: '2026-04-01', name: 'Budi Santoso', what: 'Ujian', before: '8,50', after: '85', reason: 'Salah ketik.',
    };
    await show(
      { results: () => Promise.resolve({ ...table, frozen: true }), corrections: () => Promise.resolve([correction]) },
      { ...aView, state: 'closed' as const },
    );
    expect(await screen.findByRole('button', { name: '1 koreksi tercatat' })).toBeInTheDocument();
    expect(screen.getByText('1 lulus, 1 tidak lulus.')).toBeInTheDocument();
    expect(screen.queryByText('Boleh remedial')).toBeNull();
  });
});

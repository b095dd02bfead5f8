import { act, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { ReactNode } from 'react';
import { describe, expect, it, vi } from 'vitest';
import { RefusalError } from '../../../backend/backend';
import type { Outcome } from '../../../backend/types';
import type { Component, Correction, GridColumn, Scheme, ScoreGrid } from '../../../data/evaluation';
import type { Rules } from '../../../data/office';
import { useCommandKeys } from '../../../frame/commands';
import { aScheme, aScoreGrid, aView, classRooms, component, scoreColumn, written } from '../../../testing/classFixture';
import { axeFindings, fakeBackend, renderScreen, type FakeRooms } from '../../../testing/render';
import { columnsOf, doubtsOf, missingOf, rowsOf } from './gridColumns';
import { SchemeScreen } from './SchemeScreen';
import { ScoresTab } from './ScoresTab';

const attitude: Component = {
  ...component('k1', 'Sikap', 'attitude', 40),
  method: 'items',
  scale: 4,
  parts: [
    { id: 'd1', name: 'Disiplin', weight: 1 },
    { id: 'd2', name: 'Etika', weight: 1 },
  ],
};
const exam = component('k2', 'Ujian', 'technical', 60);
const remedial = { lowest: 6000, ceiling: 7000 };

const part = (id: string, name: string): GridColumn => ({
  ...scoreColumn(attitude),
  column: { kind: 'part', id },
  key: id,
  name,
  weight: null,
  highest: 400,
});
const again: GridColumn = {
  ...scoreColumn(exam),
  column: { kind: 'remedial', id: 'k2' },
  key: 'remedial-k2',
  component: 'Remedial',
  name: 'Ujian',
  weight: null,
};
const post: GridColumn = {
  ...scoreColumn(exam),
  column: { kind: 'test', id: 'post' },
  key: 'post',
  component: 'Tes',
  name: 'Post-test',
  weight: null,
  group: null,
};

const doubt = '8,50 sangat rendah dibanding yang lain. Apakah maksudnya 85?';
const cell = (value: number | null, doubtful: string | null = null) => ({ value, doubt: doubtful });
const [siti, budi] = aScoreGrid.rows;
const grid: ScoreGrid = {
  ...aScoreGrid,
  columns: [part('d1', 'Disiplin'), part('d2', 'Etika'), scoreColumn(exam), again, post],
  components: [attitude, exam],
  rows: [
    { ...siti!, cells: [cell(400), cell(300), cell(9000), cell(null), cell(8800)], components: [8750, 9000] },
    {
      ...budi!,
      cells: [cell(200), cell(null), cell(850, doubt), cell(null), cell(null)],
      components: [null, 850],
      remedial: true,
    },
  ],
  remedial,
};
const scheme: Scheme = { ...aScheme, components: grid.components, remedial };

/** The keys of the window go to the commands, as in the frame. */
function Keys({ children }: { children: ReactNode }) {
  useCommandKeys();
  return children;
}

const show = (parts: FakeRooms['evaluation'] = {}, view = aView) =>
  renderScreen(<Keys><ScoresTab /></Keys>, {
    backend: fakeBackend(
      {},
      classRooms({
        classes: { get: () => Promise.resolve(view) },
        evaluation: { scores: () => Promise.resolve(grid), scheme: () => Promise.resolve(scheme), ...parts },
      }),
    ),
    path: '/classes/$id/scores',
    at: '/classes/c1/scores',
  });

const active = () => screen.getByRole('textbox');
function focus() {
  const field = screen.getByRole<HTMLInputElement>('textbox');
  act(() => field.focus());
  field.select();
}
const heads = () => screen.getAllByRole('columnheader').map((head) => head.firstChild?.textContent);

describe('the columns of the grid of scores', () => {
  const headers = (view: 'all' | 'remedial' | 'tests') => columnsOf(grid, view, () => true).map((column) => column.header);

  it('stand by component, each with what its parts come to', () => {
    expect(headers('all')).toEqual(['Disiplin', 'Etika', 'Nilai', 'Nilai', 'Remedial', 'Post-test']);
    const groups = columnsOf(grid, 'all', () => true).map((column) => column.group?.label);
    expect(groups).toEqual(['Sikap', 'Sikap', 'Sikap', 'Ujian', 'Ujian', undefined]);
  });

  it('leave out in a view what it is not about', () => {
    expect(headers('remedial')).toEqual(['Nilai', 'Nilai', 'Remedial']);
    expect(headers('tests')).toEqual(['Post-test']);
    expect(rowsOf(grid, 'remedial').map((row) => row.enrolment)).toEqual(['e2']);
    expect(rowsOf(grid, 'tests')).toHaveLength(2);
  });

  it('count what is missing among what is judged, and name what is doubtful', () => {
    expect(missingOf(grid)).toBe(1);
    const left = { ...grid, rows: grid.rows.map((row) => ({ ...row, withdrawn: 'Pindah tugas' })) };
    expect(missingOf(left)).toBe(0);
    expect(doubtsOf(grid)).toEqual([{ row: 'e2', column: 'k2', where: 'Budi Santoso, Ujian', text: doubt }]);
  });
});

describe('the tab of scores', () => {
  it('groups the columns and says what is missing', async () => {
    const view = await show();
    expect(await screen.findByRole('columnheader', { name: 'Sikap' })).toHaveAttribute('colspan', '3');
    expect(screen.getByText('1 nilai kosong')).toBeInTheDocument();
    expect(screen.getByText(/Remedial dari 60, paling tinggi 70/)).toBeInTheDocument();
    expect(await axeFindings(view.container)).toEqual([]);
  });

  it('leads from the list of doubtful scores to the cell, in whatever view it is', async () => {
    const view = await show();
    await userEvent.click(await screen.findByText('Tes', { selector: 'label *, label' }));
    await waitFor(() => expect(heads()).not.toContain('Disiplin'));
    expect(view.container.querySelector('td[data-note]')).toBeNull();
    await userEvent.click(screen.getByRole('button', { name: '1 nilai perlu diperiksa' }));
    await userEvent.click(await screen.findByRole('menuitem', { name: /Budi Santoso, Ujian/ }));
    await waitFor(() => expect(active()).toHaveAccessibleName(/^Budi Santoso, Ujian/));
    expect(active()).toHaveFocus();
    expect(active()).toHaveAccessibleDescription(doubt);
    expect(view.container.querySelectorAll('td[data-note=warn]')).toHaveLength(1);
  });

  it('says so where nobody may repeat', async () => {
    await show({ scores: () => Promise.resolve({ ...grid, rows: grid.rows.map((row) => ({ ...row, remedial: false })) }) });
    await userEvent.click(await screen.findByText('Remedial', { selector: 'label *, label' }));
    expect(await screen.findByRole('heading', { name: 'Tidak ada yang boleh remedial' })).toBeInTheDocument();
  });

  it('sends each cell with the column it belongs to, and keeps what was refused', async () => {
    const message = 'Nilai 5 di luar 1 sampai 4.';
    const setScores = vi.fn(() => written([{ enrolment: 'e1', column: 'd1', text: '5', message }], 'Nilai', ['evaluation']));
    await show({ setScores });
    await screen.findByRole('grid');
    focus();
    await userEvent.keyboard('5{Enter}');
    await waitFor(() =>
      expect(setScores).toHaveBeenCalledWith('c1', [{ enrolment: 'e1', column: { kind: 'part', id: 'd1' }, text: '5' }]),
    );
    await userEvent.click(await screen.findByRole('button', { name: 'Ke sel berikutnya' }));
    expect(active()).toHaveAccessibleDescription(`Belum tersimpan: ${message}`);
  });

  it('does not let what is worked out be typed', async () => {
    const setScores = vi.fn(() => written([]));
    await show({ setScores });
    await screen.findByRole('grid');
    focus();
    await userEvent.keyboard('{ArrowRight}{ArrowRight}');
    expect(active()).toHaveAccessibleName(/^Dr\. Siti Aminah, M\.Si\., Sikap, bobot 40 %/);
    expect(active()).toHaveValue('87,50');
    await userEvent.keyboard('90{Enter}');
    expect(setScores).not.toHaveBeenCalled();
  });

  it('says that a structure without weights cannot judge anybody yet', async () => {
    const unset = { ...grid, components: grid.components.map((one) => ({ ...one, weight: 0 })) };
    await show({ scores: () => Promise.resolve(unset) });
    expect(await screen.findByText(/Bobot belum ditetapkan/)).toBeInTheDocument();
  });
});

describe('the scheme of a class', () => {
  const template: Scheme = { ...aScheme, components: [component('', 'Ujian', 'technical', 100)] };

  it('can be taken from the office and keeps what has the same name', async () => {
    const saveScheme = vi.fn<(id: string, scheme: Scheme) => Promise<Outcome<null>>>(() => written(null));
    const rules = { scheme_templates: [{ name: 'Pelatihan teknis', scheme: template }] } as Partial<Rules> as Rules;
    const view = await renderScreen(<SchemeScreen />, {
      backend: fakeBackend(
        {},
        {
          ...classRooms({ evaluation: { scheme: () => Promise.resolve(scheme), saveScheme } }),
          office: { rules: () => Promise.resolve(rules) },
        },
      ),
      path: '/classes/$id/scheme',
      at: '/classes/c1/scheme',
    });
    await userEvent.click(await screen.findByRole('button', { name: 'Ambil dari skema kantor' }));
    await userEvent.click(await screen.findByRole('menuitem', { name: 'Pelatihan teknis' }));
    expect(await screen.findByText(/nilai yang sudah diisi ikut terhapus: Sikap, nilai remedial\./)).toBeInTheDocument();
    expect(await axeFindings(view.container)).toEqual([]);
    await userEvent.click(screen.getByRole('button', { name: 'Simpan skema' }));
    await waitFor(() => expect(saveScheme).toHaveBeenCalled());
    expect(saveScheme.mock.calls[0]![1].components).toEqual([{ ...template.components[0], id: 'k2' }]);
  });
});

describe('scores of a closed class', () => {
  const closed = { ...grid, editable: false, columns: grid.columns.map((column) => ({ ...column, editable: false })) };
  const correction: Correction = {
    id: 'x1', date: '2026-04-01', name: 'Budi Santoso', what: 'Ujian', before: '8,50', after: '85', reason: 'Salah ketik.',
  };
  const shut = (parts: FakeRooms['evaluation'] = {}) =>
    show({ scores: () => Promise.resolve(closed), ...parts }, { ...aView, state: 'closed' as const });

  async function correct(text: string) {
    await userEvent.click(await screen.findByRole('button', { name: 'Koreksi nilai' }));
    await screen.findByText(/Ketik nilai yang benar/);
    focus();
    await userEvent.keyboard(`{ArrowDown}{ArrowRight}{ArrowRight}{ArrowRight}${text}{Enter}`);
  }

  it('are corrected together for one reason', async () => {
    const correctScores = vi.fn(() => written([], 'Koreksi 1 nilai', ['evaluation']));
    const setScores = vi.fn(() => written([]));
    const view = await shut({ correctScores, setScores });
    await correct('85');
    expect(await screen.findByText('1 koreksi belum disimpan.')).toBeInTheDocument();
    expect(setScores).not.toHaveBeenCalled();
    expect(view.container.querySelector('td[data-state]')).toBeNull();
    expect(view.container.querySelector('td[data-note=info] input')).toHaveValue('85');
    expect(await axeFindings(view.container)).toEqual([]);
    await userEvent.click(screen.getByRole('button', { name: 'Simpan 1 koreksi…' }));
    const dialog = await screen.findByRole('dialog');
    expect(within(dialog).getByText(/8,50 → 85/)).toBeInTheDocument();
    await userEvent.click(within(dialog).getByRole('button', { name: 'Simpan 1 koreksi' }));
    expect(await within(dialog).findByText('Alasan belum ditulis.')).toBeInTheDocument();
    expect(correctScores).not.toHaveBeenCalled();
    await userEvent.type(within(dialog).getByRole('textbox'), 'Salah ketik.');
    await userEvent.click(within(dialog).getByRole('button', { name: 'Simpan 1 koreksi' }));
    const edit = { enrolment: 'e2', column: { kind: 'component', id: 'k2' }, text: '85' };
    await waitFor(() => expect(correctScores).toHaveBeenCalledWith('c1', [edit], 'Salah ketik.'));
    expect(await screen.findByRole('button', { name: 'Koreksi nilai' })).toBeInTheDocument();
  });

  it('are asked about on Ctrl+Enter, also for what is still being typed, and not where there is nothing', async () => {
    await shut();
    await userEvent.click(await screen.findByRole('button', { name: 'Koreksi nilai' }));
    await waitFor(() => expect(active()).toHaveFocus());
    await userEvent.keyboard('{Control>}{Enter}{/Control}');
    expect(screen.queryByRole('dialog')).toBeNull();
    await userEvent.keyboard('3{Control>}{Enter}{/Control}');
    const dialog = await screen.findByRole('dialog', { name: 'Simpan 1 koreksi nilai' });
    expect(within(dialog).getByText(/4 → 3/)).toBeInTheDocument();
  });

  it('forget a change that was taken back by typing', async () => {
    await shut();
    await correct('85');
    expect(await screen.findByRole('button', { name: 'Simpan 1 koreksi…' })).toBeEnabled();
    await userEvent.keyboard('8,5{Enter}');
    await waitFor(() => expect(screen.getByRole('button', { name: 'Simpan koreksi…' })).toBeDisabled());
  });

  it('keep a refused correction with its reason', async () => {
    const message = 'Nilai paling tinggi 100.';
    const refused = { enrolment: 'e2', column: 'k2', text: '850', message };
    await shut({ correctScores: () => written([refused], 'Koreksi', ['evaluation']) });
    await correct('850');
    await userEvent.click(await screen.findByRole('button', { name: 'Simpan 1 koreksi…' }));
    const dialog = await screen.findByRole('dialog');
    await userEvent.type(within(dialog).getByRole('textbox'), 'Salah ketik.');
    await userEvent.click(within(dialog).getByRole('button', { name: 'Simpan 1 koreksi' }));
    expect(await screen.findByRole('alert')).toHaveTextContent(message);
    expect(screen.getByText('1 koreksi belum disimpan.')).toBeInTheDocument();
  });

  it('show why nothing was corrected at all', async () => {
    const message = 'Sertifikat Budi Santoso masih berlaku; cabut dahulu.';
    const error = new RefusalError({ code: 'not_allowed', message });
    await shut({ correctScores: () => Promise.reject(error) });
    await correct('85');
    await userEvent.click(await screen.findByRole('button', { name: 'Simpan 1 koreksi…' }));
    const dialog = await screen.findByRole('dialog');
    await userEvent.type(within(dialog).getByRole('textbox'), 'Salah ketik.');
    await userEvent.click(within(dialog).getByRole('button', { name: 'Simpan 1 koreksi' }));
    expect(await within(dialog).findByText(message)).toBeInTheDocument();
  });

  it('list what was corrected before', async () => {
    await shut({ corrections: () => Promise.resolve([correction]) });
    await userEvent.click(await screen.findByRole('button', { name: '1 koreksi tercatat' }));
    const table = await screen.findByRole('table', { name: 'Koreksi nilai sesudah kelas ditutup' });
    expect(within(table).getByText('Salah ketik.')).toBeInTheDocument();
    expect(await axeFindings(screen.getByRole('dialog'))).toEqual([]);
  });
});

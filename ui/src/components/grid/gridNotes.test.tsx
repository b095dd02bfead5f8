import { act, render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { createRef } from 'react';
import { describe, expect, it, vi } from 'vitest';
import { axeFindings, Providers } from '../../testing/render';
import { EntryGrid, type CellNote, type CellWrite, type EntryColumn, type EntryGridHandle } from '../EntryGrid';

const attitude = { id: 'k1', label: 'Sikap', title: 'Sikap, bobot 40 %' };
const columns: EntryColumn[] = [
  { id: 'a', header: 'Disiplin', mode: 'text', group: attitude },
  { id: 'b', header: 'Etika', mode: 'text', group: attitude },
  { id: 'c', header: 'Ujian', mode: 'text' },
];
const rows = [
  { id: 'p1', name: 'Siti Aminah' },
  { id: 'p2', name: 'Budi Santoso' },
];
const value = (row: string, column: string) => (row === 'p2' && column === 'c' ? '8,50' : '4');
const note = (row: string, column: string): CellNote | undefined =>
  row === 'p2' && column === 'c' ? { tone: 'warn', text: 'Apakah maksudnya 85?' } : undefined;

function show(options: { gathers?: boolean; onSubmit?: () => void } = {}) {
  const handle = createRef<EntryGridHandle>();
  const log: CellWrite[] = [];
  const onCommit = (cells: CellWrite[]) => {
    log.push(...cells);
    return Promise.resolve([]);
  };
  const view = render(
    <Providers>
      <EntryGrid
        label="Nilai"
        rowHeader="Peserta"
        columns={columns}
        rows={rows}
        value={value}
        onCommit={onCommit}
        note={note}
        handle={handle}
        summaries={[{ id: 'sum', header: 'Akhir', cell: () => '' }]}
        {...options}
      />
    </Providers>,
  );
  return { handle, log, view };
}

const active = () => screen.getByRole('textbox');
const heads = (line: number) =>
  within(within(screen.getByRole('grid')).getAllByRole('row')[line]!)
    .getAllByRole('columnheader')
    .map((head) => head.textContent);

describe('EntryGrid with grouped columns and notes', () => {
  it('puts columns of one group under one head and leaves the others alone', async () => {
    const { view } = show();
    expect(heads(0)).toEqual(['Peserta', 'Sikap', 'Ujian', 'Akhir']);
    expect(heads(1)).toEqual(['Disiplin', 'Etika']);
    expect(screen.getByRole('columnheader', { name: 'Sikap' })).toHaveAttribute('colspan', '2');
    expect(screen.getByRole('columnheader', { name: 'Ujian' })).toHaveAttribute('rowspan', '2');
    expect(await axeFindings(view.container)).toEqual([]);
  });

  it('goes to a cell when asked, and says there what is strange about it', () => {
    const { handle, view } = show();
    expect(active()).not.toHaveAccessibleDescription('Apakah maksudnya 85?');
    expect(view.container.querySelectorAll('[data-note=warn]')).toHaveLength(1);
    act(() => handle.current?.go('p2', 'c'));
    expect(active()).toHaveFocus();
    expect(active()).toHaveAccessibleName('Budi Santoso, Ujian');
    expect(active()).toHaveAccessibleDescription('Apakah maksudnya 85?');
    act(() => handle.current?.go('p2', 'gone'));
    expect(active()).toHaveAccessibleName('Budi Santoso, Ujian');
  });

  it('hands over on Ctrl+Enter once what is being typed is committed', async () => {
    const onSubmit = vi.fn(() => expect(log).toHaveLength(1));
    const { handle, log } = show({ onSubmit });
    act(() => handle.current?.focus());
    await userEvent.keyboard('3{Control>}{Enter}{/Control}');
    await waitFor(() => expect(onSubmit).toHaveBeenCalledTimes(1));
    expect(log).toEqual([{ row: 'p1', col: 'a', text: '3' }]);
    expect(active()).toHaveAccessibleName('Siti Aminah, Disiplin');
  });

  it('does not call a cell saved whose text is only gathered', async () => {
    const { handle, log, view } = show({ gathers: true });
    act(() => handle.current?.go('p1', 'a'));
    await userEvent.keyboard('3{Enter}');
    expect(log).toEqual([{ row: 'p1', col: 'a', text: '3' }]);
    expect(view.container.querySelector('[data-state]')).toBeNull();
    expect(screen.getByText('3')).toBeInTheDocument();
  });
});

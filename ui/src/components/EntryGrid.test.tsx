import { act, fireEvent, render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useCallback, useState } from 'react';
import { describe, expect, it, vi } from 'vitest';
import { axeFindings, Providers } from '../testing/render';
import { EntryGrid, type CellWrite, type EntryColumn, type EntryRefusal } from './EntryGrid';

const rows = [
  { id: 'p1', name: 'Siti Aminah' },
  { id: 'p2', name: 'Budi Santoso' },
  { id: 'p3', name: 'Rahmat Hidayat' },
];
const columns: EntryColumn[] = [
  { id: 's1', header: 'Sen 2/3', mode: 'mark', marks: ['H', 'T', 'DL', 'TK'] },
  { id: 's2', header: 'Sel 3/3', mode: 'mark', marks: ['H', 'T', 'DL', 'TK'] },
  { id: 'n1', header: 'Sikap', mode: 'text' },
];
const marks: Record<string, string> = { H: 'H', T: 'T', D: 'DL', K: 'TK' };
const normalise = (text: string, column: string) =>
  column === 'n1' ? text.trim() : (marks[text.toUpperCase()] ?? text.toUpperCase());

type Refuse = (cell: CellWrite) => string | undefined;

function Harness({ refuse, log, onUndo }: { refuse?: Refuse; log: CellWrite[][]; onUndo?: () => void }) {
  const [stored, setStored] = useState<Record<string, string>>({});
  const value = useCallback((row: string, col: string) => stored[`${row} ${col}`] ?? '', [stored]);
  const onCommit = async (cells: CellWrite[]): Promise<EntryRefusal[]> => {
    log.push(cells);
    const refused = cells.flatMap((cell) => {
      const message = refuse?.(cell);
      return message ? [{ row: cell.row, col: cell.col, message }] : [];
    });
    await Promise.resolve();
    setStored((before) => {
      const next = { ...before };
      for (const cell of cells) {
        if (!refused.some((one) => one.row === cell.row && one.col === cell.col)) next[`${cell.row} ${cell.col}`] = cell.text;
      }
      return next;
    });
    return refused;
  };
  return (
    <EntryGrid
      label="Presensi"
      rowHeader="Peserta"
      rows={rows}
      columns={columns}
      value={value}
      normalise={normalise}
      onCommit={onCommit}
      onUndo={onUndo}
      summaries={[{ id: 'sum', header: 'Hadir', cell: (_, shown) => ['s1', 's2'].filter((s) => shown(s) === 'H').length }]}
      footer={{ label: 'Hadir', cell: (_, texts) => texts.filter((text) => text === 'H').length }}
    />
  );
}

function setup(options: { refuse?: Refuse; onUndo?: () => void } = {}) {
  const log: CellWrite[][] = [];
  const view = render(
    <Providers>
      <Harness log={log} {...options} />
    </Providers>,
  );
  act(() => screen.getByRole('textbox').focus());
  return { log, user: userEvent.setup(), view };
}

const active = () => screen.getByRole('textbox');
const cell = (row: number, col: number) =>
  within(screen.getByRole('grid')).getAllByRole('row')[row + 1]!.querySelectorAll('td')[col]!;
const shown = (row: number, col: number) => cell(row, col).querySelector('input')?.value ?? cell(row, col).textContent;

describe('EntryGrid', () => {
  it('sets a mark with one letter, without Enter, and stays', async () => {
    const { log, user } = setup();
    await user.keyboard('h');
    await waitFor(() => expect(cell(0, 0)).toHaveAttribute('data-state', 'saved'));
    expect(log).toEqual([[{ row: 'p1', col: 's1', text: 'H' }]]);
    expect(active()).toHaveAccessibleName('Siti Aminah, Sen 2/3');
    await user.keyboard('{ArrowDown}k');
    await waitFor(() => expect(shown(1, 0)).toBe('TK'));
    expect(active()).toHaveFocus();
  });

  it('says which letters are marks and writes nothing', async () => {
    const { log, user } = setup();
    await user.keyboard('x');
    expect(active()).toHaveAccessibleDescription('“x” bukan tanda di kolom ini. Pakai H T DL TK.');
    expect(log).toEqual([]);
  });

  it('types a text, Enter goes down, Tab goes right, Escape gives up', async () => {
    const { log, user } = setup();
    await user.keyboard('{End}85{Enter}90{Tab}');
    expect(log.flat()).toEqual([
      { row: 'p1', col: 'n1', text: '85' },
      { row: 'p2', col: 'n1', text: '90' },
    ]);
    expect(active()).toHaveAccessibleName('Rahmat Hidayat, Sen 2/3');
    await user.keyboard('{End}77{Escape}');
    expect(shown(2, 2)).toBe('');
    expect(log).toHaveLength(2);
  });

  it('edits with F2 and keeps the rest of the text', async () => {
    const { log, user } = setup();
    await user.keyboard('{End}8{Enter}{ArrowUp}{F2}{End}5{Enter}');
    expect(log.flat().at(-1)).toEqual({ row: 'p1', col: 'n1', text: '85' });
  });

  it('fills down and counts at once', async () => {
    const { user } = setup();
    await user.keyboard('h{Shift>}{ArrowDown}{ArrowDown}{/Shift}{Control>}d{/Control}');
    await waitFor(() => expect(shown(2, 0)).toBe('H'));
    const foot = screen.getByRole('grid').querySelector('tfoot td');
    expect(foot).toHaveTextContent('3');
    expect(cell(1, 3)).toHaveTextContent('1');
  });

  it('clears the selection', async () => {
    const { log, user } = setup();
    await user.keyboard('h{ArrowRight}t{Shift>}{ArrowLeft}{/Shift}{Delete}');
    expect(log.at(-1)).toEqual([
      { row: 'p1', col: 's1', text: '' },
      { row: 'p1', col: 's2', text: '' },
    ]);
  });

  it('keeps a refused text, marks it and says why', async () => {
    const { user } = setup({ refuse: ({ text }) => (text === '850' ? 'Nilai paling tinggi 100.' : undefined) });
    await user.keyboard('{End}850{Enter}');
    await waitFor(() => expect(cell(0, 2)).toHaveAttribute('data-state', 'refused'));
    expect(shown(0, 2)).toBe('850');
    await user.click(screen.getByRole('button', { name: 'Ke sel berikutnya' }));
    expect(active()).toHaveAccessibleDescription('Belum tersimpan: Nilai paling tinggi 100.');
    expect(active()).toBeInvalid();
    await user.keyboard('85{Enter}');
    await waitFor(() => expect(cell(0, 2)).toHaveAttribute('data-state', 'saved'));
  });

  it('pastes a block and asks first when it does not fit', async () => {
    const { log, user } = setup();
    const clip = (text: string) => ({ clipboardData: { getData: () => text } });
    fireEvent.paste(active(), clip('h\tt\nk\th'));
    await waitFor(() => expect(log).toHaveLength(1));
    expect(log[0]).toHaveLength(4);
    await user.keyboard('{Control>}{End}{/Control}');
    fireEvent.paste(active(), clip('80\t90\n70\t60'));
    expect(log).toHaveLength(1);
    await user.click(await screen.findByRole('button', { name: 'Tempel 1 sel yang muat' }));
    expect(log[1]).toEqual([{ row: 'p3', col: 'n1', text: '80' }]);
  });

  it('copies the selection for Excel', async () => {
    const { user } = setup();
    await user.keyboard('h{ArrowRight}t{Shift>}{ArrowLeft}{/Shift}');
    const setData = vi.fn();
    fireEvent.copy(active(), { clipboardData: { setData } });
    expect(setData).toHaveBeenCalledWith('text/plain', 'H\tT');
  });

  it('calls undo outside of typing only', async () => {
    const onUndo = vi.fn();
    const { user } = setup({ onUndo });
    await user.keyboard('{Control>}z{/Control}');
    expect(onUndo).toHaveBeenCalledTimes(1);
    await user.keyboard('{End}8{Control>}z{/Control}');
    expect(onUndo).toHaveBeenCalledTimes(1);
  });

  it('selects by Shift and click', async () => {
    const { user } = setup();
    await user.keyboard('{Shift>}');
    await user.pointer({ target: cell(1, 1), keys: '[MouseLeft]' });
    await user.keyboard('{/Shift}');
    expect(screen.getAllByRole('gridcell', { selected: true })).toHaveLength(4);
  });

  it('has no accessibility findings', async () => {
    const { view } = setup();
    expect(await axeFindings(view.container)).toEqual([]);
  });
});

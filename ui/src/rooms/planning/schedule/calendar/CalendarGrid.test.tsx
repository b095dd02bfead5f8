import { fireEvent, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { describe, expect, it, vi } from 'vitest';
import { weekdays } from '../../../../i18n/dates';
import { mondayOf, weekOf, weeksOfMonth } from '../../../../i18n/days';
import { axeFindings, renderScreen } from '../../../../testing/render';
import { CalendarGrid, type CalendarGridProps } from './CalendarGrid';
import { grouped, placeKey, type Entry, type Place } from './entries';
import { monthStep, weekStep } from './steps';

const heads = [...weekdays.slice(1), 'Minggu'];

const entry = (id: string, date: string, part: Partial<Entry> = {}): Entry => ({
  id,
  date,
  starts: '08:00:00',
  ends: '12:00:00',
  title: `Kelas ${id}`,
  programme: 'Pelayanan Publik Digital',
  detail: 'Aula',
  conflicts: 0,
  locked: false,
  fixed: false,
  ...part,
});

const entries = [
  entry('b', '2026-03-04', { starts: '13:00:00', conflicts: 2 }),
  entry('a', '2026-03-04'),
  entry('c', '2026-03-05', { fixed: true, locked: true }),
  ...['1', '2', '3', '4', '5'].map((number) => entry(`x${number}`, '2026-03-10')),
];

type Said = Pick<CalendarGridProps, 'onKey' | 'onEntry' | 'onDrop'>;

function Month({ said }: { said: Partial<Said> }) {
  const [at, setAt] = useState<Place>({ row: '2026-03-02', day: '2026-03-04' });
  const weeks = weeksOfMonth(at.day);
  const found = grouped(entries, (one) => [placeKey(mondayOf(one.date), one.date)]);
  return (
    <CalendarGrid
      label="Kalender"
      heads={heads}
      rows={weeks.map((days) => ({ key: days[0] ?? '', days }))}
      at={at}
      onAt={setAt}
      step={monthStep}
      entriesOf={({ row, day }) => found.get(placeKey(row, day)) ?? []}
      noteOf={(day) => ({
        holiday: day === '2026-03-19' ? 'Hari Suci Nyepi' : undefined,
        outside: !day.startsWith(at.day.slice(0, 7)),
      })}
      today="2026-03-02"
      most={3}
      onKey={said.onKey ?? vi.fn()}
      onEntry={said.onEntry ?? vi.fn()}
      accepts={(_, from, to) => from.day !== to.day}
      onDrop={said.onDrop ?? vi.fn()}
    />
  );
}

const cell = (name: RegExp) => screen.getByRole('gridcell', { name });

/** What the browser hands to each step of a drag. */
const transfer = { effectAllowed: '', dropEffect: '', setData: vi.fn() };

describe('the calendar of a month', () => {
  it('shows the sessions of each day in their order, and says what it cannot show', async () => {
    const { container } = await renderScreen(<Month said={{}} />);
    const day = cell(/^Rabu 4 Maret 2026, 2 sesi, 1 bentrok/);
    expect(day).toHaveTextContent(/08\.00Kelas a.*13\.00Kelas b/);
    expect(cell(/^Selasa 10 Maret 2026, 5 sesi/)).toHaveTextContent('+3 sesi lagi');
    expect(cell(/^Kamis 19 Maret 2026, tanpa sesi, Hari Suci Nyepi/)).toBeInTheDocument();
    expect(cell(/^Senin 2 Maret 2026/)).toHaveAttribute('aria-current', 'date');
    expect(screen.getAllByRole('gridcell')).toHaveLength(42);
    expect(await axeFindings(container)).toEqual([]);
  });

  it('is walked by keys, the focus following into other months', async () => {
    await renderScreen(<Month said={{}} />);
    // Without a Tab: who comes here goes on with the arrows.
    expect(cell(/^Rabu 4 Maret/)).toHaveFocus();
    await userEvent.keyboard('{ArrowDown}{ArrowRight}');
    expect(cell(/^Kamis 12 Maret/)).toHaveFocus();
    await userEvent.keyboard('{Home}');
    expect(cell(/^Senin 9 Maret/)).toHaveFocus();
    await userEvent.keyboard('{End}');
    expect(cell(/^Minggu 15 Maret/)).toHaveFocus();
    await userEvent.keyboard('{PageDown}');
    expect(cell(/^Rabu 15 April 2026/)).toHaveFocus();
    await userEvent.keyboard('{PageUp}{PageUp}{ArrowUp}{ArrowUp}');
    expect(cell(/^Minggu 1 Februari 2026/)).toHaveFocus();
  });

  it('tells which key was pressed on a day, and leaves those of the window alone', async () => {
    const onKey = vi.fn<CalendarGridProps['onKey']>();
    await renderScreen(<Month said={{ onKey }} />);
    await userEvent.keyboard('{Enter}ml{Control>}m{/Control}z');
    expect(onKey.mock.calls).toEqual([['Enter'], ['M'], ['L']]);
  });

  it('lets a session be dragged to another day, but not one of a closed class', async () => {
    const onDrop = vi.fn<CalendarGridProps['onDrop']>();
    await renderScreen(<Month said={{ onDrop }} />);
    const chip = within(cell(/^Rabu 4 Maret/)).getByTitle(/Kelas a/);
    const onto = cell(/^Jumat 6 Maret/);
    fireEvent.dragStart(chip, { dataTransfer: transfer });
    fireEvent.dragOver(onto, { dataTransfer: transfer });
    expect(onto).toHaveAttribute('data-over', 'true');
    fireEvent.drop(onto, { dataTransfer: transfer });
    expect(onDrop).toHaveBeenCalledExactlyOnceWith(
      'a',
      { row: '2026-03-02', day: '2026-03-04' },
      { row: '2026-03-02', day: '2026-03-06' },
    );
    expect(onto).not.toHaveAttribute('data-over');
    fireEvent.dragStart(chip, { dataTransfer: transfer });
    fireEvent.drop(cell(/^Rabu 4 Maret/), { dataTransfer: transfer });
    expect(onDrop).toHaveBeenCalledTimes(1);
    expect(within(cell(/^Kamis 5 Maret/)).getByTitle(/Kelas c/)).toHaveAttribute('draggable', 'false');
  });

  it('opens the session that is clicked, and goes to the day that is', async () => {
    const onEntry = vi.fn<CalendarGridProps['onEntry']>();
    await renderScreen(<Month said={{ onEntry }} />);
    await userEvent.click(within(cell(/^Rabu 4 Maret/)).getByTitle(/Kelas b/));
    expect(onEntry.mock.calls[0]?.[0].id).toBe('b');
    await userEvent.click(cell(/^Jumat 20 Maret/));
    expect(cell(/^Jumat 20 Maret/)).toHaveAttribute('aria-selected', 'true');
  });
});

describe('the calendar of a week', () => {
  const rows = ['aula', 'lab'];

  it('walks rows up and down and stays in them, days to the sides', () => {
    const at = { row: 'aula', day: '2026-03-08' };
    expect(weekStep(rows, at, 'ArrowDown')).toEqual({ row: 'lab', day: '2026-03-08' });
    expect(weekStep(rows, at, 'ArrowUp')).toEqual(at);
    expect(weekStep(rows, { row: 'lab', day: '2026-03-08' }, 'ArrowDown')).toEqual({ row: 'lab', day: '2026-03-08' });
    expect(weekStep(rows, at, 'ArrowRight')).toEqual({ row: 'aula', day: '2026-03-09' });
    expect(weekStep(rows, at, 'PageUp')).toEqual({ row: 'aula', day: '2026-03-01' });
    expect(weekStep(rows, at, 'Home')).toEqual({ row: 'aula', day: '2026-03-02' });
    expect(weekStep(rows, at, 'a')).toBeNull();
  });

  it('names its rows', async () => {
    const days = weekOf('2026-03-04');
    const props = { onAt: vi.fn(), onKey: vi.fn(), onEntry: vi.fn(), onDrop: vi.fn() };
    const { container } = await renderScreen(
      <CalendarGrid
        label="Kalender"
        heads={heads}
        rowHead="Ruang"
        rows={[{ key: 'aula', name: 'Aula Besar', days }, { key: 'lab', name: 'Lab', days }]}
        at={{ row: 'aula', day: '2026-03-04' }}
        step={(from, key) => weekStep(rows, from, key)}
        entriesOf={({ row, day }) => (row === 'aula' && day === '2026-03-04' ? entries.slice(0, 2) : [])}
        noteOf={() => ({})}
        today="2026-03-02"
        most={6}
        accepts={() => true}
        {...props}
      />,
    );
    expect(cell(/^Aula Besar, Rabu 4 Maret 2026, 2 sesi/)).toBeInTheDocument();
    expect(screen.getByRole('rowheader', { name: 'Lab' })).toBeInTheDocument();
    expect(await axeFindings(container)).toEqual([]);
  });
});

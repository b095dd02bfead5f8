import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { describe, expect, it, vi } from 'vitest';
import { axeFindings, renderScreen } from '../testing/render';
import { DataList, type ListState, type PagedSource } from './DataList';

interface Person {
  id: string;
  name: string;
  jp: number;
}

const people: Person[] = [
  { id: '1', name: 'Siti', jp: 20 },
  { id: '2', name: 'Ahmad', jp: 3 },
  { id: '3', name: 'Budi', jp: 100 },
];

interface Options {
  id: string;
  source?: readonly Person[] | PagedSource<Person>;
  onOpen?: (person: Person) => void;
}

function Harness({ id, source = people, onOpen }: Options) {
  const [state, setState] = useState<ListState>({ q: '', sort: '', filters: {} });
  const [marked, setMarked] = useState<ReadonlySet<string>>(new Set());
  const rows = Array.isArray(source) ? (source as Person[]).filter((person) => person.name.includes(state.q)) : source;
  return (
    <DataList<Person>
      id={id}
      label="Daftar ASN"
      noun="ASN"
      source={rows}
      state={state}
      onState={setState}
      rowId={(person) => person.id}
      rowLabel={(person) => person.name}
      onOpen={onOpen}
      marked={marked}
      onMark={setMarked}
      filters={[{ id: 'unit', label: 'Unit', options: [{ value: 'rsud', label: 'RSUD' }] }]}
      columns={[
        { id: 'name', header: 'Nama', cell: (person) => person.name, sort: (person) => person.name },
        { id: 'jp', header: 'JP', cell: (person) => person.jp, sort: (person) => person.jp, align: 'end' },
      ]}
      empty={<p>Belum ada ASN.</p>}
    />
  );
}

const names = () => screen.getAllByRole('row').slice(1).map((row) => row.getAttribute('aria-label'));

describe('DataList', () => {
  it('starts in the search box, goes down with the arrow and opens with Enter', async () => {
    const onOpen = vi.fn();
    await renderScreen(<Harness id="open" onOpen={onOpen} />);
    expect(screen.getByRole('searchbox')).toHaveFocus();
    await userEvent.keyboard('{ArrowDown}{ArrowDown}{Enter}');
    expect(screen.getByRole('grid')).toHaveFocus();
    expect(onOpen).toHaveBeenCalledWith(people[1]);
  });

  it('marks with Space and says how many', async () => {
    await renderScreen(<Harness id="mark" />);
    await userEvent.keyboard('{ArrowDown} {End} ');
    expect(screen.getByText('2 ditandai')).toBeInTheDocument();
    expect(screen.getByRole('row', { name: 'Budi' })).toHaveAttribute('aria-selected', 'true');
  });

  it('shows a text that its column cuts in full under the pointer, and leaves figures alone', async () => {
    await renderScreen(<Harness id="cut" />);
    const row = screen.getByRole('row', { name: 'Budi' });
    expect(within(row).getByRole('gridcell', { name: 'Budi' })).toHaveAttribute('title', 'Budi');
    const jp = people.find((person) => person.name === 'Budi')?.jp;
    expect(within(row).getByRole('gridcell', { name: String(jp) })).not.toHaveAttribute('title');
  });

  it('sorts by a column, up and down', async () => {
    await renderScreen(<Harness id="sort" />);
    await userEvent.click(screen.getByRole('button', { name: 'JP' }));
    expect(names()).toEqual(['Ahmad', 'Siti', 'Budi']);
    await userEvent.click(screen.getByRole('button', { name: 'JP' }));
    expect(names()).toEqual(['Budi', 'Siti', 'Ahmad']);
    expect(screen.getByRole('columnheader', { name: 'JP' })).toHaveAttribute('aria-sort', 'descending');
  });

  it('searches while typing and offers the way back when nothing matches', async () => {
    await renderScreen(<Harness id="search" />);
    await userEvent.type(screen.getByRole('searchbox'), 'xyz');
    await screen.findByText('Tidak ada yang cocok dengan “xyz”.');
    await userEvent.click(screen.getByRole('button', { name: 'Tampilkan semua' }));
    expect(names()).toHaveLength(3);
  });

  it('filters by chips that say what they do', async () => {
    await renderScreen(<Harness id="filter" />);
    await userEvent.click(screen.getByRole('button', { name: 'Unit' }));
    await userEvent.click(await screen.findByRole('menuitem', { name: 'RSUD' }));
    expect(screen.getByRole('button', { name: 'Unit: RSUD' })).toBeInTheDocument();
    await userEvent.click(screen.getByRole('button', { name: 'Hapus Unit' }));
    expect(screen.getByRole('button', { name: 'Unit' })).toBeInTheDocument();
  });

  it('fetches pages of 200 from the core and counts all', async () => {
    const load = vi.fn(({ offset, limit }: { offset: number; limit: number }) =>
      Promise.resolve({
        total: 300,
        rows: Array.from({ length: Math.min(limit, 300 - offset) }, (_, at) => ({
          id: String(offset + at),
          name: `Orang ${offset + at}`,
          jp: 0,
        })),
      }),
    );
    await renderScreen(<Harness id="pages" source={{ queryKey: ['people', 'test'], load }} />);
    expect(await screen.findByText('300 ASN')).toBeInTheDocument();
    expect(load).toHaveBeenCalledWith({ offset: 0, limit: 200 });
    expect(screen.getByRole('grid')).toHaveAttribute('aria-rowcount', '301');
  });

  it('comes back to the row that was opened', async () => {
    const view = await renderScreen(<Harness id="back" onOpen={() => undefined} />);
    await userEvent.keyboard('{ArrowDown}{End}{Enter}');
    view.unmount();
    await renderScreen(<Harness id="back" />);
    const grid = screen.getByRole('grid');
    await waitFor(() => expect(grid).toHaveFocus());
    const active = document.getElementById(grid.getAttribute('aria-activedescendant') ?? '');
    expect(active).toHaveAttribute('aria-label', 'Budi');
  });

  it('shows what the room is for when it is empty', async () => {
    await renderScreen(<Harness id="empty" source={[]} />);
    expect(screen.getByText('Belum ada ASN.')).toBeInTheDocument();
  });

  it('has no accessibility findings', async () => {
    const view = await renderScreen(<Harness id="axe" onOpen={() => undefined} />);
    expect(within(view.container).getAllByRole('row')).toHaveLength(4);
    expect(await axeFindings(view.container)).toEqual([]);
  });
});

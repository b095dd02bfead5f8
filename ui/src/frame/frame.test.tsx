import { createMemoryHistory, RouterProvider } from '@tanstack/react-router';
import { render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { describe, expect, it, vi } from 'vitest';
import { RefusalError, type Backend } from '../backend/backend';
import { useMutationWithUndo } from '../data/mutation';
import { createAppRouter } from '../router';
import { axeFindings, fakeBackend, Providers, renderScreen } from '../testing/render';
import { CommandRegistry, matches } from './commands';

function App({ backend }: { backend: Backend }) {
  const [router] = useState(() => createAppRouter(createMemoryHistory()));
  return (
    <Providers backend={backend}>
      <RouterProvider router={router} />
    </Providers>
  );
}

async function open(backend = fakeBackend()) {
  const view = render(<App backend={backend} />);
  await screen.findByRole('heading', { level: 1, name: 'Beranda' });
  return view;
}

describe('the frame', () => {
  it('moves between rooms by Alt and a digit, and has no accessibility findings', async () => {
    const view = await open();
    await userEvent.keyboard('{Alt>}2{/Alt}');
    expect(await screen.findByRole('heading', { level: 1, name: 'ASN' })).toBeInTheDocument();
    expect(screen.getByRole('link', { name: 'ASN' })).toHaveAttribute('aria-current', 'page');
    expect(await axeFindings(view.container)).toEqual([]);
  });

  it('finds people and commands in one box', async () => {
    const search = vi.fn(() => Promise.resolve([{ id: '7', title: 'Siti Aminah', detail: '1980', to: '/classes' }]));
    await open(fakeBackend({ search }));
    await userEvent.keyboard('{Control>}k{/Control}');
    const box = await screen.findByRole('combobox', { name: 'Cari apa saja' });
    expect(await axeFindings(screen.getByRole('dialog', { name: 'Cari apa saja' }))).toEqual([]);
    await userEvent.type(box, 'siti');
    expect(await screen.findByRole('option', { name: /Siti Aminah/ })).toHaveAttribute('aria-selected', 'true');
    await userEvent.keyboard('{Enter}');
    expect(await screen.findByRole('heading', { level: 1, name: 'Kelas' })).toBeInTheDocument();
  });

  it('lists every key on F1', async () => {
    await open();
    await userEvent.keyboard('{F1}');
    expect(await screen.findByText('Batalkan langkah terakhir')).toBeInTheDocument();
  });

  it('takes back the last step with Ctrl+Z and says which', async () => {
    await open();
    await userEvent.keyboard('{Control>}z{/Control}');
    expect(await screen.findByText('Dibatalkan: Impor 3 ASN')).toBeInTheDocument();
  });
});

function Importer({ refuse, quiet, name = 'Impor' }: { refuse?: boolean; quiet?: boolean; name?: string }) {
  const run = () =>
    refuse
      ? Promise.reject(new RefusalError({ code: 'locked', message: 'Data sedang dipakai.', fields: [], cells: [] }))
      : Promise.resolve({ value: 3, changes: { operation: 'op1', description: 'Impor 3 ASN', rooms: ['people' as const] } });
  const { mutate } = useMutationWithUndo(run, { quiet });
  return (
    <button type="button" onClick={() => mutate(undefined)}>
      {name}
    </button>
  );
}

describe('a mutation', () => {
  it('offers to take back what it did', async () => {
    const undo = vi.fn(() => Promise.resolve({ operation: null, description: 'Impor 3 ASN', rooms: [] }));
    await renderScreen(<Importer />, { backend: fakeBackend({ undo }) });
    await userEvent.click(screen.getByRole('button', { name: 'Impor' }));
    expect(await screen.findByText('Impor 3 ASN.')).toBeInTheDocument();
    await userEvent.click(screen.getByRole('button', { name: 'Batalkan' }));
    await waitFor(() => expect(undo).toHaveBeenCalledWith('op1'));
  });

  it('shows the sentence of a refusal', async () => {
    await renderScreen(<Importer refuse />);
    await userEvent.click(screen.getByRole('button', { name: 'Impor' }));
    expect(await screen.findByText('Data sedang dipakai.')).toBeInTheDocument();
  });

  it('does not leave the way back of an older step standing after a quiet one', async () => {
    await renderScreen(
      <>
        <Importer />
        <Importer quiet name="Sel" />
        <Importer refuse name="Gagal" />
      </>,
    );
    await userEvent.click(screen.getByRole('button', { name: 'Impor' }));
    expect(await screen.findByRole('button', { name: 'Batalkan' })).toBeInTheDocument();
    await userEvent.click(screen.getByRole('button', { name: 'Sel' }));
    await waitFor(() => expect(screen.queryByRole('button', { name: 'Batalkan' })).not.toBeInTheDocument());
    await userEvent.click(screen.getByRole('button', { name: 'Gagal' }));
    await userEvent.click(screen.getByRole('button', { name: 'Sel' }));
    expect(screen.getByText('Data sedang dipakai.')).toBeInTheDocument();
  });
});

describe('commands', () => {
  it('match the keys as printed', () => {
    const key = (init: KeyboardEventInit) => new KeyboardEvent('keydown', init);
    expect(matches(key({ key: 'k', ctrlKey: true }), 'Ctrl+K')).toBe(true);
    expect(matches(key({ key: 'K', ctrlKey: true, shiftKey: true }), 'Ctrl+K')).toBe(false);
    expect(matches(key({ key: 'ArrowUp', shiftKey: true }), 'Shift+↑')).toBe(true);
    expect(matches(key({ key: 'F1' }), 'F1')).toBe(true);
  });

  it('run the one that was added last, and leave with their screen', () => {
    const registry = new CommandRegistry();
    const outer = vi.fn();
    const inner = vi.fn();
    registry.add([{ id: 'a', label: 'a', group: 'g', keys: ['F4'], run: outer }]);
    const leave = registry.add([{ id: 'b', label: 'b', group: 'g', keys: ['F4'], run: inner }]);
    registry.press(new KeyboardEvent('keydown', { key: 'F4' }));
    leave();
    registry.press(new KeyboardEvent('keydown', { key: 'F4' }));
    expect([inner.mock.calls.length, outer.mock.calls.length]).toEqual([1, 1]);
  });
});

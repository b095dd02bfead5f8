import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { describe, expect, it, vi } from 'vitest';
import type { PersonRow } from '../data/classes';
import { axeFindings, fakeBackend, renderScreen } from '../testing/render';
import { PersonField } from './PersonField';

const rows: PersonRow[] = ['Siti Aminah, S.Kep.', 'Siti Rohani'].map((name, at) => ({
  id: `p${at + 1}`,
  name,
  nip: '198609262015052999',
  kind: 'pns',
  rank: 'III/b',
  position: 'Perawat Terampil',
  unit: 'DINAS KESEHATAN',
  active: true,
}));

function Field({ onSubmit, without }: { onSubmit: (value: string | null) => void; without?: string }) {
  const [value, setValue] = useState<string | null>(null);
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        onSubmit(value);
      }}
    >
      <PersonField label="Mentor" value={value} onChange={setValue} without={without} />
      <button type="submit">Simpan</button>
    </form>
  );
}

async function open(without?: string) {
  const submit = vi.fn();
  const findPeople = vi.fn(() => Promise.resolve(rows));
  const backend = fakeBackend({}, { classes: { findPeople } });
  const view = await renderScreen(<Field onSubmit={submit} without={without} />, { backend });
  return { view, submit, findPeople, box: screen.getByRole('combobox', { name: 'Mentor' }) };
}

describe('the field for a person', () => {
  it('takes the first one found with Enter and does not send the form with it', async () => {
    const { view, submit, findPeople, box } = await open();
    await userEvent.type(box, 'siti');
    expect(await screen.findByRole('option', { name: /Siti Rohani · 19860926 201505 2 999/ })).toBeInTheDocument();
    expect(await axeFindings(view.container)).toEqual([]);
    expect(findPeople).toHaveBeenLastCalledWith('siti');
    await userEvent.keyboard('{Enter}');
    await waitFor(() => expect(box).toHaveValue('Siti Aminah, S.Kep.'));
    expect(submit).not.toHaveBeenCalled();
    await userEvent.click(screen.getByRole('button', { name: 'Simpan' }));
    expect(submit).toHaveBeenCalledWith('p1');
  });

  it('offers the others to the arrows, and leaves out who cannot be chosen', async () => {
    const { submit, box } = await open('p1');
    await userEvent.type(box, 'siti');
    await screen.findByRole('option', { name: /Siti Rohani/ });
    expect(screen.queryByRole('option', { name: /Siti Aminah/ })).not.toBeInTheDocument();
    await userEvent.keyboard('{ArrowDown}{Enter}');
    await waitFor(() => expect(box).toHaveValue('Siti Rohani'));
    await userEvent.clear(box);
    await userEvent.type(box, 'budi');
    await userEvent.tab();
    await waitFor(() => expect(box).toHaveValue('Siti Rohani'));
    await userEvent.click(screen.getByRole('button', { name: 'Simpan' }));
    expect(submit).toHaveBeenCalledWith('p2');
  });
});

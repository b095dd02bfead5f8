import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it, vi } from 'vitest';
import type { Backend } from '../../backend/backend';
import { written } from '../../testing/classFixture';
import { axeFindings, fakeBackend, renderScreen, type FakeRooms } from '../../testing/render';
import { competencies } from '../../testing/voiceFixture';
import { CompetenciesScreen } from './CompetenciesScreen';

const backend = (needs: FakeRooms['needs'] = {}): Backend =>
  fakeBackend({}, { needs: { competencies: () => Promise.resolve(competencies), ...needs } });

describe('the competencies', () => {
  const at = { path: '/needs/standards/competencies', at: '/needs/standards/competencies' };

  it('are listed with the complaints that are their evidence, and lead there', async () => {
    const { container } = await renderScreen(<CompetenciesScreen />, { backend: backend(), ...at });
    const row = await screen.findByRole('row', { name: /Pelayanan publik/ });
    expect(within(row).getByText('3')).toBeInTheDocument();
    expect(await axeFindings(container)).toEqual([]);
    await userEvent.dblClick(row);
    const dialog = await screen.findByRole('dialog', { name: 'Pelayanan publik' });
    expect(within(dialog).getByRole('link', { name: 'Lihat 3 pengaduan' })).toHaveAttribute(
      'href',
      expect.stringContaining('/voice/complaints?competency=') as string,
    );
    expect(within(dialog).getByText(/ditetapkan PermenPANRB 38\/2017/)).toBeInTheDocument();
    expect(within(dialog).queryByRole('button', { name: 'Hapus…' })).not.toBeInTheDocument();
  });

  it('are narrowed by kind; technical ones are the office’s own', async () => {
    const saveCompetency = vi.fn<Backend['needs']['saveCompetency']>(() => written('k2', 'Simpan kompetensi', ['needs']));
    await renderScreen(<CompetenciesScreen />, {
      backend: backend({ saveCompetency }),
      path: at.path,
      at: '/needs/standards/competencies?kind=technical',
    });
    await screen.findByRole('row', { name: /Verifikasi berkas/ });
    expect(screen.queryByRole('row', { name: /Pelayanan publik/ })).not.toBeInTheDocument();
    await userEvent.dblClick(screen.getByRole('row', { name: /Verifikasi berkas/ }));
    const name = await screen.findByLabelText(/^Kompetensi/);
    await userEvent.clear(name);
    await userEvent.type(name, 'Verifikasi dokumen');
    await userEvent.click(screen.getByRole('button', { name: 'Simpan kompetensi' }));
    await waitFor(() => expect(saveCompetency).toHaveBeenCalledWith({ id: 'k2', kind: 'technical', name: 'Verifikasi dokumen' }));
  });
});

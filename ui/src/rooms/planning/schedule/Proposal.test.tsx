import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it, vi } from 'vitest';
import { RefusalError, type Backend } from '../../../backend/backend';
import { written } from '../../../testing/classFixture';
import { axeFindings, fakeBackend, renderScreen, type FakeRooms } from '../../../testing/render';
import { proposal, publicationView, scheduleRooms, scheduleRows } from '../../../testing/scheduleFixture';
import { ProposalScreen } from './ProposalScreen';
import { PublicationScreen } from './PublicationScreen';
import { PublicationsScreen } from './PublicationsScreen';

const backend = (schedule: FakeRooms['schedule']) => fakeBackend({}, scheduleRooms(schedule));

const propose = () => vi.fn<Backend['schedule']['propose']>(() => Promise.resolve(proposal));

const request = {
  classes: ['c1'],
  from: '2026-03-03',
  to: '2026-05-31',
  parts: [0],
  keep_locked: true,
  effort: 'normal',
};

async function mark(name: RegExp) {
  const [box] = within(await screen.findByRole('row', { name })).getAllByRole('gridcell');
  if (box) await userEvent.click(box);
}

async function ask() {
  await mark(/Angkatan III/);
  await userEvent.click(screen.getByRole('button', { name: 'Usulkan jadwal 1 kelas' }));
}

describe('the proposal of a schedule', () => {
  it('is asked for open classes, days and parts of a day', async () => {
    const asked = propose();
    const { container } = await renderScreen(<ProposalScreen />, { backend: backend({ propose: asked }) });
    await screen.findByRole('row', { name: /Angkatan III/ });
    expect(screen.queryByRole('row', { name: /Angkatan 2025/ })).not.toBeInTheDocument();
    expect(screen.getByRole('button', { name: 'Usulkan jadwal 0 kelas' })).toBeDisabled();
    expect(await axeFindings(container)).toEqual([]);
    await userEvent.click(screen.getByRole('checkbox', { name: 'Siang (13.00–16.00)' }));
    // One part of the day is left at least.
    expect(screen.getByRole('checkbox', { name: 'Pagi (08.00–12.00)' })).toBeDisabled();
    await ask();
    expect(asked).toHaveBeenCalledWith(request, expect.any(Function));
  });

  it('explains what it costs, before and after, and is taken over as a whole', async () => {
    const acceptProposal = vi.fn<Backend['schedule']['acceptProposal']>(() => written(2, 'Terima usulan', ['planning', 'classes']));
    const { container } = await renderScreen(<ProposalScreen />, { backend: backend({ propose: propose(), acceptProposal }) });
    await ask();
    const cost = await screen.findByRole('table', { name: 'Gangguan pekerjaan' });
    expect(within(cost).getByRole('row', { name: /^Masa sibuk/ })).toHaveTextContent(/1\.200.*300.*turun 900/);
    expect(within(cost).getByRole('row', { name: /^Berlarut/ })).toHaveTextContent(/naik 32/);
    expect(within(cost).getByRole('row', { name: /^Jumlah/ })).toHaveTextContent('Tidak ada jadwal yang lebih ringan dari 300.');
    expect(screen.getByText(/2 kelas lain tetap/)).toBeInTheDocument();
    expect(await axeFindings(container)).toEqual([]);
    await userEvent.click(screen.getByRole('radio', { name: 'Setiap kelas' }));
    expect(screen.getByRole('table', { name: 'Gangguan setiap kelas' })).toHaveTextContent('5 orang × 60');
    await userEvent.click(screen.getByRole('button', { name: 'Terima usulan (2 sesi berubah)' }));
    await waitFor(() => expect(acceptProposal).toHaveBeenCalledWith(['c1'], 'abc', proposal.placements));
    expect(await screen.findByRole('button', { name: 'Usulkan jadwal 1 kelas' })).toBeInTheDocument();
  });

  it('keeps what is marked where it is, and asks again for the rest', async () => {
    const asked = propose();
    const acceptProposal = vi.fn<Backend['schedule']['acceptProposal']>(() => written(1, 'Terima usulan', ['planning', 'classes']));
    await renderScreen(<ProposalScreen />, { backend: backend({ propose: asked, acceptProposal }) });
    await ask();
    await screen.findByRole('table', { name: 'Gangguan pekerjaan' });
    await mark(/11\/03\/2026/);
    await userEvent.click(screen.getByRole('button', { name: 'Terima dan kunci 1 sesi, lalu usulkan lagi' }));
    await waitFor(() =>
      // A class whose sessions are new is taken over as a whole, or the rest of them would be lost.
      expect(acceptProposal).toHaveBeenCalledWith(
        ['c1'],
        'abc',
        proposal.placements.map((row) => ({ ...row, locked: row.session === 's4' })),
      ),
    );
    await waitFor(() => expect(asked).toHaveBeenCalledTimes(2));
  });

  it('asks no longer for classes that the time leaves out', async () => {
    const schedules = vi.fn<Backend['schedule']['schedules']>((from) => Promise.resolve(from < '2026-04-01' ? scheduleRows : []));
    await renderScreen(<ProposalScreen />, { backend: backend({ schedules }) });
    await mark(/Angkatan III/);
    expect(screen.getByRole('button', { name: 'Usulkan jadwal 1 kelas' })).toBeEnabled();
    const from = screen.getByRole('textbox', { name: 'Dari' });
    await userEvent.clear(from);
    await userEvent.type(from, '1/5/2026');
    await waitFor(() => expect(schedules).toHaveBeenLastCalledWith('2026-05-01', '2026-05-31'));
    expect(await screen.findByRole('button', { name: 'Usulkan jadwal 0 kelas' })).toBeDisabled();
    expect(schedules.mock.calls.map(([day]) => day)).not.toContain('2020-05-01');
  });

  it('stops looking when the screen is left', async () => {
    const stopProposal = vi.fn<Backend['schedule']['stopProposal']>(() => Promise.resolve(null));
    const asked: Backend['schedule']['propose'] = () => new Promise(() => undefined);
    const { unmount } = await renderScreen(<ProposalScreen />, { backend: backend({ propose: asked, stopProposal }) });
    await ask();
    await screen.findByRole('button', { name: 'Hentikan' });
    unmount();
    expect(stopProposal).toHaveBeenCalledOnce();
  });

  it('can be stopped, and says why it was refused', async () => {
    const message = 'Masa ini terlalu singkat: 5 sesi, 2 tempat.';
    let refuse: (error: unknown) => void = () => undefined;
    const asked: Backend['schedule']['propose'] = (_, onProgress) => {
      onProgress({ done: 40, total: 100 });
      return new Promise((_resolve, reject) => {
        refuse = reject;
      });
    };
    const stopProposal = vi.fn<Backend['schedule']['stopProposal']>(() => Promise.resolve(null));
    await renderScreen(<ProposalScreen />, { backend: backend({ propose: asked, stopProposal }) });
    await ask();
    expect(await screen.findByText('40 dari 100')).toBeInTheDocument();
    await userEvent.click(screen.getByRole('button', { name: 'Hentikan' }));
    expect(stopProposal).toHaveBeenCalled();
    refuse(new RefusalError({ code: 'not_allowed', message }));
    expect(await screen.findByRole('alert')).toHaveTextContent(message);
    expect(screen.getByRole('button', { name: 'Usulkan jadwal 1 kelas' })).toBeEnabled();
  });
});

describe('what was made known', () => {
  it('is listed with what has changed since', async () => {
    const { container } = await renderScreen(<PublicationsScreen />, {
      backend: backend({}),
      path: '/schedule/publications',
      at: '/schedule/publications',
    });
    const row = await screen.findByRole('row', { name: /Angkatan III/ });
    expect(row).toHaveTextContent('Berubah: 1 sesi');
    expect(row).toHaveTextContent('16 dari 20');
    expect(await axeFindings(container)).toEqual([]);
  });

  it('stands beside what has become of it, and is made known again with a note', async () => {
    const publish = vi.fn<Backend['schedule']['publish']>(() => written(2, 'Terbitkan jadwal', ['planning']));
    const { container } = await renderScreen(<PublicationScreen />, {
      backend: backend({ publish }),
      path: '/schedule/publications/$id',
      at: '/schedule/publications/c1',
    });
    const changes = await screen.findByRole('table', { name: 'Perubahan sejak terbitan terakhir' });
    expect(within(changes).getByText('Selasa, 3 Maret 2026').tagName).toBe('MARK');
    expect(within(changes).getByText('Rabu, 4 Maret 2026')).toBeInTheDocument();
    expect(screen.getByRole('link', { name: 'Surat ralat' })).toHaveAttribute('href', '/schedule/publications/c1/letter');
    expect(await axeFindings(container)).toEqual([]);
    await userEvent.click(screen.getByRole('button', { name: 'Terbitkan perubahan' }));
    const dialog = await screen.findByRole('dialog');
    await userEvent.type(within(dialog).getByRole('textbox', { name: 'Catatan' }), 'Narasumber berhalangan.');
    await userEvent.click(within(dialog).getByRole('button', { name: 'Terbitkan perubahan' }));
    await waitFor(() => expect(publish).toHaveBeenCalledWith('c1', 'Narasumber berhalangan.'));
  });

  it('has nothing to make known when nothing has changed', async () => {
    const same = { ...publicationView, changes: [], due: false };
    await renderScreen(<PublicationScreen />, {
      backend: backend({ publications: () => Promise.resolve(same) }),
      path: '/schedule/publications/$id',
      at: '/schedule/publications/c1',
    });
    expect(await screen.findByText('Jadwal masih sama dengan yang diterbitkan 20 Februari 2026.')).toBeInTheDocument();
    expect(screen.queryByRole('button', { name: /^Terbitkan/ })).not.toBeInTheDocument();
    expect(screen.queryByRole('link', { name: 'Surat ralat' })).not.toBeInTheDocument();
  });
});

import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, it, vi } from 'vitest';
import { RefusalError, type Backend } from '../../backend/backend';
import type { Rules } from '../../backend/bindings';
import { axeFindings, fakeBackend, renderScreen } from '../../testing/render';
import { FollowUpsScreen } from './FollowUpsScreen';

const follow_ups: Rules['follow_ups'] = [
  { name: '30 hari', days: 30, roles: ['self'], asks: ['behaviour'] },
  { name: '6 bulan', days: 183, roles: ['superior', 'self'], asks: ['behaviour', 'effect'] },
];

it('changes what closing a class proposes, and shows what is refused at its line', async () => {
  const message = 'Jarak harus 1 sampai 1.100 hari setelah kelas berakhir.';
  const saveRule = vi.fn<Backend['office']['saveRule']>(() =>
    Promise.reject(new RefusalError({ code: 'invalid_input', message, fields: [{ field: 'steps.0.days', message }] })),
  );
  const { container } = await renderScreen(<FollowUpsScreen />, {
    backend: fakeBackend({}, { office: { rules: () => Promise.resolve({ follow_ups } as Rules), saveRule } }),
    path: '/office/followups',
    at: '/office/followups',
  });
  const days = await screen.findByRole('textbox', { name: 'Hari setelah kelas, baris 1' });
  expect(await axeFindings(container)).toEqual([]);
  await userEvent.clear(days);
  await userEvent.type(days, '1200');
  await userEvent.click(screen.getAllByRole('checkbox', { name: 'Atasan' })[0]!);
  await userEvent.click(screen.getByRole('button', { name: 'Simpan aturan tindak lanjut' }));
  const changed = { ...follow_ups[0], days: 1200, roles: ['superior', 'self'] };
  await waitFor(() =>
    expect(saveRule).toHaveBeenCalledWith({ kind: 'follow_ups', body: [changed, follow_ups[1]] }, null),
  );
  expect((await screen.findAllByText(message)).length).toBeGreaterThan(0);
});

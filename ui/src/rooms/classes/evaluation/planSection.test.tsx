import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it, vi } from 'vitest';
import type { Backend } from '../../../backend/backend';
import { written } from '../../../testing/classFixture';
import { planRow } from '../../../testing/planFixture';
import { axeFindings, fakeBackend, renderScreen } from '../../../testing/render';
import { PlanSection } from './PlanSection';

describe('realisation', () => {
  it('is what a class cost once the class carries a candidate out', async () => {
    const setClassPlan = vi.fn<Backend['plan']['setClassPlan']>(() => written(null, 'Kaitkan', ['planning']));
    const classPlan = () =>
      Promise.resolve({ plan: planRow.head, item: null, name: '', paid: 15_000_000, choices: [['i1', 'Layanan digital'] as [string, string]] });
    const { container } = await renderScreen(<PlanSection classId="c1" />, { backend: fakeBackend({}, { plan: { setClassPlan, classPlan } }) });
    await userEvent.type(await screen.findByRole('combobox', { name: 'Melaksanakan calon kelas' }), 'layanan{ArrowDown}{Enter}');
    expect(setClassPlan).toHaveBeenCalledWith('c1', 'i1');
    expect(screen.getByText('Realisasi Rp15.000.000 dipakai sebagai biaya kelas.')).toBeInTheDocument();
    expect(await axeFindings(container)).toEqual([]);
  });
});

import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it, vi } from 'vitest';
import type { Backend } from '../../backend/backend';
import type { NeedsRule, Rules } from '../../backend/bindings';
import { written } from '../../testing/classFixture';
import { axeFindings, fakeBackend, renderScreen } from '../../testing/render';
import { competencies } from '../../testing/voiceFixture';
import { GradesScreen } from './GradesScreen';
import { RulesScreen } from './RulesScreen';
import { bodyOf, valuesOf } from './rulesForm';

const [first] = competencies;
const competency = first?.competency.id ?? '';

const needs: NeedsRule = {
  sources: [
    { source: 'test', weight: 40, months: 36 },
    { source: 'survey', weight: 20, months: 24 },
  ],
  dispute: 200,
  jpm_bands: [
    { name: 'Optimal', least: 9_000 },
    { name: 'Kurang optimal', least: 0 },
  ],
  elements: [{ element: 'U7', competencies: [competency] }],
  complaint_months: 12,
  ranking: { gap: 30, people: 30, complaints: 15, satisfaction: 10, proposals: 15 },
};

const standards: Rules['standards'] = [{ grade: 'pengawas', levels: [{ competency, level: 2 }] }];

function backend(saveRule: Backend['office']['saveRule']): Backend {
  return fakeBackend(
    {},
    {
      needs: { competencies: () => Promise.resolve(competencies) },
      office: { rules: () => Promise.resolve({ needs, standards } as Rules), saveRule },
    },
  );
}

const saving = () => vi.fn<Backend['office']['saveRule']>(() => written(null, 'Simpan aturan', ['office']));

describe('the rule of needs', () => {
  it('is typed in percent and months, and saved as the core counts it', async () => {
    const saveRule = saving();
    const { container } = await renderScreen(<RulesScreen />, { backend: backend(saveRule), path: '/needs/rules', at: '/needs/rules' });
    const weight = await screen.findByLabelText('Bobot, Tes/assessment center');
    expect(screen.getByText('Jumlah bobot: 100')).toBeInTheDocument();
    expect(await axeFindings(container)).toEqual([]);
    await userEvent.clear(weight);
    await userEvent.type(weight, '50');
    await userEvent.click(screen.getByRole('button', { name: 'Simpan aturan' }));
    await waitFor(() => expect(saveRule).toHaveBeenCalledTimes(1));
    const sources = [{ source: 'test', weight: 50, months: 36 }, needs.sources[1]];
    expect(saveRule.mock.calls[0]?.[0]).toEqual({ kind: 'needs', body: { ...needs, sources } });
  });

  it('that is not changed is the same', () => {
    expect(bodyOf(valuesOf(needs), needs)).toEqual(needs);
  });
});

describe('the standards of kinds of positions', () => {
  it('are a matrix; a level of 0 is not needed', async () => {
    const saveRule = saving();
    const { container } = await renderScreen(<GradesScreen />, {
      backend: backend(saveRule),
      path: '/needs/standards/grades',
      at: '/needs/standards/grades',
    });
    const table = await screen.findByRole('table', { name: 'Standar jenjang jabatan' });
    expect(await axeFindings(container)).toEqual([]);
    const name = first?.competency.name ?? '';
    const cell = within(table).getByLabelText(`Administrator, ${name}`);
    await userEvent.clear(cell);
    await userEvent.type(cell, '3');
    await userEvent.click(screen.getByRole('button', { name: 'Simpan standar jenjang' }));
    await waitFor(() => expect(saveRule).toHaveBeenCalledTimes(1));
    const rule = saveRule.mock.calls[0]?.[0];
    const saved = rule?.kind === 'standards' ? rule.body.filter((line) => line.levels.length > 0) : [];
    expect(saved).toEqual([
      { grade: 'administrator', levels: [{ competency, level: 3 }] },
      { grade: 'pengawas', levels: [{ competency, level: 2 }] },
    ]);
  });
});

import { act, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { ReactNode } from 'react';
import { describe, expect, it, vi } from 'vitest';
import { RefusalError, type Backend } from '../../../backend/backend';
import { useCommandKeys } from '../../../frame/commands';
import { written } from '../../../testing/classFixture';
import { axeFindings, fakeBackend, renderScreen } from '../../../testing/render';
import { aCoaching, anInquiry, anInquiryRow, anInquiryView, inquiryPeople, readinessOf } from '../../../testing/sourcesFixture';
import type { InquiryKind } from '../../../data/needs/inquiries';
import { NewSourceScreen } from './NewSourceScreen';
import { ReadinessScreen } from './ReadinessScreen';
import { levelOf, levelText } from './sourceForm';
import { SourceScreen } from './SourceScreen';
import { SourcesScreen } from './SourcesScreen';

function backend(kind: InquiryKind, needs: Partial<Backend['needs']> = {}): Backend {
  return fakeBackend(
    {},
    {
      needs: {
        inquiries: () => Promise.resolve({ rows: [anInquiryRow(kind)], total: 1 }),
        inquiryYears: () => Promise.resolve([2026]),
        inquiry: () => Promise.resolve(anInquiryView(kind)),
        inquiryPeople: () => Promise.resolve({ rows: inquiryPeople, total: 2 }),
        inquiryDraft: () => Promise.resolve({ ...anInquiry(kind), id: null, name: '' }),
        readinessResult: () => Promise.resolve(readinessOf),
        coachings: () => Promise.resolve({ rows: [aCoaching], total: 1 }),
        sheet: () => Promise.resolve(null),
        ...needs,
      },
      people: {
        units: () =>
          Promise.resolve([{ id: 'u1', parent: null, name: 'DINAS', path: 'DINAS', depth: 0, people: 2 }]),
      },
    },
  );
}

/** The screen with the keys that the frame listens to. */
function Keys({ children }: { children: ReactNode }) {
  useCommandKeys();
  return <>{children}</>;
}

const at = (tab = '') => ({ path: `/needs/sources/$id${tab}`, at: `/needs/sources/q1${tab}` });

describe('sources', () => {
  it('are listed with their kind and how much is typed', async () => {
    const { container } = await renderScreen(<SourcesScreen />, { backend: backend('survey'), path: '/needs/sources', at: '/needs/sources' });
    const row = await screen.findByRole('row', { name: /Survei kebutuhan pengembangan/ });
    expect(within(row).getByText('Survei')).toBeInTheDocument();
    expect(await axeFindings(container)).toEqual([]);
  });

  it('are added with the weight of the rule', async () => {
    const saveInquiry = vi.fn(() => Promise.resolve(written('q2')));
    const { container } = await renderScreen(<Keys><NewSourceScreen /></Keys>, {
      backend: backend('test', { saveInquiry }),
      path: '/needs/sources/new/$kind',
      at: '/needs/sources/new/test',
    });
    await userEvent.type(await screen.findByRole('textbox', { name: /^Nama/ }), 'Tes 2026');
    expect(await axeFindings(container)).toEqual([]);
    await userEvent.keyboard('{Control>}{Enter}{/Control}');
    await waitFor(() => expect(saveInquiry).toHaveBeenCalledWith({ ...anInquiry('test'), id: null, name: 'Tes 2026' }));
  });
});

describe('the levels of people', () => {
  it('are typed in a grid by keyboard, and a refused one says why', async () => {
    const setFindings = vi.fn(() =>
      Promise.resolve(written([{ person: 'p1', competency: 'k1', text: '9', message: 'Level 9 di luar 1 sampai 5.' }])),
    );
    const { container } = await renderScreen(<Keys><SourceScreen /></Keys>, { backend: backend('superior', { setFindings }), ...at() });
    const cell = await screen.findByRole<HTMLInputElement>('textbox', { name: /Siti Aminah.*Kerja sama/ });
    expect(cell).toHaveValue('3,50');
    expect(await axeFindings(container)).toEqual([]);
    act(() => cell.focus());
    cell.select();
    await userEvent.keyboard('9{Enter}');
    await waitFor(() => expect(setFindings).toHaveBeenCalledWith('q1', [{ person: 'p1', competency: 'k1', text: '9' }]));
    await userEvent.click(await screen.findByRole('button', { name: 'Ke sel berikutnya' }));
    await waitFor(() => expect(document.activeElement).toHaveAccessibleDescription('Belum tersimpan: Level 9 di luar 1 sampai 5.'));
  });

  it('of an interview keep their notes', async () => {
    const { container } = await renderScreen(<Keys><SourceScreen /></Keys>, { backend: backend('interview'), ...at() });
    expect(await screen.findByText('Pilih orangnya untuk mengisi temuan.')).toBeInTheDocument();
    expect(await axeFindings(container)).toEqual([]);
  });

  it('are read with comma or point', () => {
    expect([levelOf('3'), levelOf('3,5'), levelOf('3.25'), levelOf('6'), levelOf('x')]).toEqual([300, 350, 325, null, null]);
    expect([levelText(300), levelText(350), levelText(305), levelText(null)]).toEqual(['3', '3,50', '3,05', '']);
  });
});

describe('the sheets of a survey', () => {
  it('are typed under the person who answered', async () => {
    const { container } = await renderScreen(<Keys><SourceScreen /></Keys>, { backend: backend('survey'), ...at() });
    expect(await screen.findByRole('form', { name: 'Lembar isian' })).toBeInTheDocument();
    expect(await axeFindings(container)).toEqual([]);
  });

  it('stand in a list of their people', async () => {
    const { container } = await renderScreen(<Keys><SourceScreen /></Keys>, { backend: backend('survey'), ...at('/people') });
    expect(await screen.findByRole('row', { name: /Budi Santoso/ })).toBeInTheDocument();
    expect(await axeFindings(container)).toEqual([]);
  });

  it('are built item by item, and what lacks is said at its place', async () => {
    const field = { field: '0.items.0.competency', message: 'Pilih kompetensi yang ditanyakan butir ini.' };
    const saveForm = vi.fn(() =>
      Promise.reject(new RefusalError({ code: 'invalid_input', message: field.message, fields: [field] })),
    );
    const { container } = await renderScreen(<Keys><SourceScreen /></Keys>, { backend: backend('survey', { saveForm }), ...at('/questions') });
    const item = await screen.findByRole('textbox', { name: 'Butir 1' });
    expect(await axeFindings(container)).toEqual([]);
    await userEvent.type(item, '!');
    await userEvent.keyboard('{Control>}{Enter}{/Control}');
    await waitFor(() => expect(saveForm).toHaveBeenCalled());
    expect((await screen.findAllByText(field.message)).length).toBeGreaterThan(0);
  });
});

describe('a focus group', () => {
  it('refuses a level that is none before it asks the core', async () => {
    const saveGroupFindings = vi.fn(() => Promise.resolve(written(null)));
    const { container } = await renderScreen(<Keys><SourceScreen /></Keys>, { backend: backend('focus_group', { saveGroupFindings }), ...at() });
    const level = await screen.findByRole('textbox', { name: 'Level temuan 1' });
    expect(level).toHaveValue('2,50');
    expect(await axeFindings(container)).toEqual([]);
    await userEvent.clear(level);
    await userEvent.type(level, '7{Control>}{Enter}{/Control}');
    expect((await screen.findAllByText('"7" bukan level 1 sampai 5.')).length).toBeGreaterThan(0);
    expect(saveGroupFindings).not.toHaveBeenCalled();
    await userEvent.clear(screen.getByRole('textbox', { name: 'Level temuan 1' }));
    await userEvent.keyboard('{Control>}{Enter}{/Control}');
    await waitFor(() => expect(saveGroupFindings).toHaveBeenCalledWith('q1', [{ ...anInquiryView('focus_group').groups[0], level: null }]));
  });
});

describe('readiness', () => {
  it('says who is low and decides the coaching of the rule', async () => {
    const proposeCoachings = vi.fn(() => Promise.resolve(written(1)));
    const { container } = await renderScreen(<Keys><SourceScreen /></Keys>, { backend: backend('readiness', { proposeCoachings }), ...at('/result') });
    expect(await screen.findByText('25 ↓')).toBeInTheDocument();
    expect(await axeFindings(container)).toEqual([]);
    await userEvent.click(screen.getByRole('button', { name: 'Putuskan 1 pendampingan menurut aturan' }));
    await userEvent.click(await screen.findByRole('button', { name: 'Putuskan pendampingan' }));
    await waitFor(() => expect(proposeCoachings).toHaveBeenCalledWith('q1', null));
  });

  it('lists whom to coach and opens one', async () => {
    const { container } = await renderScreen(<ReadinessScreen />, { backend: backend('readiness'), path: '/needs/readiness', at: '/needs/readiness' });
    const row = await screen.findByRole('row', { name: /Budi Santoso/ });
    expect(within(row).getByText('Lewat batas')).toBeInTheDocument();
    expect(await axeFindings(container)).toEqual([]);
    await userEvent.dblClick(row);
    expect(await screen.findByRole('textbox', { name: /^Pendamping/ })).toHaveValue('Rekan terampil di unit');
  });
});

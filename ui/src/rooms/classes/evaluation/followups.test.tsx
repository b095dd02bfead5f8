import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it, vi } from 'vitest';
import { RefusalError, type Backend } from '../../../backend/backend';
import { aResultTable, aView, classRooms, written } from '../../../testing/classFixture';
import { aDraft, aFollowUpResult, anImpact } from '../../../testing/followupsFixture';
import { axeFindings, fakeBackend, renderScreen } from '../../../testing/render';
import { CloseDialog } from '../results/CloseDialog';
import { CostSection } from './CostSection';
import { FollowUpSection } from './FollowUpSection';
import { ImpactSection } from './ImpactSection';

const backend = (evaluation: Partial<Backend['evaluation']>, close?: Backend['classes']['close']) =>
  fakeBackend(
    {},
    classRooms({
      evaluation: { followupDraft: () => Promise.resolve(aDraft), ...evaluation },
      classes: close ? { close } : {},
    }),
  );

const at = { path: '/classes/$id', at: '/classes/c1' };

describe('closing a class', () => {
  const dialog = <CloseDialog classId="c1" view={aView} table={aResultTable} opened onClose={() => undefined} />;

  it('plans the follow-ups as they were ticked and moved', async () => {
    const close = vi.fn<Backend['classes']['close']>(() => written({ passed: 1, failed: 1, incomplete: [], followups: 1 }));
    await renderScreen(dialog, { backend: backend({}, close), ...at });
    await userEvent.click(await screen.findByRole('checkbox', { name: 'Rencanakan 30 hari' }));
    expect(screen.getByText('1 tindak lanjut direncanakan.')).toBeInTheDocument();
    const due = screen.getByRole('textbox', { name: 'Sampai tanggal, baris 2' });
    await userEvent.clear(due);
    await userEvent.type(due, '10/06/2026');
    const row = screen.getAllByRole('row')[2]!;
    await userEvent.click(within(row).getByRole('checkbox', { name: 'Rekan kerja' }));
    expect(await axeFindings(document.body)).toEqual([]);
    await userEvent.click(screen.getByRole('button', { name: 'Tutup kelas' }));
    await waitFor(() =>
      expect(close).toHaveBeenCalledWith('c1', [
        { ...aDraft[0], wanted: false },
        { ...aDraft[1], due: '2026-06-10', roles: ['superior', 'colleague', 'self'] },
      ]),
    );
  });

  it('shows what is refused at its line and keeps the rest', async () => {
    const message = 'Tanggal harus sesudah kelas berakhir (6 Maret 2026).';
    const close = () => Promise.reject(new RefusalError({ code: 'invalid_input', message, fields: [{ field: '1.due', message }] }));
    await renderScreen(dialog, { backend: backend({}, close), ...at });
    await userEvent.click(await screen.findByRole('button', { name: 'Tutup kelas' }));
    const row = screen.getAllByRole('row')[2]!;
    expect(await within(row).findByText(message)).toBeInTheDocument();
    expect(screen.getByRole('alert')).toHaveTextContent(message);
  });
});

describe('a class after it', () => {
  it('lists its follow-ups with the share that answered, and takes another one', async () => {
    const saveFollowup = vi.fn<Backend['evaluation']['saveFollowup']>(() => written('f2'));
    const { container } = await renderScreen(<FollowUpSection classId="c1" closed />, {
      backend: backend({ followupResults: () => Promise.resolve([aFollowUpResult]), saveFollowup }),
      ...at,
    });
    const row = await screen.findByRole('row', { name: /90 hari/ });
    expect(row).toHaveTextContent('1 dari 4');
    expect(row).toHaveTextContent('75 %');
    expect(await axeFindings(container)).toEqual([]);
    await userEvent.click(screen.getByRole('button', { name: 'Tambah tindak lanjut' }));
    const form = await screen.findByRole('form', { name: 'Tindak lanjut' });
    await userEvent.type(within(form).getByRole('textbox', { name: /Nama/ }), '2 tahun');
    await userEvent.click(within(form).getByRole('button', { name: 'Simpan tindak lanjut' }));
    expect(await within(form).findAllByText('Tanggal belum diisi.')).not.toEqual([]);
    expect(saveFollowup).not.toHaveBeenCalled();
    await userEvent.type(within(form).getByRole('textbox', { name: /Sampai tanggal/ }), '06/03/2028');
    expect(await axeFindings(document.body)).toEqual([]);
    await userEvent.click(within(form).getByRole('button', { name: 'Simpan tindak lanjut' }));
    await waitFor(() =>
      expect(saveFollowup).toHaveBeenCalledWith({
        id: null,
        class: 'c1',
        name: '2 tahun',
        due: '2028-03-06',
        roles: ['superior', 'self'],
        asks: ['behaviour', 'effect'],
      }),
    );
  });

  it('puts the figures of the units side by side, over as many months as wanted', async () => {
    const impact = vi.fn<Backend['evaluation']['impact']>(() => Promise.resolve(anImpact));
    const { container } = await renderScreen(<ImpactSection classId="c1" />, { backend: backend({ impact }), ...at });
    expect(await screen.findByRole('row', { name: /Dinas Kominfo/ })).toHaveTextContent('81,25 (40 responden)');
    expect(screen.getByText('1 peserta dari unit tanpa pengaduan dan survei.')).toBeInTheDocument();
    expect(await axeFindings(container)).toEqual([]);
    await userEvent.click(screen.getByRole('radio', { name: '6 bulan' }));
    await waitFor(() => expect(impact).toHaveBeenLastCalledWith({ kind: 'class', id: 'c1' }, 6));
  });

  it('has a cost, typed in rupiah', async () => {
    const message = '"dua juta" bukan jumlah rupiah. Tulis misalnya 12.500.000.';
    const saveClassCost = vi.fn<Backend['evaluation']['saveClassCost']>(() =>
      Promise.reject(new RefusalError({ code: 'invalid_input', message, fields: [{ field: 'amount', message }] })),
    );
    const { container } = await renderScreen(<CostSection classId="c1" />, {
      backend: backend({ classCost: () => Promise.resolve({ amount: 12_500_000, note: 'DPA', paid: null }), saveClassCost }),
      ...at,
    });
    const amount = await screen.findByRole('textbox', { name: /Biaya/ });
    expect(amount).toHaveValue('12.500.000');
    expect(await axeFindings(container)).toEqual([]);
    await userEvent.clear(amount);
    await userEvent.type(amount, 'dua juta');
    await userEvent.click(screen.getByRole('button', { name: 'Simpan biaya' }));
    await waitFor(() => expect(saveClassCost).toHaveBeenCalledWith('c1', 'dua juta', 'DPA'));
    expect((await screen.findAllByText(message)).length).toBeGreaterThan(0);
    expect(amount).toHaveValue('dua juta');
  });
});

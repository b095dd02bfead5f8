import { Button } from '@mantine/core';
import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it, vi } from 'vitest';
import { RefusalError } from '../backend/backend';
import { axeFindings, renderScreen } from '../testing/render';
import { ConfirmWithReason } from './ConfirmWithReason';
import { EmptyState } from './EmptyState';
import { FileImportSteps } from './FileImportSteps';
import { PageHeader } from './PageHeader';
import { ProgressPanel } from './ProgressPanel';
import { ReasonList } from './ReasonList';

describe('PageHeader', () => {
  it('says where one is, in which state, and what comes next', async () => {
    const view = await renderScreen(
      <PageHeader
        title="Angkatan III"
        subtitle="2–6 Maret 2026"
        state={{ label: 'Berjalan', tone: 'info' }}
        nextStep="lengkapi 3 nilai."
        primary={<Button>Tutup kelas</Button>}
        tabs={[{ label: 'Peserta', to: '/', note: '36' }, { label: 'Nilai', to: '/nilai' }]}
      />,
    );
    expect(screen.getByRole('heading', { level: 1, name: 'Angkatan III' })).toBeInTheDocument();
    expect(screen.getByText('lengkapi 3 nilai.')).toBeInTheDocument();
    expect(screen.getByRole('link', { name: 'Peserta 36' })).toHaveAttribute('aria-current', 'page');
    expect(await axeFindings(view.container)).toEqual([]);
  });
});

describe('ConfirmWithReason', () => {
  it('asks for the reason and keeps it when it is refused', async () => {
    const onConfirm = vi.fn(() => Promise.reject(new RefusalError({ code: 'not_allowed', message: 'Sudah dicabut.', fields: [], cells: [] })));
    const onClose = vi.fn();
    await renderScreen(
      <ConfirmWithReason opened title="Cabut sertifikat" confirmLabel="Cabut" onConfirm={onConfirm} onClose={onClose}>
        Nomor 001 dicabut.
      </ConfirmWithReason>,
    );
    await userEvent.click(screen.getByRole('button', { name: 'Cabut' }));
    expect(screen.getByText('Alasan belum ditulis.')).toBeInTheDocument();
    await userEvent.type(screen.getByRole('textbox'), 'Salah nama');
    await userEvent.click(screen.getByRole('button', { name: 'Cabut' }));
    expect(onConfirm).toHaveBeenCalledWith('Salah nama');
    expect(await screen.findByText('Sudah dicabut.')).toBeInTheDocument();
    expect(screen.getByRole('textbox')).toHaveValue('Salah nama');
    expect(onClose).not.toHaveBeenCalled();
  });
});

describe('ProgressPanel', () => {
  it('counts, and stops once', async () => {
    const onCancel = vi.fn();
    const view = await renderScreen(<ProgressPanel label="Menerbitkan" done={312} total={1204} onCancel={onCancel} />);
    expect(screen.getByText('312 dari 1.204')).toHaveAttribute('role', 'status');
    await userEvent.click(screen.getByRole('button', { name: 'Hentikan' }));
    expect(screen.getByRole('button', { name: 'Menghentikan …' })).toBeDisabled();
    expect(onCancel).toHaveBeenCalledTimes(1);
    expect(await axeFindings(view.container)).toEqual([]);
  });
});

describe('FileImportSteps, ReasonList, EmptyState', () => {
  it('name the step, the reasons and the first step', async () => {
    const next = vi.fn();
    const reasons = [{ tone: 'bad' as const, subject: 'B17', text: 'NIP tersimpan sebagai angka.', remedy: 'Ubah ke teks.' }];
    const view = await renderScreen(
      <FileImportSteps
        label="Impor ASN"
        current={1}
        next={{ label: 'Impor 3 ASN', run: next }}
        steps={[
          { label: 'Pilih berkas', content: null },
          { label: 'Periksa', content: <ReasonList reasons={reasons} /> },
        ]}
      />,
    );
    expect(screen.getByText('Periksa').closest('li')).toHaveAttribute('aria-current', 'step');
    expect(screen.getByRole('listitem', { name: '' , current: 'step' })).toBeInTheDocument();
    expect(screen.getByText('B17:')).toBeInTheDocument();
    await userEvent.click(screen.getByRole('button', { name: 'Impor 3 ASN' }));
    expect(next).toHaveBeenCalled();
    expect(await axeFindings(view.container)).toEqual([]);
    view.unmount();
    const empty = await renderScreen(<EmptyState icon="people" title="Belum ada ASN." action={<Button>Impor</Button>} />);
    expect(await axeFindings(empty.container)).toEqual([]);
  });
});

import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it, vi } from 'vitest';
import type { CertificateContent, CertificateView, Verification } from '../../backend/bindings';
import { aCertificate, classRooms, written } from '../../testing/classFixture';
import { axeFindings, fakeBackend, renderScreen } from '../../testing/render';
import { CertificateScreen } from './CertificateScreen';
import { CertificatesScreen } from './CertificatesScreen';
import { VerifyScreen } from './VerifyScreen';

vi.mock('../../components/pdf/pdfjs', () => ({
  openPdf: () => ({ promise: Promise.reject(new Error('not drawn here')), destroy: () => Promise.resolve() }),
}));

const certificate: CertificateView = {
  row: aCertificate,
  content: {} as CertificateContent,
  sha256: 'abc123',
  class: 'c1',
  person: 'p1',
  replaces: null,
  replaced_by: null,
  revoked_on: null,
  revoked_reason: '',
};

const real: Verification = {
  valid: true,
  reason: 'Terbit dari kantor ini.',
  number: aCertificate.number,
  name: aCertificate.name,
  masked_nip: '1980**************',
  programme: 'Pelayanan Publik',
  date: '2026-03-06',
  status: 'issued',
  certificate: 'x1',
};
const nothing = { number: null, name: null, masked_nip: null, programme: null, date: null, certificate: null };
const fake: Verification = { ...real, ...nothing, valid: false, reason: 'Tanda tangan tidak cocok.', status: null };
const revoked: Verification = { ...real, valid: false, reason: 'Dicabut 7 Maret 2026.', status: 'revoked' };

describe('register', () => {
  it('lists certificates and saves the register as filtered', async () => {
    const saveRegister = vi.fn(() => Promise.resolve('/register.xlsx'));
    const list = () => Promise.resolve({ rows: [aCertificate], total: 1 });
    const backend = fakeBackend({}, classRooms({ certificates: { list, saveRegister } }));
    const view = await renderScreen(<CertificatesScreen />, { backend, at: '/?status=issued' });
    expect(await screen.findByRole('row', { name: /800\/001/ })).toBeInTheDocument();
    expect(await axeFindings(view.container)).toEqual([]);
    await userEvent.click(screen.getByRole('button', { name: 'Simpan register' }));
    await userEvent.click(await screen.findByRole('menuitem', { name: 'Excel…' }));
    expect(await screen.findByText('Tersimpan di /register.xlsx')).toBeInTheDocument();
    expect(saveRegister).toHaveBeenCalledWith(expect.objectContaining({ status: 'issued' }), 'xlsx');
  });
});

describe('certificate', () => {
  const open = (parts: Parameters<typeof classRooms>[0] = {}) =>
    renderScreen(<CertificateScreen />, {
      backend: fakeBackend({}, classRooms({
        certificates: { get: () => Promise.resolve(certificate), pdf: () => Promise.resolve(new Uint8Array([1])), ...parts.certificates },
      })),
      path: '/certificates/$id',
      at: '/certificates/x1',
    });

  it('shows what the register knows beside the document', async () => {
    const view = await open();
    expect(await screen.findByText('abc123')).toBeInTheDocument();
    expect(screen.getByText('K7Q2-9XMD')).toBeInTheDocument();
    expect(screen.getByText('Berlaku')).toBeInTheDocument();
    expect(await axeFindings(view.container)).toEqual([]);
  });

  it('is revoked only with a reason', async () => {
    const revoke = vi.fn(() => written(null, 'Cabut sertifikat', ['certificates']));
    await open({ certificates: { revoke } });
    await userEvent.click(await screen.findByRole('button', { name: 'Cabut…' }));
    await userEvent.click(await screen.findByRole('button', { name: 'Cabut sertifikat' }));
    expect(screen.getByText('Alasan belum ditulis.')).toBeInTheDocument();
    await userEvent.type(screen.getByRole('textbox', { name: /Alasan/ }), 'Salah nama');
    await userEvent.click(screen.getByRole('button', { name: 'Cabut sertifikat' }));
    await waitFor(() => expect(revoke).toHaveBeenCalledWith('x1', 'Salah nama'));
  });
});

describe('verification', () => {
  it.each([
    [real, 'Asli dan berlaku'],
    [revoked, 'Asli, tetapi dicabut'],
    [fake, 'Tidak asli'],
  ])('says %#: the verdict in words', async (answer, word) => {
    const verify = vi.fn(() => Promise.resolve(answer));
    const view = await renderScreen(<VerifyScreen />, { backend: fakeBackend({}, { certificates: { verify } }) });
    const input = await screen.findByRole('textbox', { name: 'Kode, nomor, atau isi QR' });
    expect(input).toHaveFocus();
    await userEvent.type(input, 'K7Q2-9XMD{Enter}');
    expect(await screen.findByRole('heading', { name: word })).toBeInTheDocument();
    expect(screen.getByText(answer.reason)).toBeInTheDocument();
    expect(verify).toHaveBeenCalledWith('K7Q2-9XMD');
    expect(await axeFindings(view.container)).toEqual([]);
  });
});

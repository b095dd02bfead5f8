import { screen } from '@testing-library/react';
import { describe, expect, it, vi } from 'vitest';
import userEvent from '@testing-library/user-event';
import { axeFindings, renderScreen } from '../testing/render';
import { PdfView } from './PdfView';

vi.mock('./pdf/pdfjs', () => {
  const page = { getViewport: () => ({ width: 842, height: 595 }), render: () => ({ promise: Promise.resolve(), cancel: () => undefined }) };
  const document = { numPages: 2, getPage: () => Promise.resolve(page) };
  return {
    openPdf: (bytes: Uint8Array) => ({
      promise: bytes.length > 0 ? Promise.resolve(document) : Promise.reject(new Error('no document')),
      destroy: () => Promise.resolve(),
    }),
  };
});

describe('PdfView', () => {
  it('turns pages and zooms', async () => {
    const onSave = vi.fn();
    const view = await renderScreen(<PdfView bytes={new Uint8Array([1])} label="Sertifikat" onSave={onSave} />);
    expect(await screen.findByRole('img', { name: 'Halaman 1 dari 2' })).toBeInTheDocument();
    await userEvent.click(screen.getByRole('button', { name: 'Halaman berikutnya' }));
    expect(screen.getByRole('img', { name: 'Halaman 2 dari 2' })).toBeInTheDocument();
    expect(screen.getByRole('button', { name: 'Halaman berikutnya' })).toBeDisabled();
    await userEvent.click(screen.getByRole('button', { name: 'Perbesar' }));
    expect(screen.getByText('125 %')).toBeInTheDocument();
    await userEvent.click(screen.getByRole('button', { name: 'Simpan berkas' }));
    expect(onSave).toHaveBeenCalled();
    expect(await axeFindings(view.container)).toEqual([]);
  });

  it('says what to do when the document cannot be shown', async () => {
    await renderScreen(<PdfView bytes={new Uint8Array()} label="Sertifikat" />);
    expect(await screen.findByText(/tidak dapat ditampilkan/)).toBeInTheDocument();
  });
});

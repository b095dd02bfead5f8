import * as pdfjs from 'pdfjs-dist/legacy/build/pdf.mjs';
// The worker is a file of the window itself: the policy of the window allows scripts from nowhere else.
import workerUrl from 'pdfjs-dist/legacy/build/pdf.worker.min.mjs?url';

pdfjs.GlobalWorkerOptions.workerSrc = workerUrl;

export type { PDFDocumentProxy, PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';

/** Opens a document. The bytes are copied, since the worker takes what it is given. */
export function openPdf(bytes: Uint8Array) {
  return pdfjs.getDocument({ data: bytes.slice(), isEvalSupported: false, useSystemFonts: false });
}

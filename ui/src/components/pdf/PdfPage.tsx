import { useEffect, useRef } from 'react';
import { id } from '../../i18n/id';
import classes from './pdf.module.css';
import type { PDFDocumentProxy } from './pdfjs';

interface Props {
  document: PDFDocumentProxy;
  page: number;
  /** CSS pixels for one point of the paper. */
  scale: number;
  onFailed: () => void;
}

/** One page, drawn as sharp as the screen is. */
export function PdfPage({ document, page, scale, onFailed }: Props) {
  const canvas = useRef<HTMLCanvasElement>(null);
  useEffect(() => {
    let gone = false;
    let stop = () => {};
    const draw = async () => {
      const paper = await document.getPage(page);
      const target = canvas.current;
      const context = target?.getContext('2d');
      if (gone || !target || !context) return;
      const dense = window.devicePixelRatio || 1;
      const viewport = paper.getViewport({ scale: scale * dense });
      target.width = Math.floor(viewport.width);
      target.height = Math.floor(viewport.height);
      target.setAttribute('aria-busy', 'true');
      target.style.width = `${viewport.width / dense}px`;
      target.style.height = `${viewport.height / dense}px`;
      const task = paper.render({ canvasContext: context, viewport });
      stop = () => task.cancel();
      await task.promise;
      target.setAttribute('aria-busy', 'false');
    };
    draw().catch((error: unknown) => {
      const cancelled = error instanceof Error && error.name === 'RenderingCancelledException';
      if (!gone && !cancelled) onFailed();
    });
    return () => {
      gone = true;
      stop();
    };
  }, [document, page, scale, onFailed]);
  return (
    <canvas
      ref={canvas}
      role="img"
      aria-label={id.pdf.page(page, document.numPages)}
      aria-busy="true"
      className={classes.page}
    />
  );
}

import { ActionIcon, Button } from '@mantine/core';
import { useCallback, useEffect, useRef, useState } from 'react';
import { id } from '../i18n/id';
import { EmptyState } from './EmptyState';
import { Icon, type IconName } from './icons';
import { PdfPage } from './pdf/PdfPage';
import classes from './pdf/pdf.module.css';
import type { PDFDocumentProxy } from './pdf/pdfjs';

export interface PdfViewProps {
  bytes: Uint8Array;
  /** Names the document: `Sertifikat Siti Aminah`. */
  label: string;
  onSave?: () => void;
  /** Opens the system's viewer, which prints. */
  onPrint?: () => void;
}

const steps = [0.5, 0.67, 0.8, 1, 1.25, 1.5, 2, 3];
const cssPerPoint = 96 / 72;

function useDocument(bytes: Uint8Array) {
  const [opened, setOpened] = useState<{ bytes: Uint8Array; document: PDFDocumentProxy | null; width: number } | null>(null);
  useEffect(() => {
    let gone = false;
    let close = () => {};
    // Asked anew after each wait.
    const isGone = () => gone;
    const open = async () => {
      const { openPdf } = await import('./pdf/pdfjs');
      const task = openPdf(bytes);
      close = () => void task.destroy();
      if (isGone()) {
        task.promise.catch(() => undefined);
        close();
        return;
      }
      const document = await task.promise;
      const page = await document.getPage(1);
      if (!isGone()) setOpened({ bytes, document, width: page.getViewport({ scale: 1 }).width });
    };
    open().catch(() => {
      if (!gone) setOpened({ bytes, document: null, width: 0 });
    });
    return () => {
      gone = true;
      close();
    };
  }, [bytes]);
  return opened?.bytes === bytes ? opened : null;
}

/** A document as it will be printed: the PDF itself, page by page. */
export function PdfView({ bytes, label, onSave, onPrint }: PdfViewProps) {
  const opened = useDocument(bytes);
  const [page, setPage] = useState(1);
  /** Null: as wide as the window allows. */
  const [zoom, setZoom] = useState<number | null>(null);
  const [failed, setFailed] = useState(false);
  const [room, setRoom] = useState(0);
  const paper = useRef<HTMLDivElement>(null);
  const fail = useCallback(() => setFailed(true), []);

  useEffect(() => {
    const box = paper.current;
    if (!box || typeof ResizeObserver === 'undefined') return undefined;
    const observer = new ResizeObserver(() => setRoom(box.clientWidth - 32));
    observer.observe(box);
    return () => observer.disconnect();
  }, []);

  const document = opened?.document ?? null;
  const count = document?.numPages ?? 0;
  const shown = Math.min(page, Math.max(1, count));
  const fitting = opened && opened.width > 0 && room > 0 ? room / (opened.width * cssPerPoint) : 1;
  const factor = zoom ?? Math.min(fitting, 2);
  const closer = steps.find((step) => step > factor + 0.01);
  const further = steps.filter((step) => step < factor - 0.01).at(-1);
  const broken = failed || (opened !== null && document === null);

  const tool = (icon: IconName, name: string, run: () => void, disabled: boolean) => (
    <ActionIcon aria-label={name} title={name} onClick={run} disabled={disabled}>
      <Icon name={icon} />
    </ActionIcon>
  );

  return (
    <section className={classes.view} aria-label={label}>
      <div className={classes.tools} role="toolbar" aria-label={id.pdf.tools}>
        {tool('chevronLeft', id.pdf.previous, () => setPage(shown - 1), shown <= 1)}
        <span role="status" className={classes.count}>
          {count > 0 ? id.pdf.page(shown, count) : id.loading}
        </span>
        {tool('chevronRight', id.pdf.next, () => setPage(shown + 1), shown >= count)}
        <span className={classes.gap} />
        {tool('zoomOut', id.pdf.zoomOut, () => setZoom(further ?? null), further === undefined)}
        <span className={classes.percent}>{Math.round(factor * 100)} %</span>
        {tool('zoomIn', id.pdf.zoomIn, () => setZoom(closer ?? null), closer === undefined)}
        {tool('fit', id.pdf.fit, () => setZoom(null), zoom === null)}
        <span className={classes.end} />
        {onSave && (
          <Button variant="default" leftSection={<Icon name="export" size={16} />} onClick={onSave}>
            {id.pdf.save}
          </Button>
        )}
        {onPrint && (
          <Button variant="default" leftSection={<Icon name="printer" size={16} />} onClick={onPrint}>
            {id.pdf.print}
          </Button>
        )}
      </div>
      <div ref={paper} className={classes.paper} tabIndex={0} role="group" aria-label={id.pdf.label}>
        {broken && <EmptyState icon="file" title={id.pdf.failed} />}
        {!broken && document && (
          <PdfPage document={document} page={shown} scale={factor * cssPerPoint} onFailed={fail} />
        )}
      </div>
    </section>
  );
}

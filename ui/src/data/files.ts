import type { UseQueryResult } from '@tanstack/react-query';
import { useCallback } from 'react';
import { useBackend, type Backend } from '../backend/backend';
import { useToast } from '../frame/Toasts';
import { id } from '../i18n/id';
import { refusalText } from './mutation';
import { useAsk } from './open';

/** Asks the core to write a file; says where it is, or why it is not. A cancelled dialog says nothing. */
export function useSaveFile(): (save: (backend: Backend) => Promise<string | null>) => Promise<void> {
  const backend = useBackend();
  const { show } = useToast();
  return useCallback(
    async (save) => {
      try {
        const path = await save(backend);
        if (path === null) return;
        const reveal = () => void backend.safety.showFile(path).catch(() => undefined);
        show({ message: id.classes.saved(path), tone: 'good', action: { label: id.classes.reveal, run: reveal } });
      } catch (error) {
        show({ message: refusalText(error), tone: 'bad' });
      }
    },
    [backend, show],
  );
}

/** The papers of a room, as the backend draws and writes them. */
interface Printer<R> {
  reportPdf(report: R): Promise<Uint8Array>;
  saveReport(report: R): Promise<string | null>;
}

/** A document to be looked at and saved. */
export interface Printed {
  /** The PDF that is being asked for. */
  pdf: UseQueryResult<Uint8Array>;
  /** Writes it to a file; null when the dialog was cancelled. */
  save: (backend: Backend) => Promise<string | null>;
}

/** A report of a room: drawn to be looked at, and written where the person chooses. */
export const usePrinted = <R>(room: string, report: R, of: (backend: Backend) => Printer<R>): Printed => ({
  pdf: useAsk([room, 'report', report], (backend) => of(backend).reportPdf(report)),
  save: (backend) => of(backend).saveReport(report),
});

import { useCallback } from 'react';
import { useBackend, type Backend } from '../backend/backend';
import { useToast } from '../frame/Toasts';
import { id } from '../i18n/id';
import { refusalText } from './mutation';

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

import { useState } from 'react';
import { useBackend, type Backend } from '../../backend/backend';
import type { ReadFile } from '../../backend/bindings';
import { refusalText } from '../../data/mutation';
import { useToast } from '../../frame/Toasts';

/** Asks the core to read lines for a form; what it found stays to be looked at until it is put away. */
export function useReadFile<T>(onLines: (lines: T[]) => void) {
  const backend = useBackend();
  const { show } = useToast();
  const [file, setFile] = useState<ReadFile<T> | null>(null);
  const [busy, setBusy] = useState(false);
  const read = async (ask: (backend: Backend) => Promise<ReadFile<T> | null>) => {
    setBusy(true);
    try {
      const found = await ask(backend);
      if (found === null) return;
      setFile(found);
      if (found.lines.length > 0) onLines(found.lines);
    } catch (error) {
      show({ message: refusalText(error), tone: 'bad' });
    } finally {
      setBusy(false);
    }
  };
  return { file, busy, read, close: () => setFile(null) };
}

import { Button, CloseButton } from '@mantine/core';
import { createContext, useCallback, useContext, useEffect, useMemo, useState, type ReactNode } from 'react';
import { Icon } from '../components/icons';
import type { Tone } from '../components/tone';
import { id } from '../i18n/id';
import classes from './frame.module.css';

export interface Toast {
  message: string;
  tone?: Tone;
  action?: { label: string; run: () => void };
  /** The action takes back what was just done. */
  undoes?: boolean;
}

interface ToastDoor {
  show: (toast: Toast) => void;
  /** Closes a message with "Batalkan": after a newer step it would take back an older one. Others stay. */
  closeUndo: () => void;
}

const ToastContext = createContext<ToastDoor | null>(null);

/** Long enough to read and reach for "Batalkan"; refusals stay until they are closed. */
const visibleFor = 12_000;

const icons = { neutral: 'check', good: 'check', warn: 'warning', bad: 'stop', info: 'info' } as const;

/** One message at a time at the lower edge: what was just done, and the way back. */
export function ToastProvider({ children }: { children: ReactNode }) {
  const [toast, setToast] = useState<Toast | null>(null);
  const show = useCallback((next: Toast) => setToast({ ...next }), []);
  const close = useCallback(() => setToast(null), []);
  const closeUndo = useCallback(() => setToast((current) => (current?.undoes ? null : current)), []);
  const door = useMemo(() => ({ show, closeUndo }), [show, closeUndo]);

  useEffect(() => {
    if (!toast || toast.tone === 'bad') return undefined;
    const timer = window.setTimeout(() => setToast((current) => (current === toast ? null : current)), visibleFor);
    return () => window.clearTimeout(timer);
  }, [toast]);

  const tone = toast?.tone ?? 'neutral';
  return (
    <ToastContext.Provider value={door}>
      {children}
      <div className={classes.toasts} role="region" aria-label={id.frame.toast.label}>
        <div role="status" aria-live="polite">
          {toast && (
            <div className={classes.toast} data-tone={tone}>
              <Icon name={icons[tone]} />
              <span className={classes.toastText}>{toast.message}</span>
              {toast.action && (
                <Button
                  variant="subtle"
                  size="compact-sm"
                  onClick={() => {
                    close();
                    toast.action?.run();
                  }}
                >
                  {toast.action.label}
                </Button>
              )}
              <CloseButton size="sm" aria-label={id.frame.toast.close} onClick={close} />
            </div>
          )}
        </div>
      </div>
    </ToastContext.Provider>
  );
}

export function useToast(): ToastDoor {
  const door = useContext(ToastContext);
  if (!door) throw new Error('ToastProvider is missing above this component');
  return door;
}

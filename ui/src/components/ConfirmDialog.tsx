import { Button, Group, Modal } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { refusalText } from '../data/mutation';
import { id } from '../i18n/id';
import { ReasonList } from './ReasonList';
import classes from './shared.module.css';

export interface ConfirmDialogProps {
  opened: boolean;
  title: string;
  /** What will happen and to what. */
  children: ReactNode;
  /** The verb on the button. */
  confirmLabel: string;
  danger?: boolean;
  /** Closes when it succeeds; a refusal is shown here. */
  onConfirm: () => Promise<unknown>;
  onClose: () => void;
}

/** Asks before something that reaches far. What needs a reason has `ConfirmWithReason`. */
export function ConfirmDialog(props: ConfirmDialogProps) {
  return (
    <Modal opened={props.opened} onClose={props.onClose} title={props.title}>
      <Body {...props} />
    </Modal>
  );
}

function Body({ children, confirmLabel, danger, onConfirm, onClose }: ConfirmDialogProps) {
  const [error, setError] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const confirm = async () => {
    setBusy(true);
    setError(null);
    try {
      await onConfirm();
      onClose();
    } catch (refused) {
      setError(refusalText(refused));
    } finally {
      setBusy(false);
    }
  };
  return (
    <>
      <div className={classes.confirmText}>{children}</div>
      {error !== null && (
        <div role="alert">
          <ReasonList reasons={[{ tone: 'bad', text: error }]} />
        </div>
      )}
      <Group justify="flex-end" mt="lg">
        <Button data-autofocus={danger} variant="default" onClick={onClose}>
          {id.actions.cancel}
        </Button>
        <Button data-autofocus={!danger} color={danger ? 'red.9' : undefined} loading={busy} onClick={() => void confirm()}>
          {confirmLabel}
        </Button>
      </Group>
    </>
  );
}

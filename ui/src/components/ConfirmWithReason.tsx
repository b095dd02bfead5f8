import { Button, Group, Modal, Textarea } from '@mantine/core';
import { useState, type SyntheticEvent, type KeyboardEvent, type ReactNode } from 'react';
import { refusalText } from '../data/mutation';
import { id } from '../i18n/id';
import classes from './shared.module.css';

export interface ConfirmWithReasonProps {
  opened: boolean;
  title: string;
  /** What will happen and to what. */
  children: ReactNode;
  /** The verb on the button: `Cabut sertifikat`. */
  confirmLabel: string;
  reasonLabel?: string;
  /** Without it the reason may stay empty. */
  required?: boolean;
  danger?: boolean;
  /** Closes when it succeeds; a refusal is shown here and what was typed stays. */
  onConfirm: (reason: string) => Promise<unknown>;
  onClose: () => void;
}

export function ConfirmWithReason(props: ConfirmWithReasonProps) {
  return (
    <Modal
      opened={props.opened}
      onClose={props.onClose}
      title={props.title}
    >
      <Body {...props} />
    </Modal>
  );
}

function Body(props: ConfirmWithReasonProps) {
  const { children, confirmLabel, reasonLabel = id.reason.label, required = true, danger, onConfirm, onClose } = props;
  const [reason, setReason] = useState('');
  const [error, setError] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);

  const confirm = async () => {
    if (busy) return;
    if (required && reason.trim() === '') {
      setError(id.reason.missing);
      return;
    }
    setBusy(true);
    try {
      await onConfirm(reason.trim());
      onClose();
    } catch (refused) {
      setError(refusalText(refused));
    } finally {
      setBusy(false);
    }
  };
  const onSubmit = (event: SyntheticEvent) => {
    event.preventDefault();
    void confirm();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && event.ctrlKey) void confirm();
  };

  return (
    <form onSubmit={onSubmit} onKeyDown={onKeyDown} noValidate>
      <div className={classes.confirmText}>{children}</div>
      <Textarea
        data-autofocus
        label={reasonLabel}
        description={id.reason.hint}
        required={required}
        autosize
        minRows={2}
        value={reason}
        error={error}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
      <Group justify="flex-end" mt="lg">
        <Button variant="default" onClick={onClose}>
          {id.actions.cancel}
        </Button>
        <Button type="submit" color={danger ? 'red.9' : undefined} loading={busy}>
          {confirmLabel}
        </Button>
      </Group>
    </form>
  );
}

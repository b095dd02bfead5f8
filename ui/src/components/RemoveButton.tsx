import { Button } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { ConfirmDialog } from './ConfirmDialog';
import { Icon } from './icons';

export interface RemoveButtonProps {
  label: string;
  /** What the dialog asks; the label where that says enough. */
  title?: string;
  /** What the button of the dialog says; the label where that says enough. */
  confirmLabel?: string;
  /** At the foot of a dialog, beside links and other small buttons. */
  small?: boolean;
  ml?: 'auto';
  /** Closes the question when it succeeds; a refusal is shown in it. */
  onConfirm: () => Promise<unknown>;
  /** What goes with it, in one sentence. */
  children: ReactNode;
}

/** Takes something away after asking. */
export function RemoveButton(props: RemoveButtonProps) {
  const { label, title = label, confirmLabel = label, small, ml, onConfirm, children } = props;
  const [asking, setAsking] = useState(false);
  return (
    <>
      <Button
        variant="default"
        ml={ml}
        size={small ? 'compact-sm' : undefined}
        leftSection={small ? undefined : <Icon name="trash" size={16} />}
        onClick={() => setAsking(true)}
      >
        {label}
      </Button>
      <ConfirmDialog
        opened={asking}
        title={title}
        confirmLabel={confirmLabel}
        danger
        onConfirm={onConfirm}
        onClose={() => setAsking(false)}
      >
        {children}
      </ConfirmDialog>
    </>
  );
}

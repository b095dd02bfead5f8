import { Button, Group, Modal } from '@mantine/core';
import { useBlocker } from '@tanstack/react-router';
import { useRef, type RefObject } from 'react';
import { id } from '../i18n/id';
import classes from './shared.module.css';

export interface LeaveGuardProps {
  /** Something was typed that is not saved. */
  unsaved: boolean;
  /** Set to true by the screen before it goes on by itself, such as after saving. */
  passing?: RefObject<boolean>;
  /** Addresses that begin with this belong to the same page. */
  within?: string;
}

/** For a screen that leaves by itself once it has saved. */
export function usePassing(): RefObject<boolean> {
  return useRef(false);
}

/** Asks before what was typed would be lost by going to another page. */
export function LeaveGuard({ unsaved, passing, within }: LeaveGuardProps) {
  const { status, proceed, reset } = useBlocker({
    shouldBlockFn: ({ next }) =>
      unsaved && passing?.current !== true && (within === undefined || !next.pathname.startsWith(within)),
    withResolver: true,
    enableBeforeUnload: false,
  });
  return (
    <Modal
      opened={status === 'blocked'}
      onClose={() => reset?.()}
      title={id.leave.title}
    >
      <div className={classes.confirmText}>{id.leave.body}</div>
      <Group justify="flex-end">
        <Button variant="default" onClick={() => proceed?.()}>
          {id.leave.go}
        </Button>
        <Button data-autofocus onClick={() => reset?.()}>
          {id.leave.stay}
        </Button>
      </Group>
    </Modal>
  );
}

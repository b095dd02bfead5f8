import { Button } from '@mantine/core';
import { Link, useNavigate } from '@tanstack/react-router';
import { useMemo, type ReactNode } from 'react';
import { useCommands, type Command } from '../frame/commands';
import { id } from '../i18n/id';
import { Icon } from './icons';

/** The way from a list to the form of a new one, by Ctrl+N and by the button that is given back. */
export function useAddLink(command: string, label: string, to: string): ReactNode {
  const navigate = useNavigate();
  useCommands(
    useMemo<readonly Command[]>(
      () => [{ id: command, label, group: id.frame.groups.work, keys: ['Ctrl+N'], run: () => void navigate({ to }) }],
      [command, label, to, navigate],
    ),
  );
  return (
    <Button component={Link} to={to} leftSection={<Icon name="plus" size={16} />} title="Ctrl+N">
      {label}
    </Button>
  );
}

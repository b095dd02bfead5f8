import { ActionIcon } from '@mantine/core';
import { id } from '../../i18n/id';
import { Icon, type IconName } from '../icons';
import type { LineTableProps } from '../LineTable';
import shared from '../shared.module.css';

const text = id.lines;

export interface LineActions {
  add: () => void;
  remove: (at: number) => void;
  /** By one line up (-1) or down (1); the focus stays in the field. */
  move: (at: number, by: -1 | 1, field: string | undefined) => void;
  /** Whether nothing has been typed into a line. */
  isBlank: (at: number) => boolean;
}

/** What can be done to the lines; each leaves in `wanted` where the focus goes afterwards. */
export function lineActions<T extends object>(
  { lines, onChange, blank, start }: Pick<LineTableProps<T>, 'lines' | 'onChange' | 'blank' | 'start'>,
  wanted: { current: { at: number; field?: string } | null },
): LineActions {
  return {
    add: () => {
      wanted.current = { at: lines.length, field: start };
      const item = blank(lines.at(-1));
      onChange([...lines, item], { kind: 'add', item });
    },
    remove: (at) => {
      wanted.current = { at: Math.max(0, at - 1), field: start };
      onChange(lines.filter((_, row) => row !== at), { kind: 'remove', at });
    },
    move: (at, by, field) => {
      const [moved, other] = [lines[at], lines[at + by]];
      if (moved === undefined || other === undefined) return;
      wanted.current = { at: at + by, field };
      const next = [...lines];
      next[at] = other;
      next[at + by] = moved;
      onChange(next, { kind: 'move', from: at, to: at + by });
    },
    isBlank: (at) => JSON.stringify(lines[at]) === JSON.stringify(blank(lines[at - 1])),
  };
}

interface ToolsProps {
  title: string;
  at: number;
  count: number;
  ordered: boolean | undefined;
  fixed: boolean | undefined;
  actions: LineActions;
}

/** The buttons of a line. Moving has its keys, so that only the removal is a stop of Tab. */
export function LineTools({ title, at, count, ordered, fixed, actions }: ToolsProps) {
  const tool = (icon: IconName, label: string, run: () => void, disabled: boolean) => (
    <ActionIcon
      tabIndex={icon === 'trash' ? undefined : -1}
      size={28}
      aria-label={label}
      title={label}
      disabled={disabled}
      onClick={run}
    >
      <Icon name={icon} size={16} />
    </ActionIcon>
  );
  return (
    <td className={shared.tools}>
      {ordered && tool('chevronUp', text.up(title, at + 1), () => actions.move(at, -1, undefined), at === 0)}
      {ordered && tool('chevronDown', text.down(title, at + 1), () => actions.move(at, 1, undefined), at === count - 1)}
      {!fixed && tool('trash', text.remove(title, at + 1), () => actions.remove(at), false)}
    </td>
  );
}

import type { Command } from '../../frame/commands';
import { id } from '../../i18n/id';

const text = id.frame.commands.list;
const group = id.frame.groups.list;

/** The keys of every list, for the list of shortcuts; the list itself acts on them. */
export const listShortcuts: readonly Command[] = [
  { id: 'list.move', label: text.move, keys: ['↑', '↓'], group },
  { id: 'list.edges', label: text.edges, keys: ['Home', 'End'], group },
  { id: 'list.page', label: text.page, keys: ['PageUp', 'PageDown'], group },
  { id: 'list.open', label: text.open, keys: ['Enter'], group },
  { id: 'list.mark', label: text.mark, keys: ['Spasi'], group },
];

import type { Command } from '../../frame/commands';
import { id } from '../../i18n/id';

const text = id.frame.commands.grid;
const group = id.frame.groups.grid;

/** The keys of the grid, for the list of shortcuts; the grid itself acts on them. */
export const gridShortcuts: readonly Command[] = [
  { id: 'grid.move', label: text.move, keys: ['↑', '↓', '←', '→'], group },
  { id: 'grid.down', label: text.down, keys: ['Enter', 'Shift+Enter'], group },
  { id: 'grid.next', label: text.next, keys: ['Tab', 'Shift+Tab'], group },
  { id: 'grid.edges', label: text.edges, keys: ['Home', 'End'], group },
  { id: 'grid.edit', label: text.edit, keys: ['F2'], group },
  { id: 'grid.cancel', label: text.cancel, keys: ['Esc'], group },
  { id: 'grid.select', label: text.select, keys: ['Shift+↑', 'Shift+↓', 'Shift+←', 'Shift+→'], group },
  { id: 'grid.fillDown', label: text.fillDown, keys: ['Ctrl+D'], group },
  { id: 'grid.fillRight', label: text.fillRight, keys: ['Ctrl+R'], group },
  { id: 'grid.copy', label: text.copy, keys: ['Ctrl+C', 'Ctrl+V'], group },
  { id: 'grid.clear', label: text.clear, keys: ['Del'], group },
];

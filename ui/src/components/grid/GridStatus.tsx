import { Button } from '@mantine/core';
import { id as texts } from '../../i18n/id';
import { Icon } from '../icons';
import { selectedCount, selection } from './gridEdits';
import type { GridState } from './gridState';
import classes from './grid.module.css';

interface Props {
  id: string;
  state: GridState;
  readOnly: boolean;
  onNextRefused: () => void;
}

function sentence(state: GridState, readOnly: boolean): { text: string; bad: boolean } {
  const entry = state.entries[state.rows[state.active.row] ?? '']?.[state.cols[state.active.col] ?? ''];
  if (entry?.status === 'refused') return { text: texts.grid.refused(entry.message), bad: true };
  if (state.hint) return { text: state.hint, bad: true };
  const count = selectedCount(selection(state));
  if (count > 1) return { text: texts.grid.selected(count), bad: false };
  if (readOnly) return { text: texts.grid.readOnly, bad: false };
  if (entry?.status === 'saving') return { text: texts.grid.saving, bad: false };
  return { text: texts.grid.help, bad: false };
}

/** The line under the grid: what is the matter with the active cell, and how many cells are not stored. */
export function GridStatus({ id, state, readOnly, onNextRefused }: Props) {
  const { text, bad } = sentence(state, readOnly);
  const refused = Object.values(state.entries)
    .flatMap((row) => Object.values(row))
    .filter((entry) => entry.status === 'refused').length;
  return (
    <div className={classes.status}>
      <span id={id} role="status" className={classes.sentence} data-bad={bad || undefined}>
        {bad && <Icon name="warning" size={16} />}
        {text}
      </span>
      {refused > 0 && (
        <span className={classes.refused}>
          {texts.grid.refusedCount(refused)}
          <Button variant="subtle" size="compact-sm" onClick={onNextRefused}>
            {texts.grid.toRefused}
          </Button>
        </span>
      )}
    </div>
  );
}

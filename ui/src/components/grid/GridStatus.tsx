import { Button } from '@mantine/core';
import { id as texts } from '../../i18n/id';
import { Icon } from '../icons';
import { selectedCount, selection } from './gridEdits';
import type { GridState } from './gridState';
import type { CellNote } from './types';
import classes from './grid.module.css';

interface Props {
  id: string;
  state: GridState;
  readOnly: boolean;
  /** What is to be said of the active cell. */
  note: CellNote | undefined;
  onNextRefused: () => void;
}

function sentence(state: GridState, readOnly: boolean, note: CellNote | undefined): { text: string; tone?: CellNote['tone'] } {
  const entry = state.entries[state.rows[state.active.row] ?? '']?.[state.cols[state.active.col] ?? ''];
  if (entry?.status === 'refused') return { text: texts.grid.refused(entry.message), tone: 'bad' };
  if (state.hint) return { text: state.hint, tone: 'bad' };
  const count = selectedCount(selection(state));
  if (count > 1) return { text: texts.grid.selected(count) };
  if (note) return note;
  if (readOnly) return { text: texts.grid.readOnly };
  if (entry?.status === 'saving') return { text: texts.grid.saving };
  return { text: texts.grid.help };
}

/** The line under the grid: what is the matter with the active cell, and how many cells are not stored. */
export function GridStatus({ id, state, readOnly, note, onNextRefused }: Props) {
  const { text, tone } = sentence(state, readOnly, note);
  const refused = Object.values(state.entries)
    .flatMap((row) => Object.values(row))
    .filter((entry) => entry.status === 'refused').length;
  return (
    <div className={classes.status}>
      <span id={id} role="status" className={classes.sentence} data-tone={tone}>
        {tone && <Icon name={tone === 'info' ? 'info' : 'warning'} size={16} />}
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

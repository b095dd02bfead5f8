import type { ReactNode, Ref } from 'react';
import type { Tone } from '../tone';
import type { CellWrite, EntryRefusal } from './gridState';

export type { CellWrite, EntryRefusal } from './gridState';

export interface EntryColumn {
  id: string;
  header: string;
  /** Second line of the head, such as `8 JP`. */
  sub?: string;
  /** Columns side by side with the same group stand under one head. */
  group?: { id: string; label: string; title?: string };
  /** Full words for the head, read out and shown as its tooltip. */
  title?: string;
  /** Pixels. */
  width?: number;
  /** `mark`: one letter sets the cell at once. `text`: typing replaces, Enter commits. */
  mode: 'mark' | 'text';
  /** The marks that a `mark` column knows, as `normalise` returns them. */
  marks?: readonly string[];
  align?: 'start' | 'center' | 'end';
  readOnly?: boolean;
}

export interface EntryRow {
  id: string;
  name: string;
  /** Second, quieter text beside the name, such as the NIP. */
  detail?: string;
}

/** What a cell should be looked at for: a sentence, shown when the ring is on it, and a corner of the cell. */
export interface CellNote {
  tone: 'warn' | 'bad' | 'info';
  text: string;
}

/** What a screen can ask of its grid. */
export interface EntryGridHandle {
  /** Puts the ring and the focus on a cell; does nothing when there is no such cell. */
  go: (row: string, column: string) => void;
  /** Takes the focus to where the ring is. */
  focus: () => void;
}

/** The text that a cell shows now, typed or stored. */
export type Shown = (column: string) => string;

export interface SummaryColumn {
  id: string;
  header: string;
  width?: number;
  align?: 'start' | 'center' | 'end';
  cell: (row: string, shown: Shown) => ReactNode;
}

export interface EntryGridProps {
  /** Names the table for screen readers. */
  label: string;
  /** Head of the name column. */
  rowHeader: string;
  columns: readonly EntryColumn[];
  rows: readonly EntryRow[];
  /** What is stored. Keep its identity stable between changes of the data. */
  value: (row: string, column: string) => string;
  /** Stores the cells and says which it refuses. It resolves when `value` gives what is stored. */
  onCommit: (cells: CellWrite[]) => Promise<EntryRefusal[]>;
  /** Brings typed text into its usual form: `h` to `H`, `85.5` to `85,5`. */
  normalise?: (text: string, column: string) => string;
  /** Ctrl+Z outside of typing. */
  onUndo?: () => void;
  /** Ctrl+Enter, after what was typed before it has been committed. */
  onSubmit?: () => void;
  readOnly?: boolean;
  summaries?: readonly SummaryColumn[];
  /** Last line, frozen at the bottom. `texts` are those of the column from top to bottom. */
  footer?: { label: string; cell: (column: string, texts: readonly string[]) => ReactNode };
  /** Colours a cell beside its text, never instead of it. */
  tone?: (text: string, row: string, column: string) => Tone | undefined;
  /** What is to be said of a cell as it is stored. Keep its identity stable between changes of the data. */
  note?: (row: string, column: string) => CellNote | undefined;
  /** What is typed is gathered by the screen and stored later: no cell says that it is saved. */
  gathers?: boolean;
  handle?: Ref<EntryGridHandle>;
  nameWidth?: number;
}

export { EntryGrid } from './grid/EntryGrid';
export type {
  CellNote, CellWrite, EntryColumn, EntryGridHandle, EntryGridProps, EntryRefusal, EntryRow, Shown, SummaryColumn,
} from './grid/types';

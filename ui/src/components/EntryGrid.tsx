export { EntryGrid } from './grid/EntryGrid';
export type { CellWrite, EntryColumn, EntryGridProps, EntryRefusal, EntryRow, Shown, SummaryColumn } from './grid/types';

export { DataList } from './list/DataList';
export type { DataListProps, ListColumn, ListFilter, ListState, PagedSource, PageOfRows } from './list/types';

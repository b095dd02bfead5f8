import { id } from '../../i18n/id';
import { Icon } from '../icons';
import classes from './list.module.css';
import type { ListColumn } from './types';

interface HeadProps<T> {
  columns: readonly ListColumn<T>[];
  marks: boolean;
  sort: string;
  onSort: (column: string) => void;
}

export function ListHead<T>({ columns, marks, sort, onSort }: HeadProps<T>) {
  const sorted = sort.replace(/^-/, '');
  const descending = sort.startsWith('-');
  return (
    <div role="rowgroup" className={classes.head}>
      <div role="row" aria-rowindex={1} className={classes.headRow}>
        {marks && (
          <span role="columnheader" className={classes.headCell}>
            <span className="hidden">{id.list.mark}</span>
          </span>
        )}
        {columns.map((column) => {
          const on = column.id === sorted;
          return (
            <span
              key={column.id}
              role="columnheader"
              aria-sort={on ? (descending ? 'descending' : 'ascending') : undefined}
              className={classes.headCell}
              data-align={column.align}
            >
              {column.sort ? (
                <button type="button" title={id.list.sortBy(column.header)} onClick={() => onSort(column.id)}>
                  {column.header}
                  {on && <Icon name={descending ? 'chevronDown' : 'chevronUp'} size={14} />}
                </button>
              ) : (
                column.header
              )}
            </span>
          );
        })}
      </div>
    </div>
  );
}

interface RowProps<T> {
  domId: string;
  index: number;
  top: number;
  row: T | undefined;
  label: string;
  columns: readonly ListColumn<T>[];
  active: boolean;
  /** Undefined where rows cannot be marked. */
  marked: boolean | undefined;
  onOpen: ((index: number) => void) | undefined;
  onMark: (index: number) => void;
  onPoint: (index: number) => void;
}

export function ListRow<T>(props: RowProps<T>) {
  const { domId, index, row, label, columns, active, marked, onOpen, onMark, onPoint } = props;
  return (
    <div
      id={domId}
      role="row"
      aria-rowindex={index + 2}
      aria-label={label}
      aria-selected={marked}
      aria-busy={row === undefined || undefined}
      data-active={active || undefined}
      data-opens={onOpen ? true : undefined}
      className={classes.row}
      style={{ transform: `translateY(${props.top}px)` }}
      onClick={() => (onOpen ? onOpen(index) : onPoint(index))}
    >
      {marked !== undefined && (
        <span
          role="gridcell"
          className={classes.markCell}
          onClick={(event) => {
            event.stopPropagation();
            onPoint(index);
            onMark(index);
          }}
        >
          <span className={classes.box} data-on={marked || undefined}>
            {marked && <Icon name="check" size={14} />}
          </span>
        </span>
      )}
      {columns.map((column) => {
        const shown = row === undefined ? '…' : column.cell(row);
        // A plain text may be cut by the column; the pointer shows it in full.
        const title = typeof shown === 'string' && column.align !== 'end' ? shown : undefined;
        return (
          <span key={column.id} role="gridcell" className={classes.cell} data-align={column.align} title={title}>
            {shown}
          </span>
        );
      })}
    </div>
  );
}

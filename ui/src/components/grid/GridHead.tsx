import classes from './grid.module.css';
import type { EntryColumn, EntryGridProps, SummaryColumn } from './types';

type HeadProps = Pick<EntryGridProps, 'columns' | 'rowHeader' | 'nameWidth'> & {
  summaries: readonly SummaryColumn[];
  activeCol: number;
};

const nameOf = (nameWidth?: number) => nameWidth ?? 240;
const widthOf = (column: EntryColumn) => column.width ?? (column.mode === 'mark' ? 72 : 88);
const sumOf = (column: SummaryColumn) => column.width ?? 80;

/** Where a summary column stays when the others scroll: its distance from the right edge. */
export function summaryRight(summaries: readonly SummaryColumn[], at: number): number {
  return summaries.slice(at + 1).reduce((sum, column) => sum + sumOf(column), 0);
}

/** So much the column of names may grow where there is room, so that a NIP is read whole. */
const mostExtra = 160;

/** Only a table of a known width keeps to the widths of its columns. What the window has to spare goes to the names. */
export function gridWidth({ columns, summaries = [], nameWidth }: Partial<HeadProps> & Pick<HeadProps, 'columns'>): string {
  const data = columns.reduce((sum, column) => sum + widthOf(column), 0);
  const least = nameOf(nameWidth) + data + summaries.reduce((sum, column) => sum + sumOf(column), 0);
  return `min(max(100%, ${least}px), ${least + mostExtra}px)`;
}

export function GridHead({ columns, rowHeader, summaries, activeCol }: HeadProps) {
  return (
    <>
      <colgroup>
        <col />
        {columns.map((column) => (
          <col key={column.id} style={{ width: widthOf(column) }} />
        ))}
        {summaries.map((column) => (
          <col key={column.id} style={{ width: sumOf(column) }} />
        ))}
      </colgroup>
      <thead>
        <tr>
          <th scope="col" className={classes.corner}>
            {rowHeader}
          </th>
          {columns.map((column, at) => (
            <th
              key={column.id}
              scope="col"
              className={classes.head}
              data-align={column.align ?? (column.mode === 'mark' ? 'center' : 'end')}
              data-here={at === activeCol || undefined}
              title={column.title}
            >
              {column.header}
              {column.sub && <span className={classes.sub}>{column.sub}</span>}
            </th>
          ))}
          {summaries.map((column, at) => (
            <th
              key={column.id}
              scope="col"
              className={classes.head}
              data-align={column.align ?? 'end'}
              data-sum
              style={{ right: summaryRight(summaries, at) }}
            >
              {column.header}
            </th>
          ))}
        </tr>
      </thead>
    </>
  );
}

interface FootProps {
  footer: NonNullable<EntryGridProps['footer']>;
  columns: readonly EntryColumn[];
  summaries: readonly SummaryColumn[];
  rows: readonly string[];
  shown: (row: string, column: string) => string;
}

export function GridFoot({ footer, columns, summaries, rows, shown }: FootProps) {
  return (
    <tfoot>
      <tr>
        <th scope="row" className={classes.footName}>
          {footer.label}
        </th>
        {columns.map((column) => (
          <td
            key={column.id}
            className={classes.foot}
            data-align={column.align ?? (column.mode === 'mark' ? 'center' : 'end')}
          >
            {footer.cell(
              column.id,
              rows.map((row) => shown(row, column.id)),
            )}
          </td>
        ))}
        {summaries.map((column, at) => (
          <td key={column.id} className={classes.foot} data-sum style={{ right: summaryRight(summaries, at) }} />
        ))}
      </tr>
    </tfoot>
  );
}

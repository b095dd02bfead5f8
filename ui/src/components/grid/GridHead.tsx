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

/** Heads over several columns, in order; a column of its own has none. */
function groupsOf(columns: readonly EntryColumn[]): { column: EntryColumn; span: number }[] {
  const groups: { column: EntryColumn; span: number }[] = [];
  for (const column of columns) {
    const last = groups.at(-1);
    if (last && column.group !== undefined && last.column.group?.id === column.group.id) last.span += 1;
    else groups.push({ column, span: 1 });
  }
  return groups;
}

const alignOf = (column: EntryColumn) => column.align ?? (column.mode === 'mark' ? 'center' : 'end');

export function GridHead({ columns, rowHeader, summaries, activeCol, nameWidth }: HeadProps) {
  const grouped = columns.some((column) => column.group !== undefined);
  const rowSpan = grouped ? 2 : undefined;
  const head = (column: EntryColumn, span?: number) => (
    <th
      key={column.id}
      scope="col"
      rowSpan={span}
      className={classes.head}
      data-align={alignOf(column)}
      data-here={columns[activeCol]?.id === column.id || undefined}
      data-under={(grouped && span === undefined) || undefined}
      title={column.title}
    >
      {column.header}
      {column.sub && <span className={classes.sub}>{column.sub}</span>}
    </th>
  );
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
          <th scope="col" rowSpan={rowSpan} className={classes.corner}>
            {rowHeader}
          </th>
          {!grouped && columns.map((column) => head(column))}
          {grouped &&
            groupsOf(columns).map(({ column, span }) =>
              column.group === undefined ? (
                head(column, 2)
              ) : (
                <th
                  key={column.id}
                  scope="colgroup"
                  colSpan={span}
                  className={classes.group}
                  title={column.group.title ?? column.group.label}
                >
                  <span style={{ left: nameOf(nameWidth) + 8 }}>{column.group.label}</span>
                </th>
              ),
            )}
          {summaries.map((column, at) => (
            <th
              key={column.id}
              scope="col"
              rowSpan={rowSpan}
              className={classes.head}
              data-align={column.align ?? 'end'}
              data-sum
              style={{ right: summaryRight(summaries, at) }}
            >
              {column.header}
            </th>
          ))}
        </tr>
        {grouped && <tr>{columns.filter((column) => column.group !== undefined).map((column) => head(column))}</tr>}
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
            data-align={alignOf(column)}
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

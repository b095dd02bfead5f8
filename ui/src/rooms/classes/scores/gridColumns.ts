import type { EntryColumn } from '../../../components/EntryGrid';
import type { Component, GridColumn, ScoreGrid, ScoreRow } from '../../../data/evaluation';
import { id } from '../../../i18n/id';
import { formatHundredths } from '../../../i18n/numbers';
import { readScore } from '../numbers';

const text = id.evaluation.scores;

/** Which columns the grid shows. */
export type ScoreView = 'all' | 'remedial' | 'tests';

/** A column of the grid: of a cell that the core knows, or of a component's value, worked out of its parts. */
export interface ShownColumn extends EntryColumn {
  from: { cell: number } | { component: number };
  kind: GridColumn['column']['kind'] | 'value';
}

/** `Sikap perilaku, Disiplin`; a component that is scored directly names itself. */
export const titleOf = ({ component, name }: Pick<GridColumn, 'component' | 'name'>): string =>
  [...new Set([component, name])].join(', ');

/** Wide enough for the longest word of the name, which would be broken otherwise. */
function headWidth(name: string): number {
  const longest = Math.max(...name.split(/\s+/).map((word) => word.length));
  return Math.min(136, Math.max(68, longest * 8 + 20));
}

/** Place of the component that a column belongs to; none for tests. */
function componentOf(components: readonly Component[], { column }: GridColumn): number {
  switch (column.kind) {
    case 'component':
    case 'remedial':
      return components.findIndex((component) => component.id === column.id);
    case 'part':
      return components.findIndex((component) => component.parts.some((part) => part.id === column.id));
    case 'test':
      return -1;
  }
}

function subOf(column: GridColumn, component: Component | undefined): string | undefined {
  if (column.weight !== null) return text.weight(column.weight);
  if (column.column.kind === 'part' && component?.method === 'deductions') return text.times;
  return column.highest === 10_000 ? undefined : text.scale(formatHundredths(column.highest));
}

function valueColumn(component: Component, at: number): ShownColumn {
  return {
    id: `value-${at}`,
    header: text.value,
    sub: text.weight(component.weight),
    title: text.weightOf(component.name, component.weight),
    width: 76,
    mode: 'text',
    readOnly: true,
    from: { component: at },
    kind: 'value',
  };
}

/** What stands under the head of a component: its cells, what they come to, the repeated score. */
function underComponent(component: Component, at: number, own: readonly ShownColumn[], view: ScoreView): ShownColumn[] {
  const repeated = own.filter((column) => column.kind === 'remedial');
  const cells = own.filter((column) => column.kind !== 'remedial');
  const value = component.method === 'direct' ? [] : [valueColumn(component, at)];
  const columns =
    view === 'remedial' ? [...(component.method === 'direct' ? cells : value), ...repeated] : [...cells, ...value, ...repeated];
  if (columns.length < 2) return columns;
  const group = {
    id: component.id ?? component.name,
    label: component.name,
    title: text.weightOf(component.name, component.weight),
  };
  return columns.map((column) => ({ ...column, group, ...(column.kind === 'component' && { header: text.value }) }));
}

/** The columns of a view, those of one component side by side. `writable` says which kinds may be typed. */
export function columnsOf(grid: ScoreGrid, view: ScoreView, writable: (column: GridColumn) => boolean): ShownColumn[] {
  const shown = grid.columns.map((column, at): ShownColumn & { component: number } => {
    const { kind } = column.column;
    const component = componentOf(grid.components, column);
    const header = kind === 'remedial' ? text.repeated : column.name;
    return {
      id: column.key,
      header,
      sub: subOf(column, grid.components[component]),
      title: column.weight === null ? titleOf(column) : text.weightOf(column.name, column.weight),
      width: headWidth(header),
      mode: 'text',
      readOnly: !writable(column),
      from: { cell: at },
      kind,
      component,
    };
  });
  const tests = shown.filter((column) => column.kind === 'test');
  if (view === 'tests') return tests;
  const judged = grid.components.flatMap((component, at) =>
    underComponent(component, at, shown.filter((column) => column.component === at), view),
  );
  return view === 'all' ? [...judged, ...tests] : judged;
}

const isBlank = (row: ScoreRow, at: number) => (row.cells[at]?.value ?? null) === null;

/** Who belongs to a view: of the repeated scores those who may repeat, or have. */
export function rowsOf(grid: ScoreGrid, view: ScoreView): ScoreRow[] {
  if (view !== 'remedial') return grid.rows;
  const repeated = (row: ScoreRow) => grid.columns.some(({ column }, at) => column.kind === 'remedial' && !isBlank(row, at));
  return grid.rows.filter((row) => row.remedial || repeated(row));
}

/** `85.5` becomes `85,50`; what is no score stays as typed, for the core to refuse with its reason. */
export function normalise(typed: string): string {
  const score = readScore(typed);
  return score === null || score > 10_000 ? typed.trim() : formatHundredths(score);
}

/** A cell that should be looked at. */
export interface Doubt {
  row: string;
  column: string;
  /** `Siti Aminah, Ujian`. */
  where: string;
  text: string;
}

/** All of them, row by row. */
export function doubtsOf(grid: ScoreGrid): Doubt[] {
  return grid.rows.flatMap((row) =>
    grid.columns.flatMap((column, at) => {
      const doubt = row.cells[at]?.doubt ?? null;
      const where = `${row.name}, ${titleOf(column)}`;
      return doubt === null ? [] : [{ row: row.enrolment, column: column.key, where, text: doubt }];
    }),
  );
}

/** Cells of participants who are still there that count for the result and are empty. */
export function missingOf(grid: ScoreGrid): number {
  const counts = ({ column }: GridColumn) => column.kind === 'component' || column.kind === 'part';
  return grid.rows
    .filter((row) => row.withdrawn === '')
    .reduce((sum, row) => sum + grid.columns.filter((column, at) => counts(column) && isBlank(row, at)).length, 0);
}

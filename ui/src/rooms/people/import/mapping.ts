import type { Confidence, ImportFile, ImportSheet, Mapping } from '../../../data/people';

/** What the operator chose for one sheet. */
export interface SheetChoice {
  sheet: string;
  use: boolean;
  /** The row of the headings, zero-based; `found` as recognised; `none` for a sheet without headings. */
  header: number | 'found' | 'none';
  /** Fields chosen for columns; null leaves a column out. */
  fields: Readonly<Record<number, string | null>>;
}

/** A column as the step shows it. */
export interface ShownColumn {
  index: number;
  letters: string;
  heading: string;
  examples: readonly string[];
  /** Null is left out; undefined is recognised only when the file is checked. */
  field: string | null | undefined;
  confidence: Confidence;
}

const keyFields = ['nip', 'name', 'name_birth'];

/** `0` is `A`, `26` is `AA`. */
export function letters(column: number): string {
  const rest = String.fromCharCode(65 + (column % 26));
  return column < 26 ? rest : letters(Math.floor(column / 26) - 1) + rest;
}

export function startChoices(file: ImportFile): SheetChoice[] {
  return file.sheets.map((sheet) => ({
    sheet: sheet.name,
    use: sheet.detected !== null,
    header: sheet.detected ? 'found' : 'none',
    fields: {},
  }));
}

export function toMapping(choice: SheetChoice): Mapping {
  return {
    sheet: choice.sheet,
    header_row: typeof choice.header === 'number' ? choice.header : null,
    without_header: choice.header === 'none',
    columns: Object.entries(choice.fields).map(([index, field]) => ({ index: Number(index), field })),
  };
}

function firstDataRow(sheet: ImportSheet, choice: SheetChoice): number {
  if (choice.header === 'found' && sheet.detected) return sheet.detected.first_data_row;
  return typeof choice.header === 'number' ? choice.header + 1 : 0;
}

/** The columns with what each will fill. A chosen field leaves the column that had it before. */
export function columnsOf(sheet: ImportSheet, choice: SheetChoice): ShownColumn[] {
  const width = Math.max(0, ...sheet.sample.map((row) => row.length));
  const data = sheet.sample.slice(firstDataRow(sheet, choice));
  const taken = new Set(Object.values(choice.fields).filter((field) => field !== null));
  const found = new Map((choice.header === 'found' ? (sheet.detected?.columns ?? []) : []).map((column) => [column.index, column]));
  const headings = typeof choice.header === 'number' ? sheet.sample[choice.header] : undefined;
  return Array.from({ length: Math.max(width, found.size) }, (_, index) => {
    const recognised = found.get(index);
    const own = choice.fields[index];
    const moved = recognised !== undefined && recognised.field !== null && taken.has(recognised.field);
    const automatic = choice.header === 'found' ? (moved ? null : (recognised?.field ?? null)) : undefined;
    return {
      index,
      letters: letters(index),
      heading: recognised?.heading ?? headings?.[index] ?? '',
      examples: [...new Set(data.map((row) => (row[index] ?? '').trim()).filter((value) => value !== ''))].slice(0, 3),
      field: own === undefined ? automatic : own,
      confidence: own !== undefined ? 'chosen' : moved ? 'none' : (recognised?.confidence ?? 'none'),
    };
  }).filter((column) => column.heading !== '' || column.examples.length > 0);
}

/** Why the chosen columns cannot be imported, if so. */
export function lacks(columns: readonly ShownColumn[]): boolean {
  return columns.every((column) => column.field !== undefined && !keyFields.includes(column.field ?? ''));
}

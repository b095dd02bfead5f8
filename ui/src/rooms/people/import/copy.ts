import type { ImportRow } from '../../../data/people';
import { id } from '../../../i18n/id';

/** One cell of a pasted table: no breaks, and nothing that a spreadsheet would take for a formula. */
function cell(value: string): string {
  const flat = value.replace(/\s+/g, ' ').trim();
  return /^[=+\-@]/.test(flat) ? `'${flat}` : flat;
}

export function refusalTable(rows: readonly ImportRow[]): string {
  const lines = rows.flatMap((row) =>
    row.refusals.map((refusal) => [refusal.sheet, refusal.cell, refusal.value, refusal.rule, refusal.remedy]),
  );
  return [id.importing.check.copyHead, ...lines].map((line) => line.map(cell).join('\t')).join('\n');
}

/** Puts every refusal on the clipboard as a table for Excel; says how many there are. */
export async function copyRefusals(rows: readonly ImportRow[]): Promise<number> {
  await navigator.clipboard.writeText(refusalTable(rows));
  return rows.reduce((sum, row) => sum + row.refusals.length, 0);
}

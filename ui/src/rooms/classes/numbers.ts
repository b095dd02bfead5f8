/** Digits of a typed whole number; 0 for none. */
export function wholeNumber(text: string): number {
  const digits = text.replace(/\D/g, '').slice(0, 4);
  return digits === '' ? 0 : Number(digits);
}

/** What a field for a whole number shows. */
export const shownWhole = (value: number): string => (value === 0 ? '' : String(value));

/** Hundredths of a typed score, or null when it is no number with at most two decimals. */
export function readScore(text: string): number | null {
  const match = /^(\d{1,3})(?:[.,](\d{1,2})0*)?$/.exec(text.trim());
  if (!match) return null;
  return Number(match[1]) * 100 + Number((match[2] ?? '').padEnd(2, '0'));
}

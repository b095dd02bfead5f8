/** Whole days since some first day, so that days can be set apart; dates stay texts everywhere else. */
export function dayNumber(iso: string): number {
  const [year = 0, month = 1, day = 1] = iso.split('-').map(Number);
  return Math.round(Date.UTC(year, month - 1, day) / 86_400_000);
}

/** First days of the months from one day to another, that month's own first day left out where it lies before. */
export function monthStarts(from: string, to: string): string[] {
  const found: string[] = [];
  let [year = 0, month = 1] = from.split('-').map(Number);
  for (;;) {
    const first = `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-01`;
    if (first > to) return found;
    if (first >= from) found.push(first);
    month += 1;
    if (month > 12) [year, month] = [year + 1, 1];
  }
}

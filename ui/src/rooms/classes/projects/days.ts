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

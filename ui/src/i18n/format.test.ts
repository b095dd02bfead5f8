import { describe, expect, it } from 'vitest';
import { ago, columnDate, dateRange, longDate, parseDate, shortDate, weekday } from './dates';
import { formatBytes, formatHundredths, formatNumber } from './numbers';

describe('plain dates', () => {
  it.each([
    ['02/03/2026', '2026-03-02'],
    ['2/3/2026', '2026-03-02'],
    ['2-3-26', '2026-03-02'],
    ['02032026', '2026-03-02'],
    ['2 Maret 2026', '2026-03-02'],
    ['2 mar 2026', '2026-03-02'],
    ['17 Agt 1980', '1980-08-17'],
    ['1 Pebruari 1979', '1979-02-01'],
    ['5 Nopember 2025', '2025-11-05'],
    ['2026-03-02', '2026-03-02'],
    ['29/02/2024', '2024-02-29'],
  ])('reads %s', (text, iso) => expect(parseDate(text)).toBe(iso));

  it.each(['', '31/02/2026', '29/02/2026', '2/13/2026', 'besok', '2 Xyz 2026', '2 m 2026'])('refuses %s', (text) =>
    expect(parseDate(text)).toBeNull(),
  );

  it('t11 shows the same day in every time zone', () => {
    for (const zone of ['Asia/Jakarta', 'Asia/Jayapura', 'Pacific/Niue', 'UTC']) {
      process.env['TZ'] = zone;
      expect(longDate('2026-08-17')).toBe('17 Agustus 2026');
      expect(shortDate('2026-03-02')).toBe('02/03/2026');
      expect(weekday('2026-03-02')).toBe('Senin');
    }
  });

  it('shortens ranges as an office writes them', () => {
    expect(dateRange('2026-03-02', '2026-03-06')).toBe('2–6 Maret 2026');
    expect(dateRange('2026-03-30', '2026-04-03')).toBe('30 Maret – 3 April 2026');
    expect(dateRange('2025-12-29', '2026-01-02')).toBe('29 Desember 2025 – 2 Januari 2026');
    expect(dateRange('2026-03-02', '2026-03-02')).toBe('2 Maret 2026');
    expect(columnDate('2026-03-02')).toBe('Sen 2/3');
  });

  it('says how old a backup is', () => {
    const now = Date.parse('2026-03-02T10:00:00Z');
    expect(ago('2026-03-02T09:59:40Z', now)).toBe('baru saja');
    expect(ago('2026-03-02T08:00:00Z', now)).toBe('2 jam lalu');
    expect(ago('2026-02-27T10:00:00Z', now)).toBe('3 hari lalu');
  });
});

describe('numbers', () => {
  it('groups by thousands with points and uses a comma for decimals', () => {
    expect(formatNumber(1204)).toBe('1.204');
    expect(formatNumber(15_000_000)).toBe('15.000.000');
    expect(formatHundredths(8550)).toBe('85,50');
    expect(formatHundredths(8500)).toBe('85');
    expect(formatBytes(1_468_006)).toBe('1,4 MB');
  });
});

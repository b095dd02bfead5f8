import { describe, expect, it } from 'vitest';
import { addDays, addMonths, dayNumber, mondayOf, weekOf, weekdayNumber, weeksOfMonth } from './days';

describe('reckoning with days', () => {
  it('passes ends of months, leap days and ends of years', () => {
    expect(addDays('2028-02-28', 1)).toBe('2028-02-29');
    expect(addDays('2026-02-28', 1)).toBe('2026-03-01');
    expect(addDays('2026-01-01', -1)).toBe('2025-12-31');
    expect(dayNumber('2026-03-02') - dayNumber('2026-02-27')).toBe(3);
    expect(dayNumber('2024-03-01') - dayNumber('2024-02-28')).toBe(2);
  });

  it('keeps the day of the month, or takes the last one', () => {
    expect(addMonths('2026-01-31', 1)).toBe('2026-02-28');
    expect(addMonths('2026-12-15', 1)).toBe('2027-01-15');
    expect(addMonths('2026-01-15', -1)).toBe('2025-12-15');
  });

  it('begins each week on Monday', () => {
    expect(weekdayNumber('2026-03-02')).toBe(1);
    expect(weekdayNumber('2026-03-01')).toBe(7);
    expect(mondayOf('2026-03-01')).toBe('2026-02-23');
    expect(mondayOf('2026-03-02')).toBe('2026-03-02');
    expect(weekOf('2026-03-04')).toEqual([
      '2026-03-02', '2026-03-03', '2026-03-04', '2026-03-05', '2026-03-06', '2026-03-07', '2026-03-08',
    ]);
  });

  it('shows every day of every month once, in whole weeks', () => {
    for (let month = '2024-01-15'; month < '2031-01-01'; month = addMonths(month, 1)) {
      const days = weeksOfMonth(month).flat();
      expect(days.length % 7).toBe(0);
      expect(weekdayNumber(days[0] ?? '')).toBe(1);
      expect(new Set(days).size).toBe(days.length);
      const own = days.filter((day) => day.startsWith(month.slice(0, 7)));
      expect(own[0]).toBe(`${month.slice(0, 7)}-01`);
      expect(addDays(own.at(-1) ?? '', 1)).toBe(`${addMonths(month, 1).slice(0, 7)}-01`);
    }
  });
});

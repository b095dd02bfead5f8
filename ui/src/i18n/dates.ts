/**
 * Plain dates as `YYYY-MM-DD` texts. They never pass through `Date`: a plain date read as UTC falls on the day before
 * in half of the world, and an office prints dates on certificates.
 */

export const months = [
  'Januari', 'Februari', 'Maret', 'April', 'Mei', 'Juni',
  'Juli', 'Agustus', 'September', 'Oktober', 'November', 'Desember',
] as const;

export const weekdays = ['Minggu', 'Senin', 'Selasa', 'Rabu', 'Kamis', 'Jumat', 'Sabtu'] as const;

interface Parts {
  year: number;
  month: number;
  day: number;
}

const pad = (value: number, width = 2) => String(value).padStart(width, '0');

function daysInMonth(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}

function toIso(day: number, month: number, year: number): string | null {
  if (year < 1900 || year > 2200 || month < 1 || month > 12) return null;
  if (day < 1 || day > daysInMonth(year, month)) return null;
  return `${pad(year, 4)}-${pad(month)}-${pad(day)}`;
}

function fullYear(text: string): number {
  const year = Number(text);
  if (text.length === 4) return year;
  return year < 70 ? 2000 + year : 1900 + year;
}

function monthByName(name: string): number {
  const wanted = name.toLowerCase().replace('.', '');
  if (wanted.length < 3) return 0;
  const spelled = wanted === 'agt' || wanted === 'ags' ? 'agustus' : wanted.replace(/^pebr/, 'febr').replace(/^nop/, 'nov');
  return months.findIndex((month) => month.toLowerCase().startsWith(spelled)) + 1;
}

/** Reads `02/03/2026`, `2-3-26`, `02032026`, `2 Maret 2026` or `2026-03-02`; null when it is no date. */
export function parseDate(text: string): string | null {
  const trimmed = text.trim();
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(trimmed);
  if (iso) return toIso(Number(iso[3]), Number(iso[2]), Number(iso[1]));
  const digits = /^(\d{2})(\d{2})(\d{4}|\d{2})$/.exec(trimmed);
  if (digits) return toIso(Number(digits[1]), Number(digits[2]), fullYear(digits[3] ?? ''));
  const numeric = /^(\d{1,2})[/.\-\s](\d{1,2})[/.\-\s](\d{4}|\d{2})$/.exec(trimmed);
  if (numeric) return toIso(Number(numeric[1]), Number(numeric[2]), fullYear(numeric[3] ?? ''));
  const named = /^(\d{1,2})[\s-]*([a-z]+\.?)[\s-]*(\d{4}|\d{2})$/i.exec(trimmed);
  if (named) return toIso(Number(named[1]), monthByName(named[2] ?? ''), fullYear(named[3] ?? ''));
  return null;
}

function parts(iso: string): Parts | null {
  const match = /^(\d{4})-(\d{2})-(\d{2})/.exec(iso);
  return match ? { year: Number(match[1]), month: Number(match[2]), day: Number(match[3]) } : null;
}

/** `17 Agustus 2026`. */
export function longDate(iso: string): string {
  const date = parts(iso);
  return date ? `${date.day} ${months[date.month - 1] ?? ''} ${date.year}` : iso;
}

/** `02/03/2026`. */
export function shortDate(iso: string): string {
  const date = parts(iso);
  return date ? `${pad(date.day)}/${pad(date.month)}/${date.year}` : iso;
}

/** `Sen 2/3`, for narrow column heads. */
export function columnDate(iso: string): string {
  const date = parts(iso);
  return date ? `${weekday(iso).slice(0, 3)} ${date.day}/${date.month}` : iso;
}

/** The day's name, by Sakamoto's rule. */
export function weekday(iso: string): string {
  const date = parts(iso);
  if (!date) return '';
  const shift = [0, 3, 2, 5, 0, 3, 5, 1, 4, 6, 2, 4][date.month - 1] ?? 0;
  const year = date.month < 3 ? date.year - 1 : date.year;
  const index = (year + Math.floor(year / 4) - Math.floor(year / 100) + Math.floor(year / 400) + shift + date.day) % 7;
  return weekdays[index] ?? '';
}

/** `2–6 Maret 2026`, `30 Maret – 3 April 2026`, `29 Desember 2025 – 2 Januari 2026`. */
export function dateRange(from: string, to: string): string {
  const start = parts(from);
  const end = parts(to);
  if (!start || !end || from === to) return longDate(from);
  if (start.year !== end.year) return `${longDate(from)} – ${longDate(to)}`;
  if (start.month !== end.month) return `${start.day} ${months[start.month - 1] ?? ''} – ${longDate(to)}`;
  return `${start.day}–${longDate(to)}`;
}

/** The wall clock of this PC for an instant: `10.42`. */
export function clockTime(instant: string): string {
  const date = new Date(instant);
  return Number.isNaN(date.getTime()) ? '' : `${pad(date.getHours())}.${pad(date.getMinutes())}`;
}

/** The day and clock of this PC for an instant: `02/03/2026 10.42`. */
export function dateTime(instant: string): string {
  const date = new Date(instant);
  if (Number.isNaN(date.getTime())) return instant;
  return `${pad(date.getDate())}/${pad(date.getMonth() + 1)}/${date.getFullYear()} ${clockTime(instant)}`;
}

/** How long ago an instant was: `baru saja`, `12 menit lalu`, `2 jam lalu`, `3 hari lalu`. */
export function ago(instant: string, now: number): string {
  const minutes = Math.floor((now - new Date(instant).getTime()) / 60_000);
  if (minutes < 1) return 'baru saja';
  if (minutes < 60) return `${minutes} menit lalu`;
  if (minutes < 48 * 60) return `${Math.floor(minutes / 60)} jam lalu`;
  return `${Math.floor(minutes / (24 * 60))} hari lalu`;
}

import { formatNumber } from '../../../i18n/numbers';

/** A score as points with two decimals: 8750 is `87,50`, 9000 is `90,00`. */
export function points(score: number): string {
  const sign = score < 0 ? '-' : '';
  const size = Math.abs(score);
  return `${sign}${formatNumber(Math.trunc(size / 100))},${String(size % 100).padStart(2, '0')}`;
}

/** `1.204`. */
export function formatNumber(value: number): string {
  const sign = value < 0 ? '-' : '';
  return sign + String(Math.trunc(Math.abs(value))).replace(/\B(?=(\d{3})+$)/g, '.');
}

/** Hundredths as the core counts scores: 8550 is `85,50`, 8500 is `85`. */
export function formatHundredths(value: number): string {
  const whole = Math.trunc(Math.abs(value) / 100);
  const rest = Math.abs(value) % 100;
  const sign = value < 0 ? '-' : '';
  return `${sign}${formatNumber(whole)}${rest === 0 ? '' : `,${String(rest).padStart(2, '0')}`}`;
}

/** A whole number of hundredths (`places` 2), thousandths (3) and so on with all its decimals: 571 is `0,571`. */
export function formatFixed(value: number, places: number): string {
  const unit = 10 ** places;
  const rest = String(Math.abs(value) % unit).padStart(places, '0');
  return `${value < 0 ? '-' : ''}${formatNumber(Math.trunc(Math.abs(value) / unit))},${rest}`;
}

/** `1,4 MB`, `312 KB`. */
export function formatBytes(bytes: number): string {
  if (bytes < 1024) return `${bytes} B`;
  if (bytes < 1024 * 1024) return `${formatNumber(Math.round(bytes / 1024))} KB`;
  return `${formatHundredths(Math.round((bytes / 1024 / 1024) * 10) * 10).replace(/0$/, '')} MB`;
}

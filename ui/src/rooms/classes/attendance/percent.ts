import type { Attended } from '../../../data/classes';
import { formatHundredths } from '../../../i18n/numbers';

/** For showing only; whether it is enough, the core has judged. Rounded down, so that it never shows more than there is. */
export function percentText({ present_jp, total_jp }: Attended): string {
  if (total_jp === 0) return '–';
  return `${formatHundredths(Math.floor((present_jp * 1000) / total_jp) * 10).replace(/(,\d)0$/, '$1')} %`;
}

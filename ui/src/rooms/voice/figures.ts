import { id } from '../../i18n/id';
import { formatFixed } from '../../i18n/numbers';

/** Hundredths as an index is printed, always with both places: 9100 is `91,00`. */
export const twoPlaces = (hundredths: number): string => formatFixed(hundredths, 2);

/** The same, or a dash where there is nothing to show. */
export const orDash = (hundredths: number | null): string => (hundredths === null ? id.voice.dash : twoPlaces(hundredths));

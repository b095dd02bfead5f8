import { frame } from './texts/frame';
import { shared } from './texts/shared';

/**
 * Every text of the screen. A plain nested constant: a missing or misspelt text does not compile, and sentences with
 * numbers are functions. Each room adds its own file under `texts/`.
 */
export const id = { frame, ...shared } as const;

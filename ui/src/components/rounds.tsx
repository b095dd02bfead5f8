import type { RoundRow } from '../data/evaluation/feedback';
import { id } from '../i18n/id';

const text = id.feedback.rounds;

/** Speaker and subject of a round, or that it is about the class. */
export const roundAbout = (row: RoundRow): string =>
  [row.speaker, row.subject].filter((part) => part !== null && part !== '').join(' · ') || text.wholeClass;

/**
 * The names of a round's instruments, short enough for a head or a column: the first, and how many more. A comma within
 * a name goes on with a small letter and is no end of it.
 */
export function shortTitle(title: string): string {
  const [first = '', ...others] = title.split(/, (?=[\p{Lu}\d])/u);
  return others.length === 0 ? title : text.andMore(first, others.length);
}

/** What is asked in a round, in short; in full under the pointer. */
export function RoundTitle({ title }: { title: string }) {
  return <span title={title}>{shortTitle(title)}</span>;
}

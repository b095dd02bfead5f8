/** Whether every word of a search stands in one of the texts. */
export function holdsWords(search: string, ...texts: readonly string[]): boolean {
  const held = texts.join(' ').toLowerCase();
  return search.toLowerCase().split(/\s+/).every((word) => held.includes(word));
}

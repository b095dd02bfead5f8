/** Where a list was left, for the way back: kept while the window is open, for each list and what it showed. */
export interface Left {
  active: number;
  scroll: number;
}

const left = new Map<string, Left>();

export function leave(key: string, position: Left): void {
  left.set(key, position);
}

export function cameBack(key: string): Left | undefined {
  return left.get(key);
}

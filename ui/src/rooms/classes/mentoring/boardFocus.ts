/** Where a group of things that can have the focus stands on the screen. */
export interface Box {
  items: readonly string[];
  left: number;
  top: number;
  right: number;
  bottom: number;
}

export type Direction = 'up' | 'down' | 'left' | 'right';

export const directions: Readonly<Record<string, Direction | undefined>> = {
  ArrowUp: 'up',
  ArrowDown: 'down',
  ArrowLeft: 'left',
  ArrowRight: 'right',
};

const overlap = (a: number, b: number, c: number, d: number) => Math.min(b, d) - Math.max(a, c) > 0;

/** How far a box lies in a direction; null when it does not lie there or beside the way. */
function distance(from: Box, to: Box, direction: Direction): number | null {
  if (direction === 'left' || direction === 'right') {
    if (!overlap(from.top, from.bottom, to.top, to.bottom)) return null;
    const way = direction === 'right' ? to.left - from.right : from.left - to.right;
    return way < 0 ? null : way;
  }
  if (!overlap(from.left, from.right, to.left, to.right)) return null;
  const way = direction === 'down' ? to.top - from.bottom : from.top - to.bottom;
  return way < 0 ? null : way;
}

/** The nearest group in a direction; where nothing is drawn, the one before or after. */
function nearest(boxes: readonly Box[], at: number, direction: Direction): Box | undefined {
  const from = boxes[at];
  if (!from) return undefined;
  const filled = boxes.filter((box) => box.items.length > 0);
  if (from.right === from.left) {
    const step = direction === 'down' || direction === 'right' ? 1 : -1;
    return filled[filled.indexOf(from) + step];
  }
  let best: { box: Box; way: number; side: number } | undefined;
  for (const box of filled) {
    const way = box === from ? null : distance(from, box, direction);
    if (way === null) continue;
    const side = Math.abs(box.left - from.left) + Math.abs(box.top - from.top);
    if (!best || way < best.way || (way === best.way && side < best.side)) best = { box, way, side };
  }
  return best?.box;
}

/** What an arrow key leads to from the item that has the focus; null when nothing lies there. */
export function neighbour(boxes: readonly Box[], item: string, direction: Direction): string | null {
  const at = boxes.findIndex((box) => box.items.includes(item));
  const from = boxes[at];
  if (!from) return null;
  const row = from.items.indexOf(item);
  if (direction === 'down' && row < from.items.length - 1) return from.items[row + 1] ?? null;
  if (direction === 'up' && row > 0) return from.items[row - 1] ?? null;
  const to = nearest(boxes, at, direction);
  if (!to) return null;
  if (direction === 'down') return to.items[0] ?? null;
  if (direction === 'up') return to.items.at(-1) ?? null;
  return to.items[Math.min(row, to.items.length - 1)] ?? null;
}

/** The groups of a board as they stand on the screen. */
export function boxesOf(root: HTMLElement): Box[] {
  return [...root.querySelectorAll<HTMLElement>('[data-group]')].map((group) => {
    const { left, top, right, bottom } = group.getBoundingClientRect();
    const items = [...group.querySelectorAll<HTMLElement>('[data-item]')].map((node) => node.dataset['item'] ?? '');
    return { items, left, top, right, bottom };
  });
}

export const itemNode = (root: HTMLElement | null, item: string): HTMLElement | undefined =>
  [...(root?.querySelectorAll<HTMLElement>('[data-item]') ?? [])].find((node) => node.dataset['item'] === item);

import type { ReactNode } from 'react';

/** What was done to the lines of a list. */
export type LineChange =
  | { kind: 'add'; item: unknown }
  | { kind: 'remove'; at: number }
  | { kind: 'move'; from: number; to: number };

/** What a form of @mantine/form can do with a list; errors go along with their lines. */
export interface ListTools {
  errors: Readonly<Record<string, ReactNode>>;
  insertListItem: (path: string, item: unknown) => void;
  removeListItem: (path: string, at: number) => void;
  reorderListItem: (path: string, move: { from: number; to: number }) => void;
}

interface ListForm<V> extends ListTools {
  getValues: () => V;
}

/** The part of a line table that follows from the form it stands in, for a list at any depth. */
export function linesAt<T>(form: ListTools, path: string, lines: readonly T[]) {
  return {
    path,
    lines,
    error: form.errors[path],
    onChange: (_: unknown, change: LineChange) => {
      switch (change.kind) {
        case 'add':
          form.insertListItem(path, change.item);
          break;
        case 'remove':
          form.removeListItem(path, change.at);
          break;
        case 'move':
          form.reorderListItem(path, { from: change.from, to: change.to });
          break;
      }
    },
  };
}

/** The same for a list that is a field of the form. */
export function listOf<V, N extends keyof V & string>(form: ListForm<V>, path: N) {
  return { ...linesAt(form, path, []), lines: form.getValues()[path] };
}

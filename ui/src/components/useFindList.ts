import { useId, useState, type ChangeEvent, type KeyboardEvent, type MouseEvent } from 'react';

export interface FindListOptions<T> {
  /** What fits what has been typed, best first. */
  items: readonly T[];
  typed: string;
  onTyped: (typed: string) => void;
  onPick: (item: T) => void;
}

/**
 * A field with the list of what it finds: the focus stays in the field, the arrows go through the list, Enter or a
 * click picks. Gives the attributes of the field, of the list and of each option.
 */
export function useFindList<T>({ items, typed, onTyped, onPick }: FindListOptions<T>) {
  const listId = useId();
  const [active, setActive] = useState(0);
  const current = Math.min(active, items.length - 1);
  const onKeyDown = (event: KeyboardEvent) => {
    const item = items[current];
    if (event.key === 'ArrowDown') setActive(Math.min(current + 1, items.length - 1));
    else if (event.key === 'ArrowUp') setActive(Math.max(current - 1, 0));
    else if (event.key === 'Enter' && !event.ctrlKey && item !== undefined) onPick(item);
    else return;
    event.preventDefault();
  };
  return {
    field: {
      role: 'combobox',
      'aria-expanded': items.length > 0,
      'aria-controls': listId,
      'aria-activedescendant': items.length > 0 ? `${listId}-${current}` : undefined,
      'aria-autocomplete': 'list',
      autoComplete: 'off',
      value: typed,
      onChange: (event: ChangeEvent<HTMLInputElement>) => {
        onTyped(event.currentTarget.value);
        setActive(0);
      },
      onKeyDown,
    },
    list: { id: listId, role: 'listbox' },
    option: (item: T, at: number) => ({
      id: `${listId}-${at}`,
      role: 'option',
      'aria-selected': at === current,
      ref: (node: HTMLElement | null) => {
        if (at === current) node?.scrollIntoView({ block: 'nearest' });
      },
      onMouseDown: (event: MouseEvent) => event.preventDefault(),
      onClick: () => {
        setActive(at);
        onPick(item);
      },
    }),
  } as const;
}

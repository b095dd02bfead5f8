import { TextInput } from '@mantine/core';
import type { KeyboardEvent, ReactNode } from 'react';
import { Icon } from './icons';
import classes from './shared.module.css';
import { useFindList, type FindListOptions } from './useFindList';

export interface FindListProps<T> extends FindListOptions<T> {
  label: string;
  description: string;
  /** Names the list for screen readers. */
  listLabel: string;
  keyOf: (item: T) => string;
  /** A word and what stands beside it. */
  row: (item: T) => { icon?: ReactNode; name: string; side: string; disabled?: boolean };
  /** Several can be picked, one after the other. */
  multiple?: boolean;
  /** Keys of the dialog around it; what is prevented here is not for the list. */
  onKeyDown?: (event: KeyboardEvent<HTMLInputElement>) => void;
}

/** A field to type into and, below it, what has been found, to be picked by arrows and Enter. */
export function FindList<T>(props: FindListProps<T>) {
  const { items, label, description, listLabel, keyOf, row, multiple, onKeyDown } = props;
  const { field, list, option } = useFindList(props);
  return (
    <>
      <TextInput
        data-autofocus
        label={label}
        description={description}
        leftSection={<Icon name="search" size={16} />}
        {...field}
        onKeyDown={(event) => {
          onKeyDown?.(event);
          if (!event.defaultPrevented) field.onKeyDown(event);
        }}
      />
      <div {...list} aria-label={listLabel} aria-multiselectable={multiple} className={classes.found} hidden={items.length === 0}>
        {items.map((item, at) => {
          const { icon, name, side, disabled } = row(item);
          return (
            <div key={keyOf(item)} {...option(item, at)} aria-disabled={disabled === true || undefined} className={classes.foundRow}>
              {icon}
              <span className={classes.foundName}>{name}</span>
              <span className={classes.foundSide}>{side}</span>
            </div>
          );
        })}
      </div>
    </>
  );
}

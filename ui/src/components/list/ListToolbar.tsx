import { Button, CloseButton, TextInput } from '@mantine/core';
import { useEffect, useRef, useState, type KeyboardEvent, type Ref } from 'react';
import { id } from '../../i18n/id';
import { Icon } from '../icons';
import { FilterChip } from './FilterChip';
import classes from './list.module.css';
import type { DataListProps, ListState } from './types';

type Props<T> = Pick<
  DataListProps<T>,
  'noun' | 'state' | 'onState' | 'searchPlaceholder' | 'noSearch' | 'filters' | 'marked' | 'onMark' | 'markedActions'
> & {
  total: number;
  loading: boolean;
  searchRef: Ref<HTMLInputElement>;
  onSearchKey: (event: KeyboardEvent) => void;
};

const typingPause = 80;

function useTyped(state: ListState, onState: (state: ListState) => void) {
  const [text, setText] = useState(state.q);
  const [known, setKnown] = useState(state.q);
  const timer = useRef(0);
  // Back and forward in the window change the search from outside.
  if (state.q !== known) {
    setKnown(state.q);
    setText(state.q);
  }
  useEffect(() => () => window.clearTimeout(timer.current), []);
  const type = (next: string) => {
    setText(next);
    window.clearTimeout(timer.current);
    timer.current = window.setTimeout(() => {
      setKnown(next);
      onState({ ...state, q: next });
    }, typingPause);
  };
  return [text, type] as const;
}

export function ListToolbar<T>(props: Props<T>) {
  const { noun, state, onState, filters = [], marked, onMark, total } = props;
  const [text, type] = useTyped(state, onState);
  return (
    <div className={classes.toolbar}>
      {props.noSearch !== true && (
        <TextInput
          ref={props.searchRef}
          w={300}
          type="text"
          role="searchbox"
          aria-label={props.searchPlaceholder ?? id.list.search}
          placeholder={props.searchPlaceholder ?? id.list.search}
          value={text}
          onChange={(event) => type(event.currentTarget.value)}
          onKeyDown={(event) => {
            if (event.key === 'Escape' && text !== '') {
              event.stopPropagation();
              type('');
            } else props.onSearchKey(event);
          }}
          leftSection={<Icon name="search" size={16} />}
          rightSection={
            text !== '' && <CloseButton size="sm" aria-label={id.list.clear} onClick={() => type('')} />
          }
          rightSectionPointerEvents="all"
        />
      )}
      {filters.length > 0 && (
        <div role="group" aria-label={id.list.filters} className={classes.chips}>
          {filters.map((filter) => (
            <FilterChip key={filter.id} filter={filter} state={state} onState={onState} />
          ))}
        </div>
      )}
      <span className={classes.count} role="status">
        {props.loading ? id.loading : id.list.count(total, noun)}
      </span>
      {marked && marked.size > 0 && (
        <span className={classes.marked}>
          {id.list.marked(marked.size)}
          {props.markedActions}
          <Button variant="subtle" size="compact-sm" onClick={() => onMark?.(new Set())}>
            {id.list.unmark}
          </Button>
        </span>
      )}
    </div>
  );
}

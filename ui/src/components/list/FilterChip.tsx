import { CloseButton, Combobox, Menu, useCombobox } from '@mantine/core';
import { useState } from 'react';
import { id } from '../../i18n/id';
import { holdsWords } from '../holdsWords';
import { Icon } from '../icons';
import classes from './list.module.css';
import type { ListFilter, ListState } from './types';

interface ChipProps {
  filter: ListFilter;
  state: ListState;
  onState: (state: ListState) => void;
}

const mostShown = 60;

/** A filter that says what it does; long ones are searched by typing. */
export function FilterChip({ filter, state, onState }: ChipProps) {
  const value = state.filters[filter.id];
  const chosen = filter.options.find((option) => option.value === value);
  const set = (next: string | undefined) => {
    const rest = Object.entries(state.filters).filter(([name]) => name !== filter.id);
    const filters = Object.fromEntries(next === undefined ? rest : [...rest, [filter.id, next]]);
    onState({ ...state, filters });
  };
  const label = chosen ? `${filter.label}: ${chosen.label}` : filter.label;
  return (
    <span className={classes.chip} data-on={chosen ? true : undefined}>
      {filter.search === undefined ? (
        <Menu position="bottom-start">
          <Menu.Target>
            <button type="button" className={classes.chipButton}>
              {label}
              {!chosen && <Icon name="chevronDown" size={14} />}
            </button>
          </Menu.Target>
          <Menu.Dropdown className={classes.options}>
            {filter.options.map((option) => (
              <Menu.Item
                key={option.value}
                rightSection={option.value === value && <Icon name="check" size={14} />}
                onClick={() => set(option.value)}
              >
                {option.label}
              </Menu.Item>
            ))}
          </Menu.Dropdown>
        </Menu>
      ) : (
        <SearchedOptions filter={filter} label={label} chosen={chosen !== undefined} search={filter.search} onSet={set} />
      )}
      {chosen && <CloseButton size="xs" aria-label={`${id.actions.remove} ${filter.label}`} onClick={() => set(undefined)} />}
    </span>
  );
}

interface SearchedProps {
  filter: ListFilter;
  label: string;
  chosen: boolean;
  search: string;
  onSet: (value: string) => void;
}

function SearchedOptions({ filter, label, chosen, search, onSet }: SearchedProps) {
  const [typed, setTyped] = useState('');
  const combobox = useCombobox({
    onDropdownOpen: () => combobox.focusSearchInput(),
    onDropdownClose: () => {
      combobox.resetSelectedOption();
      combobox.focusTarget();
      setTyped('');
    },
  });
  const found = filter.options.filter((option) => holdsWords(typed, option.label));
  return (
    <Combobox
      store={combobox}
      width={420}
      position="bottom-start"
      onOptionSubmit={(value) => {
        onSet(value);
        combobox.closeDropdown();
      }}
    >
      <Combobox.Target targetType="button">
        <button type="button" className={classes.chipButton} title={label} onClick={() => combobox.toggleDropdown()}>
          <span className={classes.chipText}>{label}</span>
          {!chosen && <Icon name="chevronDown" size={14} />}
        </button>
      </Combobox.Target>
      <Combobox.Dropdown>
        <Combobox.Search
          value={typed}
          onChange={(event) => {
            setTyped(event.currentTarget.value);
            combobox.updateSelectedOptionIndex();
          }}
          placeholder={search}
          aria-label={search}
        />
        <Combobox.Options className={classes.options} aria-label={filter.label}>
          {found.slice(0, mostShown).map((option) => (
            <Combobox.Option key={option.value} value={option.value}>
              {option.label}
            </Combobox.Option>
          ))}
          {found.length === 0 && <Combobox.Empty>{id.list.noMatch(typed)}</Combobox.Empty>}
        </Combobox.Options>
      </Combobox.Dropdown>
    </Combobox>
  );
}

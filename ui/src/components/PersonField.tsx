import { Select } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useState, type KeyboardEvent, type ReactNode } from 'react';
import { useFoundPeople, type PersonRow } from '../data/classes';
import { id } from '../i18n/id';
import { formatNip } from '../i18n/nip';

const text = id.people.field;

export interface PersonFieldProps {
  label: string;
  /** In a table whose head says it: the label is only read out. */
  hideLabel?: boolean;
  /** Shown while nobody is chosen. */
  placeholder?: string;
  /** Who is chosen. */
  value: string | null;
  /** The name of who is chosen, where the field itself has not looked it up. */
  name?: string;
  /** The row of the register, or null when the field is emptied. */
  onChange: (value: string | null, person: PersonRow | null) => void;
  /** Nobody else can be chosen, such as a participant as their own superior. */
  without?: string | null;
  required?: boolean;
  disabled?: boolean;
  description?: ReactNode;
  error?: ReactNode;
  onBlur?: () => void;
  onFocus?: () => void;
  'data-path'?: string;
}

/** Somebody of the register, found by typing a part of the name, the NIP or the unit. */
export function PersonField(props: PersonFieldProps) {
  const { label, hideLabel, placeholder, value, name = '', onChange, without, ...rest } = props;
  const [typed, setTyped] = useState('');
  const [open, setOpen] = useState(false);
  const [chosen, setChosen] = useState<PersonRow | null>(null);
  const shown = chosen?.id === value ? chosen.name : name;
  // The text of who is chosen is no search.
  const sought = value !== null && typed === shown ? '' : typed.trim();
  const [wanted] = useDebouncedValue(sought, 120);
  const found = useFoundPeople(wanted);
  const rows = (sought.length < 2 || wanted.length < 2 ? [] : (found.data ?? [])).filter((row) => row.id !== without);
  const options = rows.map((row) => ({ value: row.id, label: row.name }));
  const listed = value === null || rows.some((row) => row.id === value);
  const opened = open && sought !== '';

  const choose = (person: PersonRow | null) => {
    setChosen(person);
    onChange(person?.id ?? null, person);
  };
  // Enter takes the first one found; it never sends the form while the list is open.
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.key !== 'Enter' || event.ctrlKey || !opened) return;
    event.preventDefault();
    if (event.currentTarget.getAttribute('aria-activedescendant') === null && rows[0]) choose(rows[0]);
  };
  const nothing = sought.length < 2 ? text.hint : text.nobody(sought);
  return (
    <Select
      {...rest}
      label={hideLabel === true ? undefined : label}
      aria-label={hideLabel === true ? label : undefined}
      placeholder={placeholder ?? text.placeholder}
      value={value}
      data={listed ? options : [{ value, label: shown }, ...options]}
      onChange={(next) => choose(rows.find((row) => row.id === next) ?? null)}
      searchable
      clearable
      allowDeselect={false}
      searchValue={typed}
      onSearchChange={setTyped}
      dropdownOpened={opened}
      onDropdownOpen={() => setOpen(true)}
      onDropdownClose={() => setOpen(false)}
      onKeyDown={onKeyDown}
      // The core has searched already, by more than the name.
      filter={({ options: all }) => all.filter((one) => 'value' in one && rows.some((row) => row.id === one.value))}
      renderOption={({ option }) => <Found name={option.label} row={rows.find((row) => row.id === option.value)} />}
      nothingFoundMessage={found.isFetching || wanted !== sought ? id.loading : nothing}
      clearButtonProps={{ 'aria-label': `${id.actions.remove} ${label}`, tabIndex: -1 }}
      comboboxProps={{ width: 480, position: 'bottom-start' }}
    />
  );
}

function Found({ name, row }: { name: string; row: PersonRow | undefined }) {
  const side = row && [formatNip(row.nip), row.position, row.unit].filter((part) => part !== '').join(' · ');
  return (
    <span>
      {name}
      {side && <span className="muted"> · {side}</span>}
    </span>
  );
}

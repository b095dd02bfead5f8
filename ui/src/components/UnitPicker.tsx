import { Select } from '@mantine/core';
import type { ReactNode } from 'react';
import { useUnits } from '../data/people';
import { id } from '../i18n/id';

export interface UnitPickerProps {
  label: string;
  /** Where the placeholder says it: the label is only read out. */
  hideLabel?: boolean;
  value?: string | null;
  onChange: (value: string | null) => void;
  /** Shown while no unit is chosen. */
  placeholder?: string;
  required?: boolean;
  description?: ReactNode;
  error?: ReactNode;
  /** A unit that cannot be chosen, and those below it, such as the one that is moved. */
  without?: string | null;
  onBlur?: () => void;
  onFocus?: () => void;
  /** Gets the focus when its dialog opens, without opening its list. */
  'data-autofocus'?: boolean;
  'data-path'?: string;
}

/** One unit of the tree, found by typing any part of its path. */
export function UnitPicker({ label, hideLabel, value = null, without, placeholder, ...rest }: UnitPickerProps) {
  const units = useUnits().data ?? [];
  const left = without ? units.find((unit) => unit.id === without)?.path : undefined;
  const offered = units.filter((unit) => left === undefined || (unit.path !== left && !unit.path.startsWith(`${left} - `)));
  return (
    <Select
      {...rest}
      openOnFocus={rest['data-autofocus'] !== true}
      label={hideLabel === true ? undefined : label}
      aria-label={hideLabel === true ? label : undefined}
      value={value}
      data={offered.map((unit) => ({ value: unit.id, label: unit.path }))}
      placeholder={placeholder ?? id.people.unit.picker}
      nothingFoundMessage={id.people.unit.nothing}
      searchable
      clearable
      limit={60}
      clearButtonProps={{ 'aria-label': `${id.actions.remove} ${label}`, tabIndex: -1 }}
      comboboxProps={{ width: 420, position: 'bottom-start' }}
    />
  );
}

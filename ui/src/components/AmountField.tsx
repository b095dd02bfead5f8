import { TextInput } from '@mantine/core';
import { useEffect, useRef, useState, type ReactNode } from 'react';
import { id } from '../i18n/id';
import { formatFixed, formatNumber } from '../i18n/numbers';
import { readHundredths, readWhole } from './costs/amounts';

const text = id.costs;

export interface AmountFieldProps {
  label: string;
  /** In a table whose head says it: the label is only read out. */
  hideLabel?: boolean;
  /** A whole number; null when empty. */
  value?: number | null;
  /** An empty field says null, or the number that `empty` names. */
  onChange: (value: number | null) => void;
  empty?: number;
  /** With two decimals, such as a level: the number is in hundredths. */
  hundredths?: boolean;
  /** With `Rp` before it. */
  rupiah?: boolean;
  error?: ReactNode;
  description?: ReactNode;
  required?: boolean;
  disabled?: boolean;
  maw?: number;
  onBlur?: () => void;
  onFocus?: () => void;
  'data-path'?: string;
}

/** A whole number as offices type it, `12.500.000`, or one with two decimals, `3,50`; what is none stays in the field and says so. */
export function AmountField(props: AmountFieldProps) {
  const { label, hideLabel, value = null, onChange, empty, hundredths = false, rupiah, error, onBlur, onFocus, ...rest } = props;
  const read = hundredths ? readHundredths : readWhole;
  const written = (of: number | null) => (of === null ? '' : hundredths ? formatFixed(of, 2) : formatNumber(of));
  const [typed, setTyped] = useState(written(value));
  const [known, setKnown] = useState(value);
  const input = useRef<HTMLInputElement>(null);

  const meant = (of: string) => (of.trim() === '' ? (empty ?? null) : read(of));
  // A value from outside replaces the text; one that came from this text does not.
  if (value !== known) {
    setKnown(value);
    if (value !== meant(typed)) setTyped(written(value));
  }
  const unreadable = typed.trim() !== '' && read(typed) === null;
  const complaint = unreadable ? (hundredths ? text.unreadableLevel : text.unreadable)(typed.trim()) : '';
  // Tells the form around it that this text must not be saved as nothing.
  useEffect(() => input.current?.setCustomValidity(complaint), [complaint]);

  const type = (next: string) => {
    setTyped(next);
    const now = meant(next);
    if (now !== value && (now !== null || empty === undefined)) {
      setKnown(now);
      onChange(now);
    }
  };
  const leave = () => {
    const now = meant(typed);
    if (now !== null) setTyped(written(now));
    onBlur?.();
  };
  return (
    <TextInput
      {...rest}
      ref={input}
      label={hideLabel === true ? undefined : label}
      aria-label={hideLabel === true ? label : undefined}
      leftSection={rupiah ? 'Rp' : undefined}
      inputMode="numeric"
      autoComplete="off"
      styles={{ input: { textAlign: 'right', fontVariantNumeric: 'tabular-nums' } }}
      value={typed}
      error={complaint === '' ? error : complaint}
      onChange={(event) => type(event.currentTarget.value)}
      onBlur={leave}
      onFocus={(event) => {
        event.currentTarget.select();
        onFocus?.();
      }}
    />
  );
}

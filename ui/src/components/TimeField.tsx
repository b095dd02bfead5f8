import { TextInput } from '@mantine/core';
import { useEffect, useRef, useState, type ReactNode } from 'react';
import { id } from '../i18n/id';

/** `08:00:00` of `8`, `8.00`, `0800` or `08:00`; null when it is no time. */
export function parseTime(text: string): string | null {
  const match = /^(\d{1,2})(?:[.:]?(\d{2}))?$/.exec(text.trim());
  if (!match) return null;
  const hour = Number(match[1]);
  const minute = Number(match[2] ?? '0');
  if (hour > 23 || minute > 59) return null;
  return `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}:00`;
}

/** `08.00`, as an office writes it. */
export const shownTime = (time: string | null): string => (time === null ? '' : time.slice(0, 5).replace(':', '.'));

export interface TimeFieldProps {
  label: string;
  /** In a table whose head says it: the label is only read out. */
  hideLabel?: boolean;
  required?: boolean;
  /** `08:00:00`, or null when empty. */
  value?: string | null;
  onChange: (time: string | null) => void;
  'data-path'?: string;
  error?: ReactNode;
  onBlur?: () => void;
  onFocus?: () => void;
  readOnly?: boolean;
}

/** A time typed as `8` or `08.00`. What is no time stays and says so. */
export function TimeField(props: TimeFieldProps) {
  const { label, hideLabel, required, value = null, onChange, error, readOnly, onBlur, onFocus } = props;
  const [typed, setTyped] = useState<string | null>(null);
  const shown = typed ?? shownTime(value);
  const wrong = typed !== null && typed.trim() !== '' && parseTime(typed) === null;
  const input = useRef<HTMLInputElement>(null);
  const complaint = wrong ? id.time.unreadable(shown) : '';
  // Tells the form around it that this text must not be saved as no time.
  useEffect(() => input.current?.setCustomValidity(complaint), [complaint]);
  return (
    <TextInput
      ref={input}
      label={hideLabel === true ? undefined : label}
      aria-label={hideLabel === true ? label : undefined}
      required={required}
      data-path={props['data-path']}
      inputMode="numeric"
      autoComplete="off"
      readOnly={readOnly}
      value={shown}
      error={wrong ? complaint : error}
      onChange={(event) => {
        const next = event.currentTarget.value;
        setTyped(next);
        const time = parseTime(next);
        if (time !== null || next.trim() === '') onChange(time);
      }}
      onFocus={onFocus}
      onBlur={() => {
        if (!wrong) setTyped(null);
        onBlur?.();
      }}
    />
  );
}

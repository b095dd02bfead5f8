import { TextInput } from '@mantine/core';
import { useState } from 'react';
import { id } from '../../../i18n/id';

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
  value: string | null;
  onChange: (time: string | null) => void;
  path: string;
  error?: string;
  readOnly?: boolean;
}

/** A time typed as `8` or `08.00`. What is no time stays and says so. */
export function TimeField({ label, value, onChange, path, error, readOnly }: TimeFieldProps) {
  const [typed, setTyped] = useState<string | null>(null);
  const shown = typed ?? shownTime(value);
  const wrong = typed !== null && typed.trim() !== '' && parseTime(typed) === null;
  return (
    <TextInput
      aria-label={label}
      data-path={path}
      inputMode="numeric"
      autoComplete="off"
      readOnly={readOnly}
      value={shown}
      error={wrong ? id.classes.sessions.time(shown) : error}
      onChange={(event) => {
        const next = event.currentTarget.value;
        setTyped(next);
        const time = parseTime(next);
        if (time !== null || next.trim() === '') onChange(time);
      }}
      onBlur={() => {
        if (!wrong) setTyped(null);
      }}
    />
  );
}

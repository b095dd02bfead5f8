import { TextInput } from '@mantine/core';
import { useEffect, useRef, useState, type ReactNode } from 'react';
import { id } from '../../../i18n/id';
import { formatHundredths } from '../../../i18n/numbers';
import { readScore } from '../numbers';

export interface ScoreFieldProps {
  label?: string;
  'aria-label'?: string;
  'data-path': string;
  /** Hundredths. */
  value: number;
  onChange: (value: number) => void;
  error?: ReactNode;
}

/** A score typed with a comma or a point. What is no score stays, says so, and cannot be saved. */
export function ScoreField({ value, onChange, error, ...rest }: ScoreFieldProps) {
  const [typed, setTyped] = useState<string | null>(null);
  const input = useRef<HTMLInputElement>(null);
  const shown = typed ?? formatHundredths(value);
  const read = readScore(shown);
  const complaint = read === null || read > 10_000 ? id.evaluation.scheme.unreadable(shown) : '';
  useEffect(() => input.current?.setCustomValidity(complaint), [complaint]);
  return (
    <TextInput
      {...rest}
      ref={input}
      inputMode="decimal"
      maw={160}
      value={shown}
      error={complaint === '' ? error : complaint}
      onChange={(event) => {
        const next = event.currentTarget.value;
        setTyped(next);
        const score = readScore(next);
        if (score !== null && score <= 10_000) onChange(score);
      }}
      onBlur={() => {
        if (complaint === '') setTyped(null);
      }}
    />
  );
}

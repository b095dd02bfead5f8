import { SegmentedControl } from '@mantine/core';
import type { ReactNode } from 'react';

interface ChoiceProps<T extends string> {
  className: string | undefined;
  label: string;
  /** What each value is called, in the order shown. */
  words: Readonly<Record<T, string>>;
  value: T;
  onChange: (value: T) => void;
  children?: ReactNode;
}

/** One of a few, all of them in sight, beside its label. */
export function Choice<T extends string>({ className, label, words, value, onChange, children }: ChoiceProps<T>) {
  const data = (Object.keys(words) as T[]).map((one) => ({ value: one, label: words[one] }));
  return (
    <div className={className}>
      <span aria-hidden="true">{label}</span>
      <SegmentedControl<T>
        aria-label={label}
        size="xs"
        transitionDuration={0}
        data={data}
        value={value}
        onChange={onChange}
      />
      {children}
    </div>
  );
}

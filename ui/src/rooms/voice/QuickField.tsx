import { TextInput } from '@mantine/core';
import { Fragment, type KeyboardEvent } from 'react';
import styles from './voice.module.css';

export interface QuickOption {
  value: string;
  label: string;
}

export interface QuickFieldProps {
  label: string;
  /** The first has the key 1, the second 2 and so on; up to nine. */
  options: readonly QuickOption[];
  value: string;
  onChange: (value: string) => void;
  /** Words that are not offered are taken as typed. */
  free?: boolean;
  error?: string;
  width: number;
  path: string;
  /** To the next field, as Enter does. */
  onNext: (from: HTMLInputElement) => void;
}

/**
 * One of a few words, chosen by its digit or its first letter, which also goes on. What the digits mean stands below.
 */
export function QuickField({ label, options, value, onChange, free = false, error, width, path, onNext }: QuickFieldProps) {
  const shown = options.find((option) => option.value === value)?.label ?? value;
  const take = (from: HTMLInputElement, option: QuickOption) => {
    onChange(option.value);
    onNext(from);
  };
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.ctrlKey || event.altKey || event.metaKey) return;
    const field = event.currentTarget;
    const isWhole = field.value === '' || (field.selectionStart === 0 && field.selectionEnd === field.value.length);
    const option = /^[1-9]$/.test(event.key) ? options[Number(event.key) - 1] : undefined;
    const named = !free && event.key.length === 1 ? startingWith(options, event.key) : undefined;
    if (option && (isWhole || !free)) take(field, option);
    else if (named) take(field, named);
    else if (event.key === '-' && isWhole) {
      onChange('');
      onNext(field);
    } else if ((event.key === 'Backspace' || event.key === 'Delete') && !free) onChange('');
    else if (!free && event.key.length === 1) event.preventDefault();
    else return;
    event.preventDefault();
  };
  return (
    <TextInput
      label={label}
      description={options.map((option, at) => (
        <Fragment key={option.value}>
          {at > 0 && ' · '}
          <span>{`${at + 1} ${option.label}`}</span>
        </Fragment>
      ))}
      inputWrapperOrder={['label', 'input', 'error', 'description']}
      classNames={{ description: styles.legend }}
      autoComplete="off"
      w={width}
      data-path={path}
      error={error}
      value={shown}
      onChange={(event) => free && onChange(event.currentTarget.value)}
      onKeyDown={onKeyDown}
    />
  );
}

/** The one option that begins with a letter; none where several do. */
function startingWith(options: readonly QuickOption[], letter: string): QuickOption | undefined {
  const found = options.filter((option) => option.label.toLowerCase().startsWith(letter.toLowerCase()));
  return found.length === 1 ? found[0] : undefined;
}

import { ActionIcon, Popover, TextInput } from '@mantine/core';
import { DatePicker } from '@mantine/dates';
import { useEffect, useRef, useState, type ReactNode } from 'react';
import { parseDate, shortDate } from '../i18n/dates';
import { id } from '../i18n/id';
import { Icon } from './icons';

export interface DateFieldProps {
  label: string;
  /** In a table whose head says it: the label is only read out. */
  hideLabel?: boolean;
  /** `YYYY-MM-DD`, or null when empty. */
  value?: string | null;
  onChange: (value: string | null) => void;
  error?: ReactNode;
  description?: ReactNode;
  required?: boolean;
  disabled?: boolean;
  onBlur?: () => void;
  onFocus?: () => void;
  'data-path'?: string;
  /** Gets the focus when its dialog opens. */
  'data-autofocus'?: boolean;
}

/** The box of a date, in pixels. */
const width = 160;

const written = (value: string | null) => (value ? shortDate(value) : '');

/** A date typed as dd/mm/yyyy, read tolerantly when the field is left; a small calendar for those who want it. */
export function DateField(props: DateFieldProps) {
  const { label, value = null, onChange, error, description, required, disabled, onBlur, onFocus } = props;
  const [text, setText] = useState(written(value));
  const [known, setKnown] = useState(value);
  const [open, setOpen] = useState(false);
  const input = useRef<HTMLInputElement>(null);

  // A value from outside (another record, an undo) replaces the text; one that came from this text does not.
  if (value !== known) {
    setKnown(value);
    if (value !== parseDate(text)) setText(written(value));
  }

  const trimmed = text.trim();
  const unreadable = trimmed !== '' && parseDate(trimmed) === null;
  const [left, setLeft] = useState(true);
  const complaint = unreadable ? id.date.unreadable(trimmed) : '';
  // Tells the form around it that this text must not be saved as an empty date.
  useEffect(() => input.current?.setCustomValidity(complaint), [complaint]);

  const type = (next: string) => {
    setText(next);
    setLeft(false);
    const iso = parseDate(next);
    if (iso !== value) {
      setKnown(iso);
      onChange(iso);
    }
  };
  const leave = () => {
    setLeft(true);
    const iso = parseDate(text);
    if (iso) setText(shortDate(iso));
    onBlur?.();
  };
  const pick = (iso: string | null) => {
    setText(written(iso));
    setKnown(iso);
    setOpen(false);
    onChange(iso);
    input.current?.focus();
  };

  return (
    <Popover opened={open} onChange={setOpen} position="bottom-start" trapFocus returnFocus withRoles={false}>
      <Popover.Target>
        <TextInput
          ref={input}
          label={props.hideLabel === true ? undefined : label}
          aria-label={props.hideLabel === true ? label : undefined}
          description={description}
          required={required}
          disabled={disabled}
          data-path={props['data-path']}
          data-autofocus={props['data-autofocus']}
          error={unreadable && left ? complaint : error}
          placeholder={id.date.placeholder}
          inputMode="numeric"
          autoComplete="off"
          w="100%"
          // A hint may be wider than the box of a date.
          maw={description === undefined ? width : undefined}
          styles={{ wrapper: { maxWidth: width } }}
          value={text}
          onChange={(event) => type(event.currentTarget.value)}
          onBlur={leave}
          onFocus={onFocus}
          rightSection={
            <ActionIcon
              size={28}
              disabled={disabled}
              aria-label={`${id.date.open}: ${label}`}
              aria-haspopup="dialog"
              aria-expanded={open}
              onClick={() => setOpen((before) => !before)}
            >
              <Icon name="calendar" />
            </ActionIcon>
          }
          rightSectionPointerEvents="all"
        />
      </Popover.Target>
      <Popover.Dropdown p="xs" role="dialog" aria-label={id.date.calendar}>
        <DatePicker
          size="sm"
          hideOutsideDates
          value={parseDate(text)}
          defaultDate={parseDate(text) ?? undefined}
          onChange={pick}
          ariaLabels={{ previousMonth: id.date.previous, nextMonth: id.date.next }}
        />
      </Popover.Dropdown>
    </Popover>
  );
}

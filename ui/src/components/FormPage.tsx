import { Button, Group } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { useMemo, useRef, useState, type SyntheticEvent, type KeyboardEvent, type ReactNode } from 'react';
import { RefusalError } from '../backend/backend';
import type { FieldRefusal } from '../backend/types';
import { refusalText } from '../data/mutation';
import { useCommands, type Command } from '../frame/commands';
import { id } from '../i18n/id';
import { fieldNode, isCovered, moveOn } from './formKeys';
import { Icon } from './icons';
import classes from './shared.module.css';

export interface FormPageProps<V extends Record<string, unknown>> {
  /** From `useForm` of @mantine/form; fields take `form.getInputProps(name)`. */
  form: UseFormReturnType<V>;
  /** Rejects with the refusal. What was typed stays in the form. */
  onSubmit: (values: V) => Promise<unknown>;
  submitLabel: string;
  onCancel?: () => void;
  /** With a table of lines that needs the width of the window; single fields keep theirs. */
  wide?: boolean;
  /** Shown, not to be changed: without the buttons. */
  readOnly?: boolean;
  /** Names the form for screen readers. */
  label: string;
  children: ReactNode;
}

/** One column of fields. Errors stand at their fields and, as links, at the top. */
export function FormPage<V extends Record<string, unknown>>(props: FormPageProps<V>) {
  const { form, onSubmit, submitLabel, onCancel, wide, readOnly, label, children } = props;
  const element = useRef<HTMLFormElement>(null);
  const [refused, setRefused] = useState<{ message: string; fields: readonly FieldRefusal[] } | null>(null);
  const [busy, setBusy] = useState(false);
  useCommands(
    useMemo<readonly Command[]>(
      () => [
        { id: 'form.next', label: id.frame.commands.form.next, keys: ['Enter'], group: id.frame.groups.form },
        {
          id: 'form.save',
          label: id.frame.commands.form.save,
          keys: ['Ctrl+Enter', 'Ctrl+S'],
          group: id.frame.groups.form,
          run: () => {
            if (element.current && !isCovered(element.current)) element.current.requestSubmit();
          },
        },
      ],
      [],
    ),
  );

  const jump = (path: string) => element.current && fieldNode(element.current, path)?.focus();

  const save = async () => {
    if (busy || readOnly === true) return;
    const inputs = [...(element.current?.querySelectorAll('input') ?? [])];
    const unreadable = inputs.find((input) => input.validity.customError);
    if (unreadable) {
      unreadable.focus();
      return;
    }
    setBusy(true);
    form.clearErrors();
    setRefused(null);
    try {
      await onSubmit(form.getValues());
    } catch (error) {
      const fields = error instanceof RefusalError ? error.fields : [];
      form.setErrors(Object.fromEntries(fields.map((field) => [field.field, field.message])));
      setRefused({ message: refusalText(error), fields });
      element.current?.scrollIntoView({ block: 'start' });
    } finally {
      setBusy(false);
    }
  };

  const onKeyDown = (event: KeyboardEvent<HTMLFormElement>) => {
    if (event.key !== 'Enter' || event.defaultPrevented || event.ctrlKey) return;
    if (moveOn(event.currentTarget, event.target)) event.preventDefault();
  };

  return (
    <form
      ref={element}
      noValidate
      aria-label={label}
      className={classes.form}
      data-wide={wide || undefined}
      onKeyDown={onKeyDown}
      onSubmit={(event: SyntheticEvent) => {
        event.preventDefault();
        void save();
      }}
    >
      {refused && (
        <div role="alert" className={classes.summary}>
          <Icon name="warning" />
          {refused.fields.length === 0 ? (
            <span>{refused.message}</span>
          ) : (
            <div>
              <strong>{id.form.summary(refused.fields.length)}</strong>
              <ul>
                {refused.fields.map((field) => (
                  <li key={field.field}>
                    <button type="button" className={classes.jump} onClick={() => jump(field.field)}>
                      {field.message}
                    </button>
                  </li>
                ))}
              </ul>
            </div>
          )}
        </div>
      )}
      <div className={classes.fields}>{children}</div>
      {readOnly !== true && (
        <Group gap="sm">
          <Button type="submit" loading={busy} title="Ctrl+Enter">
            {submitLabel}
          </Button>
          {onCancel && (
            <Button variant="default" onClick={onCancel}>
              {id.actions.cancel}
            </Button>
          )}
        </Group>
      )}
    </form>
  );
}

/** Fields side by side where they belong together, such as a place and a date. */
export function FieldRow({ children }: { children: ReactNode }) {
  return <div className={classes.fieldRow}>{children}</div>;
}

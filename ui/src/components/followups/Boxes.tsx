import { Checkbox } from '@mantine/core';
import type { ReactNode } from 'react';
import { asked, roles, type InstrumentKind, type RespondentRole } from '../../data/evaluation/followups';
import { id } from '../../i18n/id';
import styles from './followups.module.css';

const text = id.followups;

interface BoxesProps<T extends string> {
  label: string;
  /** In a table whose head says it: the label is only read out. */
  hideLabel?: boolean;
  description?: ReactNode;
  value: readonly T[];
  onChange: (value: T[]) => void;
  error?: ReactNode;
  disabled?: boolean;
  'data-path'?: string;
}

function Boxes<T extends string>(props: BoxesProps<T> & { of: readonly T[]; words: Record<T, string> }) {
  const { label, hideLabel, of, words, value, onChange, disabled, description, error } = props;
  return (
    <Checkbox.Group
      label={hideLabel ? undefined : label}
      aria-label={hideLabel ? label : undefined}
      description={description}
      error={error}
      value={[...value]}
      onChange={(next) => onChange(of.filter((one) => next.includes(one)))}
    >
      <div className={styles.boxes} data-close={hideLabel || undefined}>
        {of.map((one, at) => (
          <Checkbox
            key={one}
            size="xs"
            value={one}
            label={words[one]}
            disabled={disabled}
            data-path={at === 0 ? props['data-path'] : undefined}
          />
        ))}
      </div>
    </Checkbox.Group>
  );
}

/** Who is asked. */
export const RoleBoxes = (props: BoxesProps<RespondentRole>) => <Boxes {...props} of={roles} words={text.roles} />;

/** What is asked about; kinds that follow-ups do not ask are left out. */
export function AskBoxes({ value, ...props }: BoxesProps<InstrumentKind>) {
  const chosen = asked.filter((kind) => value.includes(kind));
  return <Boxes {...props} value={chosen} of={asked} words={text.asks} />;
}

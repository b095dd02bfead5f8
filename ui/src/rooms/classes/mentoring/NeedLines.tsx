import { ActionIcon, Autocomplete, Button, Select } from '@mantine/core';
import { Icon } from '../../../components/icons';
import { useFieldNames } from '../../../data/mentoring';
import type { Need } from '../../../data/mentoring/pairing';
import { id } from '../../../i18n/id';
import styles from './mentoring.module.css';
import type { Errors } from './RuleFields';

const text = id.pairing.mentee;
const levels = text.levels.map((label, value) => ({ value: String(value), label }));

interface NeedLinesProps {
  needs: readonly Need[];
  errors: Errors;
  onChange: (needs: Need[]) => void;
}

/** Fields in which somebody is to grow, each with the level asked for and the level reached. */
export function NeedLines({ needs, errors, onChange }: NeedLinesProps) {
  const fields = useFieldNames().data ?? [];
  const set = (at: number, part: Partial<Need>) =>
    onChange(needs.map((need, index) => (index === at ? { ...need, ...part } : need)));
  return (
    <fieldset className={styles.fieldset} data-path="needs" tabIndex={-1}>
      <legend>{text.needs}</legend>
      {needs.length === 0 && <p className="muted">{text.needsNone}</p>}
      {needs.length > 0 && (
        <div className={`${styles.needLine} ${styles.needHead}`} aria-hidden="true">
          <span>{text.field}</span>
          <span>{text.current}</span>
          <span />
          <span>{text.required}</span>
        </div>
      )}
      {needs.map((need, at) => (
        <div key={need.id ?? `new-${at}`} className={styles.needLine}>
          <Autocomplete
            aria-label={text.at(text.field, at + 1)}
            placeholder={text.field}
            data-path={`needs.${at}.field`}
            data={fields}
            limit={20}
            value={need.field}
            error={errors[`needs.${at}.field`]}
            onChange={(field) => set(at, { field })}
          />
          <Select
            aria-label={text.at(text.current, at + 1)}
            title={text.current}
            data-path={`needs.${at}.current`}
            data={levels}
            allowDeselect={false}
            value={String(need.current)}
            error={errors[`needs.${at}.current`]}
            onChange={(value) => set(at, { current: Number(value) })}
          />
          <Icon name="arrowRight" size={16} />
          <Select
            aria-label={text.at(text.required, at + 1)}
            title={text.required}
            data-path={`needs.${at}.required`}
            data={levels.slice(1)}
            allowDeselect={false}
            value={String(need.required)}
            error={errors[`needs.${at}.required`]}
            onChange={(value) => set(at, { required: Number(value) })}
          />
          <ActionIcon
            aria-label={text.removeAt(text.field, at + 1)}
            title={id.actions.remove}
            onClick={() => onChange(needs.filter((_, index) => index !== at))}
          >
            <Icon name="trash" />
          </ActionIcon>
        </div>
      ))}
      <Button
        variant="default"
        size="compact-sm"
        leftSection={<Icon name="plus" size={14} />}
        onClick={() => onChange([...needs, { id: null, field: '', required: 3, current: 0 }])}
      >
        {text.addNeed}
      </Button>
    </fieldset>
  );
}

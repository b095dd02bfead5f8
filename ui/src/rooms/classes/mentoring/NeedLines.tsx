import { Autocomplete, Select } from '@mantine/core';
import { LineTable } from '../../../components/LineTable';
import { useFieldNames } from '../../../data/mentoring';
import type { Need } from '../../../data/mentoring/pairing';
import { id } from '../../../i18n/id';
import type { Errors } from './RuleFields';

const text = id.pairing.mentee;
const levels = text.levels.map((label, value) => ({ value: String(value), label }));
const blank = (): Need => ({ id: null, field: '', required: 3, current: 0 });

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
  const props = (at: number, field: 'field' | 'current' | 'required', label: string) => ({
    'aria-label': text.at(label, at + 1),
    'data-path': `needs.${at}.${field}`,
    error: errors[`needs.${at}.${field}`],
  });
  const level = (need: Need, at: number, field: 'current' | 'required', label: string) => (
    <Select
      {...props(at, field, label)}
      data={field === 'required' ? levels.slice(1) : levels}
      allowDeselect={false}
      value={String(need[field])}
      onChange={(value) => set(at, { [field]: Number(value) })}
    />
  );
  return (
    <LineTable
      title={text.needs}
      path="needs"
      lines={needs}
      onChange={onChange}
      error={errors['needs']}
      heads={[{ label: text.field }, { label: text.current, width: 156 }, { label: text.required, width: 156 }]}
      cells={(need, at) => [
        <Autocomplete
          key="field"
          {...props(at, 'field', text.field)}
          data={fields}
          limit={20}
          value={need.field}
          onChange={(field) => set(at, { field })}
        />,
        level(need, at, 'current', text.current),
        level(need, at, 'required', text.required),
      ]}
      blank={blank}
      add={text.addNeed}
      none={text.needsNone}
    />
  );
}

import { Button, Select, TextInput } from '@mantine/core';
import type { Method } from '../../data/evaluation';
import { id } from '../../i18n/id';
import { LineTable } from '../LineTable';
import { linesAt } from '../lines/listOf';
import { StateBadge } from '../StateBadge';
import type { SchemeForm } from './SchemeFields';
import styles from './scheme.module.css';
import { partsNamed, type PartValues } from './values';

const text = id.evaluation.scheme;
const scales = ['4', '5', '10', '100'];

/** What a component that is not scored directly is put together from. */
export function PartFields({ form, at }: { form: SchemeForm; at: number }) {
  const component = form.getValues().components[at];
  if (!component || component.method === 'direct') return null;
  const { method, parts } = component;
  const words = text.parts[method];
  const path = `components.${at}.parts`;
  const named = component.name.trim() === '' ? text.componentAt(at + 1) : component.name.trim();
  const fill = (names: readonly string[], scale: string) => {
    form.setFieldValue(path, partsNamed(names, parts));
    form.setFieldValue(`components.${at}.scale`, scale);
  };
  const blank = (before: PartValues | undefined): PartValues => ({ id: null, name: '', weight: before?.weight ?? '1' });
  return (
    <div className={styles.parts}>
      {method === 'items' && (
        <div className={styles.partTools}>
          <Select
            label={text.scale}
            data={[...new Set([...scales, component.scale])].map((value) => ({ value, label: text.scaleOf(value) }))}
            allowDeselect={false}
            w={120}
            {...form.getInputProps(`components.${at}.scale`)}
          />
          <Button variant="default" onClick={() => fill(text.berakhlak, '4')}>
            {text.fillBerakhlak}
          </Button>
          <Button variant="default" onClick={() => fill(text.attitude, '4')}>
            {text.fillAttitude}
          </Button>
        </div>
      )}
      <LineTable
        {...linesAt(form, path, parts)}
        ordered
        title={words.title(named)}
        note={parts.length > 0 && <Note method={method} parts={parts} />}
        add={words.add}
        none={words.none}
        blank={blank}
        start="name"
        heads={[{ label: words.name }, { label: words.weight, width: 160, end: true }]}
        cells={(_, line) => [
          <TextInput
            key="name"
            aria-label={text.of(named, words.name, line + 1)}
            autoComplete="off"
            {...form.getInputProps(`${path}.${line}.name`)}
          />,
          <TextInput
            key="weight"
            aria-label={text.of(named, words.weight, line + 1)}
            inputMode="decimal"
            autoComplete="off"
            {...form.getInputProps(`${path}.${line}.weight`)}
          />,
        ]}
      />
    </div>
  );
}

/** How the parts become one score. */
function Note({ method, parts }: { method: Exclude<Method, 'direct'>; parts: readonly PartValues[] }) {
  const even = new Set(parts.map((part) => part.weight.trim())).size === 1;
  return <StateBadge tone="info">{text.parts[method].sum(even)}</StateBadge>;
}

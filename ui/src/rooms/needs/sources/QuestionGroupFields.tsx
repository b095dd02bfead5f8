import { Button, Checkbox, SegmentedControl, Select, Textarea, TextInput } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { Icon } from '../../../components/icons';
import { LineTable } from '../../../components/LineTable';
import { linesAt } from '../../../components/lines/listOf';
import type { InquiryView } from '../../../data/needs/inquiries';
import { id } from '../../../i18n/id';
import { blankQuestion, type GroupValues } from './questionForm';
import styles from './sources.module.css';

const text = id.inquiries.questions;
const wants = Object.entries(text.wantsKinds).map(([value, label]) => ({ value, label }));
const measures = Object.entries(text.measures).map(([value, label]) => ({ value, label }));

export interface QuestionGroupFieldsProps {
  form: UseFormReturnType<{ groups: GroupValues[] }>;
  /** Place of the part. */
  at: number;
  competencies: InquiryView['competencies'];
  onRemove?: () => void;
}

/** One part of a survey's sheet: its name, its scale, its items. */
export function QuestionGroupFields({ form, at, competencies, onRemove }: QuestionGroupFieldsProps) {
  const group = form.getValues().groups[at];
  if (!group) return null;
  const path = `groups.${at}`;
  const props = (field: string) => ({ ...form.getInputProps(`${path}.${field}`), 'data-path': `${path}.${field}` });
  return (
    <section className={styles.part} aria-label={text.group(at + 1)}>
      <div className={styles.partHead}>
        <TextInput label={text.name} required autoComplete="off" {...props('name')} />
        <SegmentedControl
          aria-label={`${text.measure}, ${text.group(at + 1)}`}
          data={measures}
          value={group.measure}
          onChange={(measure) => form.setFieldValue(`${path}.measure`, measure)}
        />
        {onRemove && (
          <Button variant="default" leftSection={<Icon name="trash" size={16} />} onClick={onRemove}>
            {text.removeGroup}
          </Button>
        )}
      </div>
      {group.measure === 'words' && (
        <LineTable
          {...linesAt(form, `${path}.words`, group.words)}
          error={form.errors[`${path}.scale`]}
          title={text.words}
          narrow
          ordered
          heads={[{ label: text.word }]}
          cells={(_, line) => [
            <TextInput key="word" autoComplete="off" aria-label={text.wordAt(line + 1)} {...props(`words.${line}.word`)} />,
          ]}
          blank={() => ({ word: '' })}
          add={text.addWord}
          none={text.noWords}
        />
      )}
      <LineTable
        {...linesAt(form, `${path}.items`, group.items)}
        title={text.items}
        ordered
        start="text"
        heads={[
          { label: text.item },
          { label: text.competency, width: 260 },
          { label: text.wants, width: 140 },
          { label: text.optional, width: 116 },
        ]}
        cells={(item, line) => [
          <Textarea key="text" autosize minRows={1} maxRows={4} aria-label={text.itemAt(line + 1)} {...props(`items.${line}.text`)} />,
          <Select
            key="competency"
            aria-label={text.competencyAt(line + 1)}
            data={competencies.map((one) => ({ value: one.id ?? '', label: one.name }))}
            searchable
            disabled={item.kind === 'text'}
            {...props(`items.${line}.competency`)}
          />,
          <Select key="kind" data={wants} allowDeselect={false} aria-label={text.wantsAt(line + 1)} {...props(`items.${line}.kind`)} />,
          <Checkbox
            key="optional"
            mt={8}
            aria-label={text.optionalAt(line + 1)}
            data-path={`${path}.items.${line}.optional`}
            checked={item.optional || item.kind === 'text'}
            disabled={item.kind === 'text'}
            onChange={(event) => form.setFieldValue(`${path}.items.${line}.optional`, event.currentTarget.checked)}
          />,
        ]}
        blank={blankQuestion}
        add={text.addItem}
        none={text.noItems}
      />
    </section>
  );
}

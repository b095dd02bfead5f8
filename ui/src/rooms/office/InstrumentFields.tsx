import { Checkbox, SegmentedControl, Select, Text, Textarea, TextInput } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { FieldRow } from '../../components/FormPage';
import { LineTable } from '../../components/LineTable';
import { listOf } from '../../components/lines/listOf';
import { id } from '../../i18n/id';
import { blankItem, type InstrumentValues } from './instruments';
import type { Dated } from '../../components/RuleForm';

const room = id.feedback;
const text = room.instruments;
/** Instruments of needs and readiness are made with their survey and by their own rule. */
const elsewhere = ['need', 'readiness'];
const kinds = Object.entries(room.kinds)
  .filter(([value]) => !elsewhere.includes(value))
  .map(([value, label]) => ({ value, label }));
const wants = Object.entries(text.wantsKinds).map(([value, label]) => ({ value, label }));
const measures = Object.entries(text.scales).map(([value, label]) => ({ value, label }));

type Form = UseFormReturnType<Dated<InstrumentValues>>;

/** Name, scale and items of an instrument. */
export function InstrumentFields({ form }: { form: Form }) {
  const { measure } = form.getValues();
  return (
    <>
      <FieldRow>
        <TextInput label={text.name} required autoComplete="off" {...form.getInputProps('name')} />
        <Select label={text.kind} data={kinds} allowDeselect={false} {...form.getInputProps('kind')} />
      </FieldRow>
      <div>
        <Text id="instrument-scale" fw={600}>
          {text.scale}
        </Text>
        <div>
          <SegmentedControl aria-labelledby="instrument-scale" data={measures} {...form.getInputProps('measure')} />
        </div>
      </div>
      {measure === 'words' && <Words form={form} />}
      <Items form={form} />
    </>
  );
}

function Words({ form }: { form: Form }) {
  return (
    <LineTable
      {...listOf(form, 'scale')}
      title={text.words}
      narrow
      ordered
      heads={[{ label: text.word }]}
      cells={(_, at) => [
        <TextInput
          key="word"
          autoComplete="off"
          aria-label={text.wordAt(at + 1)}
          {...form.getInputProps(`scale.${at}.word`)}
          data-path={`scale.${at}.word`}
        />,
      ]}
      blank={() => ({ word: '' })}
      add={text.addWord}
      none={text.noWords}
    />
  );
}

function Items({ form }: { form: Form }) {
  const props = (at: number, field: string) => ({
    ...form.getInputProps(`items.${at}.${field}`),
    'data-path': `items.${at}.${field}`,
  });
  return (
    <LineTable
      {...listOf(form, 'items')}
      title={text.items}
      lead={text.itemsHint}
      ordered
      start="text"
      heads={[{ label: text.item }, { label: text.wants, width: 140 }, { label: text.optional, width: 116 }]}
      cells={(item, at) => [
        <Textarea key="text" autosize minRows={1} maxRows={4} aria-label={text.itemAt(at + 1)} {...props(at, 'text')} />,
        <Select key="kind" data={wants} allowDeselect={false} aria-label={text.wantsAt(at + 1)} {...props(at, 'kind')} />,
        <Checkbox
          key="optional"
          mt={8}
          aria-label={text.optionalAt(at + 1)}
          data-path={`items.${at}.optional`}
          checked={item.optional}
          onChange={(event) => form.setFieldValue(`items.${at}.optional`, event.currentTarget.checked)}
        />,
      ]}
      blank={blankItem}
      add={text.addItem}
      none={text.noItems}
    />
  );
}

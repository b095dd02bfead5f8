import { Checkbox, Group, TextInput } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { LineTable } from '../../../components/LineTable';
import { listOf } from '../../../components/lines/listOf';
import { Loaded } from '../../../components/Loaded';
import { RuleForm, type Dated, type RuleBody } from '../../../components/RuleForm';
import { Reading } from '../../../components/scheme/values';
import { TimeField } from '../../../components/TimeField';
import { useRules } from '../../../data/office';
import { weekdays } from '../../../i18n/dates';
import { id } from '../../../i18n/id';
import styles from './schedule.module.css';
import { ScheduleHeader } from './ScheduleHeader';

const text = id.schedule.rule;

type ScheduleRule = RuleBody<'schedule'>;

interface Part {
  name: string;
  starts: string | null;
  ends: string | null;
  jp: string;
}

interface Values extends Record<string, unknown> {
  /** Numbers of the days, as the boxes hold them. */
  weekdays: string[];
  parts: Part[];
  jp_a_day: string;
  share: string;
  smallest_unit: string;
}

const valuesOf = (rule: ScheduleRule): Values => ({
  weekdays: rule.weekdays.map(String),
  parts: rule.parts.map((part) => ({ ...part, jp: String(part.jp) })),
  jp_a_day: String(rule.jp_a_day),
  share: String(rule.share),
  smallest_unit: String(rule.smallest_unit),
});

/** Reads what was typed; what is no number or no time is refused at its field. */
function ruleOf(values: Values): ScheduleRule {
  const read = new Reading();
  const number = (field: string, typed: string) => Math.min(255, read.whole(field, typed));
  const time = (field: string, typed: string | null) => read.given(field, typed, text.timeMissing);
  const rule = {
    weekdays: values.weekdays.map(Number),
    parts: values.parts.map((part, at) => ({
      name: part.name,
      starts: time(`parts.${at}.starts`, part.starts),
      ends: time(`parts.${at}.ends`, part.ends),
      jp: number(`parts.${at}.jp`, part.jp),
    })),
    jp_a_day: number('jp_a_day', values.jp_a_day),
    share: number('share', values.share),
    smallest_unit: number('smallest_unit', values.smallest_unit),
  };
  read.done();
  return rule;
}

/** Monday first, by their numbers. */
const dayBoxes = [1, 2, 3, 4, 5, 6, 7].map((day) => ({ value: String(day), label: weekdays[day % 7] ?? '' }));

function Parts({ form }: { form: UseFormReturnType<Dated<Values>> }) {
  return (
    <LineTable
      {...listOf(form, 'parts')}
      title={text.parts}
      heads={[
        { label: text.partName },
        { label: text.starts, width: 100 },
        { label: text.ends, width: 100 },
        { label: text.jp, width: 72, end: true },
      ]}
      blank={(before): Part => ({ name: '', starts: before?.ends ?? null, ends: null, jp: before?.jp ?? '4' })}
      add={text.addPart}
      none={text.partsNone}
      cells={(_, at) => [
        <TextInput
          key="name"
          aria-label={text.partOf(text.partName, at + 1)}
          autoComplete="off"
          {...form.getInputProps(`parts.${at}.name`)}
        />,
        <TimeField
          key="starts"
          hideLabel
          label={text.partOf(text.starts, at + 1)}
          {...form.getInputProps(`parts.${at}.starts`)}
        />,
        <TimeField key="ends" hideLabel label={text.partOf(text.ends, at + 1)} {...form.getInputProps(`parts.${at}.ends`)} />,
        <TextInput
          key="jp"
          aria-label={text.partOf(text.jp, at + 1)}
          inputMode="numeric"
          autoComplete="off"
          {...form.getInputProps(`parts.${at}.jp`)}
        />,
      ]}
    />
  );
}

function Fields({ form }: { form: UseFormReturnType<Dated<Values>> }) {
  const numbers = [
    { name: 'jp_a_day', label: text.jpADay, hint: text.jpADayHint, unit: text.jp },
    { name: 'share', label: text.share, hint: text.shareHint, unit: text.percent },
    { name: 'smallest_unit', label: text.smallest, hint: text.smallestHint, unit: text.people },
  ] as const;
  return (
    <>
      <Checkbox.Group label={text.weekdays} data-path="weekdays" {...form.getInputProps('weekdays')}>
        <Group gap="md" mt={4}>
          {dayBoxes.map((box) => (
            <Checkbox key={box.value} value={box.value} label={box.label} />
          ))}
        </Group>
      </Checkbox.Group>
      <Parts form={form} />
      {numbers.map(({ name, label, hint, unit }) => (
        <TextInput
          key={name}
          label={label}
          description={hint}
          rightSection={<span className="muted">{unit}</span>}
          rightSectionWidth={64}
          inputMode="numeric"
          autoComplete="off"
          styles={{ wrapper: { maxWidth: 140 } }}
          {...form.getInputProps(name)}
        />
      ))}
    </>
  );
}

/** Working days, parts of a day and limits that the calendar and the proposals go by. */
export function RuleScreen() {
  return (
    <>
      <ScheduleHeader />
      <p className={styles.lead}>{text.lead}</p>
      <Loaded query={useRules()}>
        {({ schedule }) => (
          <RuleForm
            kind="schedule"
            label={text.label}
            submitLabel={text.save}
            body={valuesOf(schedule)}
            toBody={(body) => ruleOf(body)}
          >
            {(form) => <Fields form={form} />}
          </RuleForm>
        )}
      </Loaded>
    </>
  );
}

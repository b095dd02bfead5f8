import { Button, Select, TextInput, Textarea } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { AmountField } from '../../../components/AmountField';
import { FieldRow } from '../../../components/FormPage';
import { Icon } from '../../../components/icons';
import { LineTable } from '../../../components/LineTable';
import { listOf } from '../../../components/lines/listOf';
import { Loaded } from '../../../components/Loaded';
import { PlanningHeader } from '../../../components/PlanningHeader';
import { RuleForm, type Dated } from '../../../components/RuleForm';
import { ReadReport } from '../../../components/costs/ReadReport';
import { useReadFile } from '../../../components/costs/useReadFile';
import { useRules } from '../../../data/office';
import type { BudgetRule, Coded } from '../../../data/planning/catalogue';
import { months } from '../../../i18n/dates';
import { id } from '../../../i18n/id';
import styles from './catalogue.module.css';

const text = id.catalogue.names;
const monthOptions = months.map((label, at) => ({ value: String(at + 1), label }));

/** The rule while it is typed: lists of plain words as lines of a text. */
interface Values extends Record<string, unknown> {
  accounts: Coded[];
  sub_activities: Coded[];
  funds: string;
  methods: string;
  last_month: string;
  last_day: number | null;
  jp_limit: number | null;
}

type Form = UseFormReturnType<Dated<Values>>;

const valuesOf = (rule: BudgetRule): Values => ({
  ...rule,
  funds: rule.funds.join('\n'),
  methods: rule.methods.join('\n'),
  last_month: String(rule.last_month),
});

const linesOf = (typed: string) => typed.split('\n').map((line) => line.trim()).filter((line) => line !== '');

const ruleOf = (values: Values): BudgetRule => ({
  ...values,
  funds: linesOf(values.funds),
  methods: linesOf(values.methods),
  last_month: Number(values.last_month),
  last_day: values.last_day ?? 0,
});

/** Refused words of a list stand at the text in which the list is typed. */
const fieldOf = (field: string) => field.replace(/^(funds|methods)\.\d+$/, '$1');

/** Accounts, sub kegiatan, fund sources, methods and limits that budgets and plans use. */
export function NamesScreen() {
  return (
    <>
      <PlanningHeader />
      <p className={styles.lead}>{text.lead}</p>
      <Loaded query={useRules()}>
        {({ budget }) => (
          <div className={styles.names}>
            <RuleForm wide kind="budget" label={text.label} submitLabel={text.save} body={valuesOf(budget)} toBody={ruleOf} fieldOf={fieldOf}>
              {(form) => (
                <>
                  <FieldRow>
                    <Textarea label={text.funds} description={text.onePerLine} autosize minRows={4} {...form.getInputProps('funds')} />
                    <Textarea label={text.methods} description={text.onePerLine} autosize minRows={4} maxRows={10} {...form.getInputProps('methods')} />
                  </FieldRow>
                  <Limits form={form} />
                  <Codes form={form} list="sub_activities" />
                  <Codes form={form} list="accounts" />
                </>
              )}
            </RuleForm>
          </div>
        )}
      </Loaded>
    </>
  );
}

function Limits({ form }: { form: Form }) {
  return (
    <FieldRow>
      <AmountField label={`${text.lastDay}: ${text.lastDayOf.toLowerCase()}`} required {...form.getInputProps('last_day')} />
      <Select label={text.lastMonth} data={monthOptions} allowDeselect={false} {...form.getInputProps('last_month')} />
      <AmountField label={text.jpLimit} description={text.jpLimitHint} {...form.getInputProps('jp_limit')} />
    </FieldRow>
  );
}

/** Codes with their names, typed or read from a file; a code that is there already gets the name of the file. */
function Codes({ form, list }: { form: Form; list: 'accounts' | 'sub_activities' }) {
  const words = text[list];
  const reading = useReadFile<Coded>((found) => {
    const read = new Map(found.map((line) => [line.code, line]));
    const known = form.getValues()[list].map((line) => read.get(line.code) ?? line);
    const codes = new Set(known.map((line) => line.code));
    form.setFieldValue(list, [...known, ...found.filter((line) => !codes.has(line.code))] as never);
  });
  return (
    <section>
      <LineTable
        {...listOf(form, list)}
        title={words.title}
        add={words.add}
        none={words.none}
        blank={() => ({ code: '', name: '' })}
        note={
          <Button
            variant="default"
            size="xs"
            leftSection={<Icon name="import" size={16} />}
            loading={reading.busy}
            onClick={() => void reading.read((backend) => backend.catalogue.readCodes())}
          >
            {words.import}
          </Button>
        }
        heads={[{ label: text.code, width: 220 }, { label: text.name }]}
        cells={(line, at) => [
          <TextInput key="code" aria-label={text.code} autoComplete="off" {...form.getInputProps(`${list}.${at}.code`)} />,
          <TextInput key="name" aria-label={text.name} title={line.name} autoComplete="off" {...form.getInputProps(`${list}.${at}.name`)} />,
        ]}
      />
      {reading.file && <ReadReport file={reading.file} onClose={reading.close} />}
    </section>
  );
}

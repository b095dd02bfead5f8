import { Autocomplete, NumberInput, Select, TextInput, Textarea } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useEffect } from 'react';
import { AmountField } from '../../../components/AmountField';
import { FieldRow, FormPage } from '../../../components/FormPage';
import { LeaveGuard } from '../../../components/LeaveGuard';
import { useRules } from '../../../data/office';
import { useSaveItem, type ItemView, type PlanItem } from '../../../data/planning/plan';
import { id } from '../../../i18n/id';
import { months } from './figures';

const text = id.plan.item;
const wishes = Object.entries(id.plan.choice.wishes).map(([value, label]) => ({ value, label }));

type Values = Omit<PlanItem, 'month'> & { month: string | null };

const valuesOf = (item: PlanItem): Values => ({ ...item, month: item.month === null ? null : String(item.month) });

/** What a candidate is: month, size, what the office demands, with which others it stands in competition. */
export function ItemForm({ view }: { view: ItemView }) {
  const subs = useRules().data?.budget.sub_activities ?? [];
  const stored = valuesOf(view.row.item);
  const form = useForm<Values & Record<string, unknown>>({ initialValues: stored });
  const { setInitialValues, setValues } = form;
  const key = JSON.stringify(stored);
  useEffect(() => {
    const now = JSON.parse(key) as Values;
    setInitialValues(now);
    setValues(now);
    // eslint-disable-next-line react-hooks/exhaustive-deps -- the functions of the form change with each keystroke
  }, [key]);
  const save = useSaveItem();
  const ofPeople = view.people.some((person) => person.value > 0);
  const readOnly = !view.editable;
  const input = (name: keyof Values) => ({ ...form.getInputProps(name), disabled: readOnly });
  return (
    <>
      <LeaveGuard unsaved={form.isDirty()} />
      <FormPage
        form={form}
        label={text.form}
        submitLabel={text.save}
        readOnly={readOnly}
        onSubmit={async (values) => save.mutateAsync({ ...values, month: values.month === null ? null : Number(values.month) })}
      >
        <TextInput label={text.name} required autoComplete="off" {...input('name')} />
        <Autocomplete
          label={text.sub}
          data={subs.map(({ code }) => code)}
          renderOption={({ option }) => `${option.value} ${subs.find(({ code }) => code === option.value)?.name ?? ''}`}
          description={subs.find(({ code }) => code === form.getValues().sub_activity)?.name}
          {...input('sub_activity')}
        />
        <FieldRow>
          <Select
            label={text.month}
            data={months}
            placeholder={text.noMonth}
            clearable
            clearButtonProps={{ 'aria-label': `${id.actions.remove} ${text.month}`, tabIndex: -1 }}
            {...input('month')}
          />
          <NumberInput label={text.participants} min={0} max={65_535} allowDecimal={false} hideControls {...input('participants')} />
          <NumberInput label={text.jp} min={0} max={65_535} allowDecimal={false} hideControls {...input('jp')} />
        </FieldRow>
        <FieldRow>
          <Select label={text.wish} allowDeselect={false} data={wishes} {...input('wish')} />
          <TextInput label={text.alternative} description={text.alternativeHint} autoComplete="off" {...input('alternative')} />
        </FieldRow>
        <AmountField
          label={text.value}
          description={ofPeople ? text.valueOfPeople : text.valueHint}
          hundredths
          empty={0}
          {...form.getInputProps('value')}
          disabled={readOnly || ofPeople}
        />
        <Textarea label={text.note} autosize minRows={2} {...input('note')} />
      </FormPage>
    </>
  );
}

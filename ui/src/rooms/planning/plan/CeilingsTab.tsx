import { Autocomplete, Button } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useEffect } from 'react';
import { AmountField } from '../../../components/AmountField';
import { ReadReport } from '../../../components/costs/ReadReport';
import { useReadFile } from '../../../components/costs/useReadFile';
import { FormPage } from '../../../components/FormPage';
import { Icon } from '../../../components/icons';
import { LeaveGuard } from '../../../components/LeaveGuard';
import { LineTable } from '../../../components/LineTable';
import { listOf } from '../../../components/lines/listOf';
import { useRules } from '../../../data/office';
import { useSaveCeilings, type Ceiling, type PlanView } from '../../../data/planning/plan';
import { id } from '../../../i18n/id';
import { formatNumber } from '../../../i18n/numbers';
import styles from './plan.module.css';

const text = id.plan.ceilings;

const sameAs = (one: Ceiling) => (other: Ceiling) =>
  one.sub_activity === other.sub_activity && one.fund.toLowerCase() === other.fund.toLowerCase();

/** What a file says goes before what stood there. */
function together(known: readonly Ceiling[], read: readonly Ceiling[]): Ceiling[] {
  const kept = known.map((line) => ({ ...line, amount: read.find(sameAs(line))?.amount ?? line.amount }));
  return [...kept, ...read.filter((line) => !known.some(sameAs(line)))];
}

/** How much each fund source gives, in all or for a sub kegiatan, and what is taken of it. */
export function CeilingsTab({ view }: { view: PlanView }) {
  const plan = view.row.head;
  const budget = useRules().data?.budget;
  const subs = budget?.sub_activities ?? [];
  const stored = view.ceilings.map(({ ceiling }) => ceiling);
  const form = useForm<{ ceilings: Ceiling[] }>({ initialValues: { ceilings: stored } });
  const { setInitialValues, setValues } = form;
  const key = JSON.stringify(stored);
  useEffect(() => {
    const ceilings = JSON.parse(key) as Ceiling[];
    setInitialValues({ ceilings });
    setValues({ ceilings });
    // eslint-disable-next-line react-hooks/exhaustive-deps -- the functions of the form change with each keystroke
  }, [key]);
  const save = useSaveCeilings(plan.id);
  const reading = useReadFile<Ceiling>((lines) => form.setFieldValue('ceilings', together(form.getValues().ceilings, lines)));
  const readOnly = plan.status !== 'draft';
  const rows = new Map(view.ceilings.map((row) => [row.ceiling.id, row]));
  const figure = (line: Ceiling, of: 'used' | 'wanted') => {
    const row = line.id === null ? undefined : rows.get(line.id);
    return row ? formatNumber(row[of]) : '';
  };
  return (
    <div className={styles.scroll}>
      <LeaveGuard unsaved={form.isDirty()} />
      <FormPage
        wide
        form={form}
        label={text.form}
        submitLabel={text.save}
        readOnly={readOnly}
        onSubmit={async ({ ceilings }) => save.mutateAsync(ceilings)}
      >
        <LineTable
          {...listOf(form, 'ceilings')}
          title={text.title}
          add={text.add}
          none={text.none}
          lead={text.hint}
          readOnly={readOnly}
          blank={(before) => ({ id: null, sub_activity: before?.sub_activity ?? '', fund: budget?.funds[0] ?? '', amount: 0 })}
          heads={[
            { label: text.sub },
            { label: text.fund, width: 150 },
            { label: text.amount, width: 170, end: true },
            { label: text.used, width: 140, end: true },
            { label: text.left, width: 140, end: true },
            { label: text.wanted, width: 140, end: true },
          ]}
          cells={(line, at) => {
            const used = (line.id === null ? undefined : rows.get(line.id)?.used) ?? 0;
            const input = (name: keyof Ceiling) => ({ ...form.getInputProps(`ceilings.${at}.${name}`), disabled: readOnly });
            return [
              <Autocomplete
                key="sub"
                aria-label={text.sub}
                placeholder={text.all}
                title={subs.find(({ code }) => code === line.sub_activity)?.name}
                data={subs.map(({ code }) => code)}
                comboboxProps={{ width: 480, position: 'bottom-start' }}
                renderOption={({ option }) => `${option.value} ${subs.find(({ code }) => code === option.value)?.name ?? ''}`}
                {...input('sub_activity')}
              />,
              <Autocomplete key="fund" aria-label={text.fund} data={budget?.funds ?? []} {...input('fund')} />,
              <AmountField key="amount" label={text.amount} hideLabel empty={0} {...input('amount')} />,
              <span key="used" className="number">{figure(line, 'used')}</span>,
              <span key="left" className={line.amount < used ? `number ${styles.less}` : 'number'}>{formatNumber(line.amount - used)}</span>,
              <span key="wanted" className="number muted">{figure(line, 'wanted')}</span>,
            ];
          }}
        />
        {!readOnly && (
          <div>
            <Button
              variant="default"
              size="xs"
              leftSection={<Icon name="import" size={16} />}
              loading={reading.busy}
              onClick={() => void reading.read((backend) => backend.plan.readCeilings())}
            >
              {text.import}
            </Button>
          </div>
        )}
        {reading.file && <ReadReport file={reading.file} onClose={reading.close} />}
      </FormPage>
    </div>
  );
}

import { MultiSelect, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useEffect } from 'react';
import { AmountField } from '../../../components/AmountField';
import { FormPage } from '../../../components/FormPage';
import { LeaveGuard } from '../../../components/LeaveGuard';
import { LineTable } from '../../../components/LineTable';
import { listOf } from '../../../components/lines/listOf';
import { useUnits } from '../../../data/people';
import { useSaveGroups, type PlanGroup, type PlanView } from '../../../data/planning/plan';
import { id } from '../../../i18n/id';
import styles from './plan.module.css';

const text = id.plan.groups;

/** Units that are to get so many places at least. */
export function GroupsTab({ view }: { view: PlanView }) {
  const plan = view.row.head;
  const units = useUnits().data ?? [];
  const stored = view.groups.map(({ group }) => group);
  const form = useForm<{ groups: PlanGroup[] }>({ initialValues: { groups: stored } });
  const { setInitialValues, setValues } = form;
  const key = JSON.stringify(stored);
  useEffect(() => {
    const groups = JSON.parse(key) as PlanGroup[];
    setInitialValues({ groups });
    setValues({ groups });
    // eslint-disable-next-line react-hooks/exhaustive-deps -- the functions of the form change with each keystroke
  }, [key]);
  const save = useSaveGroups(plan.id);
  const readOnly = plan.status !== 'draft';
  return (
    <div className={styles.scroll}>
      <LeaveGuard unsaved={form.isDirty()} />
      <FormPage
        wide
        form={form}
        label={text.form}
        submitLabel={text.save}
        readOnly={readOnly}
        onSubmit={async ({ groups }) => save.mutateAsync(groups)}
      >
        <LineTable
          {...listOf(form, 'groups')}
          title={text.title}
          add={text.add}
          none={text.none}
          readOnly={readOnly}
          blank={(): PlanGroup => ({ id: null, name: '', least: 1, units: [] })}
          heads={[
            { label: text.name, width: 240 },
            { label: text.units },
            { label: text.least, width: 110, end: true },
            { label: text.served, width: 100, end: true },
          ]}
          cells={(line, at) => {
            const input = (name: keyof PlanGroup) => ({ ...form.getInputProps(`groups.${at}.${name}`), disabled: readOnly });
            const served = view.groups.find(({ group }) => group.id !== null && group.id === line.id)?.served;
            return [
              <TextInput key="name" aria-label={text.name} autoComplete="off" {...input('name')} />,
              <MultiSelect
                key="units"
                aria-label={text.units}
                searchable
                limit={60}
                data={units.map((unit) => ({ value: unit.id, label: unit.path }))}
                {...input('units')}
              />,
              <AmountField key="least" label={text.least} hideLabel empty={0} {...input('least')} />,
              <span key="served" className={served !== undefined && served < line.least ? `number ${styles.less}` : 'number'}>{served ?? ''}</span>,
            ];
          }}
        />
      </FormPage>
    </div>
  );
}

import { Button } from '@mantine/core';
import { useForm } from '@mantine/form';
import { Link } from '@tanstack/react-router';
import { useEffect } from 'react';
import { CostTable } from '../../../components/CostTable';
import { FormPage } from '../../../components/FormPage';
import { LeaveGuard } from '../../../components/LeaveGuard';
import { Loaded } from '../../../components/Loaded';
import { ReasonList } from '../../../components/ReasonList';
import { useSaveFile } from '../../../data/files';
import { useRules } from '../../../data/office';
import { useAddressId } from '../../../data/open';
import { saveCataloguePaper, useCosts, useSaveCosts, type BudgetRule, type CostLine, type CostSheet } from '../../../data/planning/catalogue';
import { id } from '../../../i18n/id';
import { ProgrammeFrame } from './ProgrammeFrame';
import styles from './programme.module.css';

const text = id.catalogue.costs;

/** What one class of a programme costs, line by line. */
export function CostsScreen() {
  const programme = useAddressId();
  const saveFile = useSaveFile();
  const costs = useCosts(programme);
  const rules = useRules();
  const toExcel = () => void saveFile(saveCataloguePaper({ kind: 'costs', programme }, 'xlsx'));
  const print = (costs.data?.lines.length ?? 0) > 0 && (
    <Button variant="default" component={Link} to={`/programmes/${programme}/costs/print`}>
      {text.print}
    </Button>
  );
  return (
    <>
      <ProgrammeFrame programme={programme} actions={print} menu={[{ label: text.xlsx, icon: 'file', run: toExcel }]} />
      <p className={styles.lead}>{text.lead}</p>
      <Loaded query={rules}>
        {({ budget }) => <Loaded query={costs}>{(sheet) => <Form key={programme} programme={programme} sheet={sheet} rule={budget} />}</Loaded>}
      </Loaded>
    </>
  );
}

function Form({ programme, sheet, rule }: { programme: string; sheet: CostSheet; rule: BudgetRule }) {
  const form = useForm<{ costs: CostLine[] }>({ initialValues: { costs: sheet.lines } });
  const save = useSaveCosts(programme);
  const { setInitialValues, setValues } = form;
  // What the core made of it, or an undo.
  useEffect(() => {
    setInitialValues({ costs: sheet.lines });
    setValues({ costs: sheet.lines });
    // eslint-disable-next-line react-hooks/exhaustive-deps -- the functions of the form change with each keystroke
  }, [sheet.lines]);
  return (
    <div className={styles.costs}>
      <LeaveGuard unsaved={form.isDirty()} />
      {sheet.doubts.length > 0 && (
        <ReasonList label={text.doubts} reasons={sheet.doubts.map((doubt) => ({ tone: 'warn', text: doubt }))} />
      )}
      <FormPage
        form={form}
        label={text.label}
        wide
        submitLabel={text.save}
        onSubmit={async ({ costs }) => {
          await save.mutateAsync(costs);
          form.resetDirty();
        }}
      >
        <CostTable form={form} rule={rule} />
      </FormPage>
    </div>
  );
}

import { Button } from '@mantine/core';
import { useForm } from '@mantine/form';
import { Link } from '@tanstack/react-router';
import { useEffect } from 'react';
import { FormPage } from '../../../components/FormPage';
import { LeaveGuard } from '../../../components/LeaveGuard';
import { Loaded } from '../../../components/Loaded';
import { ReasonList } from '../../../components/ReasonList';
import { useAddressId } from '../../../data/open';
import { useCourseJp, useEntry, useSaveEntry, type CatalogueView } from '../../../data/planning/catalogue';
import { id } from '../../../i18n/id';
import { EntryFields } from './EntryFields';
import { entryOf, fieldsOfForm, valuesOf, type EntryValues } from './entryForm';
import { ProgrammeFrame } from './ProgrammeFrame';
import styles from './programme.module.css';

const text = id.catalogue.entry;

/** What the catalogue says of a programme. */
export function EntryScreen() {
  const programme = useAddressId();
  const costs = (
    <Button variant="default" component={Link} to={`/programmes/${programme}/costs`}>
      {text.openCosts}
    </Button>
  );
  return (
    <>
      <ProgrammeFrame programme={programme} actions={costs} />
      <Loaded query={useEntry(programme)}>{(view) => <Entry key={programme} programme={programme} view={view} />}</Loaded>
    </>
  );
}

function Entry({ programme, view }: { programme: string; view: CatalogueView }) {
  const form = useForm<EntryValues>({ initialValues: valuesOf(view.catalogue) });
  const save = useSaveEntry(programme);
  const { setInitialValues, setValues } = form;
  // What the core made of it, or an undo.
  useEffect(() => {
    const values = valuesOf(view.catalogue);
    setInitialValues(values);
    setValues(values);
    // eslint-disable-next-line react-hooks/exhaustive-deps -- the functions of the form change with each keystroke
  }, [view.catalogue]);
  return (
    <div className={styles.beside}>
      <LeaveGuard unsaved={form.isDirty()} />
      <FormPage
        form={form}
        label={text.label}
        submitLabel={text.save}
        onSubmit={async (values) => {
          try {
            await save.mutateAsync(entryOf(values));
          } catch (error) {
            throw fieldsOfForm(error);
          }
          form.resetDirty();
        }}
      >
        <EntryFields form={form} programme={programme} />
      </FormPage>
      <Aside programme={programme} view={view} values={form.getValues()} />
    </div>
  );
}

/** What follows from the form, and what deserves a look. */
function Aside({ programme, view, values }: { programme: string; view: CatalogueView; values: EntryValues }) {
  const jp = useCourseJp(programme, values.scope, values.days).data ?? view.jp;
  const doubts = [
    ...(view.entered ? [] : [{ tone: 'info' as const, text: text.notEntered }]),
    ...view.doubts.map((doubt) => ({ tone: 'warn' as const, text: doubt })),
  ];
  return (
    <aside className={styles.aside} aria-label={text.jpTitle}>
      <section>
        <h2>{text.jpTitle}</h2>
        <p className={styles.jp}>{jp.jp === null ? text.jpNone : text.jp(jp.jp)}</p>
        <p className="muted">{jp.sentence}</p>
      </section>
      {doubts.length > 0 && (
        <section>
          <h2>{text.doubts}</h2>
          <ReasonList label={text.doubts} reasons={doubts} />
        </section>
      )}
      {view.required_by.length > 0 && <p className="muted">{text.prerequisites.requiredBy(view.required_by.join(', '))}</p>}
    </aside>
  );
}

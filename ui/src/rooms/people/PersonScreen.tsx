import { useForm } from '@mantine/form';
import { useLocation, useNavigate } from '@tanstack/react-router';
import { useEffect } from 'react';
import { RefusalError } from '../../backend/backend';
import { FormPage } from '../../components/FormPage';
import { PersonGaps } from '../../components/gaps/PersonGaps';
import { LeaveGuard } from '../../components/LeaveGuard';
import { Loaded } from '../../components/Loaded';
import { PageHeader } from '../../components/PageHeader';
import { useAddressId } from '../../data/open';
import { usePerson, useSavePerson, type Person, type PersonView } from '../../data/people';
import { id } from '../../i18n/id';
import { formatNip } from '../../i18n/nip';
import classes from './people.module.css';
import { PersonAside } from './PersonAside';
import { PersonClasses } from './PersonClasses';
import { PersonFields } from './PersonFields';
import { PersonHistory } from './PersonHistory';
import { PersonLedger } from './PersonLedger';

const text = id.people.person;
const crumbs = [{ label: id.people.title, to: '/people' }];

type Tab = 'data' | 'history' | 'classes' | 'jp' | 'competencies';

function tabOf(pathname: string): Tab {
  if (pathname.endsWith('/history')) return 'history';
  if (pathname.endsWith('/jp')) return 'jp';
  if (pathname.endsWith('/competencies')) return 'competencies';
  return pathname.endsWith('/classes') ? 'classes' : 'data';
}

/** One person: data, histories, classes and certificates. */
export function PersonScreen() {
  const person = useAddressId();
  return (
    <Loaded query={usePerson(person)}>{(view) => <PersonPage key={person} person={person} view={view} />}</Loaded>
  );
}

/** On which tab a refused field stands. */
const historyField = (field: string, nips: number) =>
  /^(ranks|posts|educations)\b/.test(field) || (field.startsWith('nips') && !(field.startsWith('nips.0.nip') && nips === 1));

function PersonPage({ person, view }: { person: string; view: PersonView }) {
  const base = `/people/${person}`;
  const tab = tabOf(useLocation().pathname);
  const navigate = useNavigate();
  const form = useForm<Person>({ initialValues: view.person });
  const save = useSavePerson();
  const { setInitialValues, setValues, resetDirty } = form;

  // What the core made of it, such as a rank in its usual form, or an undo.
  useEffect(() => {
    setInitialValues(view.person);
    setValues(view.person);
    // eslint-disable-next-line react-hooks/exhaustive-deps -- the functions of the form change with each keystroke
  }, [view.person]);

  const submit = async (values: Person) => {
    try {
      await save.mutateAsync({ ...values, photo: view.person.photo });
      resetDirty();
    } catch (error) {
      const first = error instanceof RefusalError ? error.fields[0]?.field : undefined;
      if (first !== undefined) {
        void navigate({ to: historyField(first, values.nips.length) ? `${base}/history` : base, replace: true });
      }
      throw error;
    }
  };

  const now = view.person;
  const nip = now.nips.at(-1)?.nip ?? '';
  return (
    <>
      <PageHeader
        title={view.full_name}
        crumbs={crumbs}
        subtitle={[id.people.kinds[now.kind], formatNip(nip), now.posts.at(-1)?.position ?? ''].filter(Boolean).join(' · ')}
        state={now.active ? undefined : { label: id.people.inactive, tone: 'neutral' }}
        tabs={[
          { label: text.tabs.data, to: base },
          { label: text.tabs.history, to: `${base}/history` },
          { label: text.tabs.classes, to: `${base}/classes`, note: String(view.classes.length + view.certificates.length) },
          { label: text.tabs.jp, to: `${base}/jp` },
          { label: id.needs.person.tab, to: `${base}/competencies` },
        ]}
      />
      <LeaveGuard unsaved={form.isDirty()} within={base} />
      {tab === 'classes' && <PersonClasses view={view} />}
      {tab === 'jp' && <PersonLedger person={person} />}
      {tab === 'competencies' && <PersonGaps person={person} />}
      {(tab === 'data' || tab === 'history') && (
        <div className={classes.personPage} data-wide={tab === 'history' || undefined}>
          <FormPage form={form} onSubmit={submit} submitLabel={text.save} label={text.formLabel}>
            {tab === 'data' ? <PersonFields form={form} /> : <PersonHistory form={form} />}
          </FormPage>
          {tab === 'data' && <PersonAside person={person} view={view} />}
        </div>
      )}
    </>
  );
}

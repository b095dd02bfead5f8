import { useForm } from '@mantine/form';
import { useNavigate } from '@tanstack/react-router';
import { FormPage } from '../../components/FormPage';
import { LeaveGuard, usePassing } from '../../components/LeaveGuard';
import { Loaded } from '../../components/Loaded';
import { PageHeader } from '../../components/PageHeader';
import { useBlankPerson, useSavePerson, type Person } from '../../data/people';
import { id } from '../../i18n/id';
import classes from './people.module.css';
import { PersonFields } from './PersonFields';
import { PersonHistory } from './PersonHistory';

const text = id.people.person;
const crumbs = [{ label: id.people.title, to: '/people' }];

export function NewPersonScreen() {
  return (
    <>
      <PageHeader title={text.new} subtitle={text.newHint} crumbs={crumbs} />
      <Loaded query={useBlankPerson()}>{(blank) => <NewPerson blank={blank} />}</Loaded>
    </>
  );
}

function NewPerson({ blank }: { blank: Person }) {
  const navigate = useNavigate();
  const form = useForm<Person>({ initialValues: blank });
  const passing = usePassing();
  const save = useSavePerson({
    onDone: (person) => {
      passing.current = true;
      void navigate({ to: `/people/${person}`, replace: true });
    },
  });
  // Somebody from outside the service has no NIP; an empty line would be refused.
  const submit = (values: Person) =>
    save.mutateAsync({
      ...values,
      nips: values.kind === 'non_asn' ? values.nips.filter((entry) => entry.nip.trim() !== '') : values.nips,
    });
  return (
    <div className={classes.personPage} data-wide>
      <LeaveGuard unsaved={form.isDirty()} passing={passing} />
      <FormPage
        form={form}
        onSubmit={submit}
        submitLabel={text.save}
        label={text.formLabel}
        onCancel={() => void navigate({ to: '/people' })}
      >
        <div className={classes.column}>
          <PersonFields form={form} />
        </div>
        <PersonHistory form={form} without="nips" />
      </FormPage>
    </div>
  );
}

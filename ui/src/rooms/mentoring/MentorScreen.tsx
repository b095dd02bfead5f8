import { Button } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useLocation } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { FormPage } from '../../components/FormPage';
import { LeaveGuard, usePassing } from '../../components/LeaveGuard';
import { Loaded } from '../../components/Loaded';
import { PageHeader } from '../../components/PageHeader';
import { useMentor, useSaveMentor, type MentorRow, type MentorView } from '../../data/mentoring';
import { useAddressId } from '../../data/open';
import { id } from '../../i18n/id';
import { formatNip } from '../../i18n/nip';
import { formatNumber } from '../../i18n/numbers';
import { MentorAside } from './MentorAside';
import { MentorDialogs, type MentorDialog } from './MentorDialogs';
import { MentorFields } from './MentorFields';
import { mentorOf, valuesOf, type MentorValues } from './mentorForm';
import styles from './mentoring.module.css';
import { roomCrumb } from './MentoringHeader';
import { MentorPairs } from './MentorPairs';

const room = id.mentoring;
const text = room.mentor;
const crumbs = [roomCrumb, { label: room.tabs.mentors, to: '/mentoring/mentors' }];

function stateOf(row: MentorRow) {
  if (!row.active) return { label: room.mentors.inactive, tone: 'neutral' as const };
  if (row.lacks.length > 0) return { label: room.mentors.lacking(row.lacks.length), tone: 'warn' as const };
  return { label: room.mentors.active, tone: 'good' as const };
}

/** One mentor: data, what is lacking, pairs. */
export function MentorScreen() {
  const mentor = useAddressId();
  return <Loaded query={useMentor(mentor)}>{(view) => <MentorPage key={mentor} mentor={mentor} view={view} />}</Loaded>;
}

function MentorPage({ mentor, view }: { mentor: string; view: MentorView }) {
  const { row } = view;
  const base = `/mentoring/mentors/${mentor}`;
  const onPairs = useLocation().pathname.endsWith('/pairs');
  const form = useForm<MentorValues>({ initialValues: valuesOf(view.mentor) });
  const save = useSaveMentor();
  const passing = usePassing();
  const [dialog, setDialog] = useState<MentorDialog | null>(null);
  const [left, setLeft] = useState(0);
  const { setInitialValues, setValues, resetDirty } = form;

  // What the core made of it, or an undo.
  useEffect(() => {
    setInitialValues(valuesOf(view.mentor));
    setValues(valuesOf(view.mentor));
    // eslint-disable-next-line react-hooks/exhaustive-deps -- the functions of the form change with each keystroke
  }, [view.mentor]);

  const submit = async (values: MentorValues) => {
    await save.mutateAsync(mentorOf(values));
    resetDirty();
  };
  return (
    <>
      <PageHeader
        title={row.name}
        crumbs={crumbs}
        subtitle={[row.outside ? text.outside : formatNip(row.nip), row.rank, row.position, row.unit].filter(Boolean).join(' · ')}
        state={stateOf(row)}
        actions={
          row.active && (
            <Button variant="default" onClick={() => setDialog('leaves')}>
              {text.leaves}
            </Button>
          )
        }
        menu={[{ label: text.delete, icon: 'trash', run: () => setDialog('delete') }]}
        tabs={[
          { label: text.tabs.data, to: base },
          { label: text.tabs.pairs, to: `${base}/pairs`, note: row.running > 0 ? formatNumber(row.running) : undefined },
        ]}
      />
      <LeaveGuard unsaved={form.isDirty()} within={base} passing={passing} />
      {onPairs ? (
        <MentorPairs mentor={mentor} />
      ) : (
        <div className={styles.mentorPage}>
          <FormPage form={form} onSubmit={submit} submitLabel={text.save} label={text.form}>
            <MentorFields form={form} />
          </FormPage>
          <MentorAside view={view} left={left} />
        </div>
      )}
      <MentorDialogs mentor={mentor} row={row} dialog={dialog} passing={passing} onLeft={setLeft} onClose={() => setDialog(null)} />
    </>
  );
}

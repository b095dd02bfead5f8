import { useForm } from '@mantine/form';
import { useNavigate } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import { FormPage } from '../../components/FormPage';
import { LeaveGuard, usePassing } from '../../components/LeaveGuard';
import { PageHeader } from '../../components/PageHeader';
import { useSaveMentor } from '../../data/mentoring';
import { id } from '../../i18n/id';
import { MentorFields } from './MentorFields';
import { blankMentor, mentorOf, type MentorValues } from './mentorForm';
import styles from './mentoring.module.css';
import { roomCrumb } from './MentoringHeader';

const text = id.mentoring.mentor;
const crumbs = [roomCrumb, { label: id.mentoring.tabs.mentors, to: '/mentoring/mentors' }];

export function NewMentorScreen() {
  const navigate = useNavigate();
  const page = useRef<HTMLDivElement>(null);
  const form = useForm<MentorValues>({ initialValues: blankMentor });
  const passing = usePassing();
  const save = useSaveMentor({
    onDone: (mentor) => {
      passing.current = true;
      void navigate({ to: `/mentoring/mentors/${mentor}`, replace: true });
    },
  });
  // Most mentors are of the register; who is not lies one step back.
  useEffect(() => page.current?.querySelector<HTMLElement>('[data-path=person]')?.focus(), []);
  const submit = async (values: MentorValues) => save.mutateAsync(mentorOf(values));
  return (
    <>
      <PageHeader title={text.new} crumbs={crumbs} />
      <LeaveGuard unsaved={form.isDirty()} passing={passing} />
      <div ref={page} className={styles.mentorPage}>
        <FormPage
          form={form}
          onSubmit={submit}
          submitLabel={text.save}
          label={text.form}
          onCancel={() => void navigate({ to: '/mentoring/mentors' })}
        >
          <MentorFields form={form} />
        </FormPage>
      </div>
    </>
  );
}

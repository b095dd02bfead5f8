import { Button } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { FormPage } from '../../components/FormPage';
import { Icon } from '../../components/icons';
import { LeaveGuard, usePassing } from '../../components/LeaveGuard';
import { Loaded } from '../../components/Loaded';
import { PageHeader } from '../../components/PageHeader';
import { useStatus } from '../../data/home';
import { refusalText } from '../../data/mutation';
import { useAddressId } from '../../data/open';
import { useComplaint, useReporter, useSaveComplaint, type ComplaintView, type Reporter } from '../../data/voice/complaints';
import { id } from '../../i18n/id';
import { ComplaintFields } from './ComplaintFields';
import { blankComplaint, complaintOf, type ComplaintValues } from './complaintForm';
import { roomCrumb } from './VoiceHeader';
import styles from './voice.module.css';

const room = id.complaints;
const text = room.form;
const crumbs = [roomCrumb, { label: id.voice.tabs.complaints, to: '/voice/complaints' }];

/** A complaint that has come in. */
export function NewComplaintScreen() {
  return (
    <>
      <PageHeader title={text.new} crumbs={crumbs} />
      <Loaded query={useStatus()}>
        {({ today }) => <ComplaintForm values={blankComplaint(today)} back="/voice/complaints" />}
      </Loaded>
    </>
  );
}

/** What was noted of a complaint, to be put right. */
export function EditComplaintScreen() {
  const at = useAddressId();
  const query = useComplaint(at);
  const here = query.data && { label: room.page.title(query.data.complaint.ticket), to: `/voice/complaints/${at}` };
  return (
    <>
      <PageHeader title={text.edit} crumbs={here ? [...crumbs, here] : crumbs} />
      <Loaded query={query}>
        {(view) => <ComplaintForm key={at} values={{ ...view.complaint }} known={view} back={`/voice/complaints/${at}`} />}
      </Loaded>
    </>
  );
}

interface FormProps {
  values: ComplaintValues;
  /** The complaint as it is; undefined for a new one. */
  known?: ComplaintView;
  back: string;
}

function ComplaintForm({ values, known, back }: FormProps) {
  const navigate = useNavigate();
  const form = useForm<ComplaintValues>({ initialValues: values });
  const passing = usePassing();
  const save = useSaveComplaint({
    onDone: (made) => {
      passing.current = true;
      void navigate({ to: `/voice/complaints/${made}`, replace: true });
    },
  });
  const [hidden, setHidden] = useState(known !== undefined && known.complaint.protected && !known.anonymous);
  const show = ({ name, contact }: Reporter) => {
    form.setValues({ reporter: name, contact });
    setHidden(false);
  };
  return (
    <div className={styles.formPage}>
      <LeaveGuard unsaved={form.isDirty()} passing={passing} />
      <FormPage
        form={form}
        onSubmit={async (typed) => save.mutateAsync(complaintOf(typed))}
        submitLabel={text.save}
        label={text.label}
        onCancel={() => void navigate({ to: back })}
      >
        <ComplaintFields form={form} hidden={hidden ? <Hidden complaint={known?.complaint.id ?? ''} onShown={show} /> : undefined} />
      </FormPage>
    </div>
  );
}

/** In the place of a protected reporter. What is stored stays unless it has been shown first. */
function Hidden({ complaint, onShown }: { complaint: string; onShown: (reporter: Reporter) => void }) {
  const ask = useReporter(complaint, onShown);
  return (
    <div className={styles.hiddenReporter}>
      <p>
        <Icon name="lock" size={14} /> {text.hidden}
      </p>
      {ask.isError && <p role="alert">{refusalText(ask.error)}</p>}
      <Button variant="default" size="compact-sm" loading={ask.isPending} onClick={() => ask.mutate()}>
        {room.page.show}
      </Button>
    </div>
  );
}

import { Autocomplete, Checkbox, Select } from '@mantine/core';
import { useForm } from '@mantine/form';
import { Link, useNavigate } from '@tanstack/react-router';
import { FormPage } from '../../../components/FormPage';
import { LeaveGuard, usePassing } from '../../../components/LeaveGuard';
import { Loaded } from '../../../components/Loaded';
import { PageHeader } from '../../../components/PageHeader';
import { useOpenRound, useRoundDraft, type NewRound, type RoundDraft } from '../../../data/evaluation/feedback';
import { useAddressId } from '../../../data/open';
import { id } from '../../../i18n/id';
import { useClassPlace } from '../useClassPlace';
import styles from './evaluation.module.css';

const text = id.feedback.form;

/** Opens a collection of sheets: what is asked, about whom, and for which session. */
export function RoundFormScreen() {
  const classId = useAddressId();
  return (
    <>
      <PageHeader title={text.title} {...useClassPlace(classId, `/classes/${classId}/evaluation`)} />
      <Loaded query={useRoundDraft(classId)}>{(draft) => <RoundForm classId={classId} draft={draft} />}</Loaded>
    </>
  );
}

type Values = NewRound & Record<string, unknown>;

function RoundForm({ classId, draft }: { classId: string; draft: RoundDraft }) {
  const navigate = useNavigate();
  const passing = usePassing();
  const form = useForm<Values>({
    initialValues: { class: classId, instruments: [], speaker: null, subject: '', session: null },
  });
  const open = useOpenRound({
    onDone: (round) => {
      passing.current = true;
      void navigate({ to: '/classes/$id/evaluation/rounds/$round', params: { id: classId, round }, replace: true });
    },
  });
  const ticked = form.getValues().instruments;
  const ofSpeaker = draft.instruments.some(({ id: known, kind }) => kind === 'speaker' && ticked.includes(known));
  // What belongs to a speaker is not sent along once nothing is asked about one.
  const submit = (values: Values) => {
    const speaker = ofSpeaker ? values.speaker : null;
    return open.mutateAsync({ ...values, speaker, subject: ofSpeaker ? values.subject : '' });
  };
  if (draft.instruments.length === 0) {
    return (
      <p>
        {text.noInstruments} <Link to="/office/instruments">{text.toOffice}</Link>
      </p>
    );
  }
  return (
    <>
      <LeaveGuard unsaved={form.isDirty()} passing={passing} />
      <FormPage
        form={form}
        onSubmit={submit}
        submitLabel={text.save}
        label={text.label}
        onCancel={() => void navigate({ to: '/classes/$id/evaluation', params: { id: classId } })}
      >
        <Checkbox.Group label={text.instruments} description={text.instrumentsHint} {...form.getInputProps('instruments')}>
          <div className={styles.options}>
            {draft.instruments.map((instrument) => (
              <Checkbox
                key={instrument.id}
                value={instrument.id}
                label={text.items(instrument.name, instrument.items.length)}
              />
            ))}
          </div>
        </Checkbox.Group>
        {ofSpeaker && (
          <>
            <Select
              label={text.speaker}
              description={draft.speakers.length === 0 ? text.noSpeaker : text.speakerHint}
              required
              searchable
              data={draft.speakers.map(({ enrolment, name }) => ({ value: enrolment, label: name }))}
              {...form.getInputProps('speaker')}
            />
            <Autocomplete label={text.subject} required data={[...draft.subjects]} {...form.getInputProps('subject')} />
          </>
        )}
        <Select
          label={text.session}
          description={text.sessionHint}
          placeholder={text.anySession}
          clearable
          data={draft.sessions.map(({ id: value, label }) => ({ value, label }))}
          {...form.getInputProps('session')}
        />
        <p className="muted">
          {text.present(draft.present)} {text.codes}
        </p>
      </FormPage>
    </>
  );
}

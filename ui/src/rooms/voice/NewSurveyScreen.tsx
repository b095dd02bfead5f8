import { useForm } from '@mantine/form';
import { useNavigate } from '@tanstack/react-router';
import { FormPage } from '../../components/FormPage';
import { LeaveGuard, usePassing } from '../../components/LeaveGuard';
import { PageHeader } from '../../components/PageHeader';
import { useSaveSurvey } from '../../data/voice';
import { id } from '../../i18n/id';
import { SurveyFields } from './SurveyFields';
import { blankSurvey, surveyOf, type SurveyValues } from './surveyForm';
import { roomCrumb } from './VoiceHeader';

const text = id.voice.survey;
const crumbs = [roomCrumb];

/** A survey of a unit for a period. */
export function NewSurveyScreen() {
  const navigate = useNavigate();
  const form = useForm<SurveyValues>({ initialValues: blankSurvey });
  const passing = usePassing();
  const save = useSaveSurvey({
    onDone: (survey) => {
      passing.current = true;
      void navigate({ to: `/voice/surveys/${survey}`, replace: true });
    },
  });
  return (
    <>
      <PageHeader title={text.new} crumbs={crumbs} />
      <LeaveGuard unsaved={form.isDirty()} passing={passing} />
      <FormPage
        form={form}
        onSubmit={async (values) => save.mutateAsync(surveyOf(values))}
        submitLabel={text.save}
        label={text.form}
        onCancel={() => void navigate({ to: '/voice' })}
      >
        <SurveyFields form={form} />
      </FormPage>
    </>
  );
}

import { useForm } from '@mantine/form';
import { useEffect, type RefObject } from 'react';
import { FormPage } from '../../components/FormPage';
import { LeaveGuard } from '../../components/LeaveGuard';
import { useSaveSurvey, type Survey } from '../../data/voice';
import { id } from '../../i18n/id';
import { SurveyFields } from './SurveyFields';
import { surveyOf, surveyValues, type SurveyValues } from './surveyForm';

const text = id.voice.survey;

export interface SurveyDataTabProps {
  survey: Survey;
  /** The form may be left without asking once the survey is gone. */
  passing: RefObject<boolean>;
}

/** The data of a survey, to be put right. */
export function SurveyDataTab({ survey, passing }: SurveyDataTabProps) {
  const form = useForm<SurveyValues>({ initialValues: surveyValues(survey) });
  const save = useSaveSurvey();
  const { setInitialValues, setValues, resetDirty } = form;

  // What the core made of it, or an undo.
  useEffect(() => {
    setInitialValues(surveyValues(survey));
    setValues(surveyValues(survey));
    // eslint-disable-next-line react-hooks/exhaustive-deps -- the functions of the form change with each keystroke
  }, [survey]);

  const submit = async (values: SurveyValues) => {
    await save.mutateAsync(surveyOf(values));
    resetDirty();
  };
  return (
    <>
      <LeaveGuard unsaved={form.isDirty()} passing={passing} />
      <FormPage form={form} onSubmit={submit} submitLabel={text.save} label={text.form}>
        <SurveyFields form={form} />
      </FormPage>
    </>
  );
}

import { Button, Select } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useEffect, useState } from 'react';
import { FormPage } from '../../../components/FormPage';
import { Icon } from '../../../components/icons';
import { LeaveGuard } from '../../../components/LeaveGuard';
import { useSaveQuestions, useSurveyTemplates, type InquiryView, type SurveyTemplate } from '../../../data/needs/inquiries';
import { id } from '../../../i18n/id';
import { blankGroup, groupOf, groupValues, type GroupValues } from './questionForm';
import { QuestionGroupFields } from './QuestionGroupFields';
import { underList } from './sourceForm';
import styles from './sources.module.css';

const text = id.inquiries.questions;

/** The builder of a survey: its parts, their scales, and for each item the competency that it asks about. */
export function QuestionsTab({ at, view }: { at: string; view: InquiryView }) {
  const stored = view.questions.map(groupValues);
  const form = useForm<{ groups: GroupValues[] }>({ initialValues: { groups: stored } });
  const save = useSaveQuestions(at);
  const { setInitialValues, setValues } = form;
  const { groups } = form.getValues();

  // What the core made of it, or an undo.
  useEffect(() => {
    setInitialValues({ groups: view.questions.map(groupValues) });
    setValues({ groups: view.questions.map(groupValues) });
    // eslint-disable-next-line react-hooks/exhaustive-deps -- the functions of the form change with each keystroke
  }, [view.questions]);

  if (groups.length === 0) {
    return <Start onUse={(template) => form.setFieldValue('groups', template.groups.map(groupValues))} />;
  }
  return (
    <>
      <LeaveGuard unsaved={form.isDirty()} />
      {view.row.people > 0 && <p role="status">{text.fixed}</p>}
      <FormPage
        wide
        form={form}
        label={text.label}
        submitLabel={text.save}
        onSubmit={(values) => underList('groups', save.mutateAsync(values.groups.map(groupOf)))}
      >
        {groups.map((group, place) => (
          <QuestionGroupFields
            key={group.id === '' ? `new-${place}` : group.id}
            form={form}
            at={place}
            competencies={view.competencies}
            onRemove={groups.length > 1 ? () => form.removeListItem('groups', place) : undefined}
          />
        ))}
        <div>
          <Button
            variant="default"
            leftSection={<Icon name="plus" size={16} />}
            onClick={() => form.insertListItem('groups', blankGroup())}
          >
            {text.addGroup}
          </Button>
        </div>
        <p className="muted">{text.formula}</p>
      </FormPage>
    </>
  );
}

/** What a new sheet begins with. */
function Start({ onUse }: { onUse: (template: SurveyTemplate) => void }) {
  const templates = useSurveyTemplates().data ?? [];
  const [chosen, setChosen] = useState<string>('0');
  const template = templates[Number(chosen)];
  return (
    <>
      <p className="muted">{text.startText}</p>
      <div className={styles.start}>
        <Select
          label={text.start}
          allowDeselect={false}
          data={templates.map((one, place) => ({ value: String(place), label: one.name }))}
          value={chosen}
          onChange={(value) => setChosen(value ?? '0')}
        />
        <Button disabled={!template} onClick={() => template && onUse(template)}>
          {text.use}
        </Button>
      </div>
    </>
  );
}

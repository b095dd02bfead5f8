import { Fieldset, Select, Textarea, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useEffect } from 'react';
import { DateField } from '../../../components/DateField';
import { FieldRow, FormPage } from '../../../components/FormPage';
import type { ProjectDraft, ProjectForm, ProjectKind } from '../../../data/classes/projects';
import { id } from '../../../i18n/id';
import { MilestoneLines, RiskLines } from './PlanFields';
import styles from './projects.module.css';
import { TeamFields } from './TeamFields';

const text = id.projects.form;
const kinds = Object.entries(id.projects.kinds).map(([value, label]) => ({ value: value as ProjectKind, label }));

export interface ProjectFormFieldsProps {
  offered: ProjectForm;
  onDirty: (dirty: boolean) => void;
  onSubmit: (draft: ProjectDraft) => Promise<unknown>;
  onCancel: () => void;
}

/** Everything that is planned of a project, in one form. */
export function ProjectFormFields({ offered, onDirty, onSubmit, onCancel }: ProjectFormFieldsProps) {
  const form = useForm<ProjectDraft>({ initialValues: offered.draft });
  const dirty = form.isDirty();
  useEffect(() => onDirty(dirty), [dirty, onDirty]);
  const line = (name: keyof ProjectDraft, label: string) => (
    <TextInput label={label} autoComplete="off" {...form.getInputProps(name)} />
  );
  return (
    <FormPage form={form} label={text.what} submitLabel={text.save} onSubmit={onSubmit} onCancel={onCancel}>
      <Select
        label={text.kind}
        data={kinds}
        allowDeselect={false}
        maw={240}
        {...form.getInputProps('kind')}
      />
      <TextInput
        label={text.title}
        required
        autoComplete="off"
        data-autofocus
        autoFocus={offered.draft.id === null}
        {...form.getInputProps('title')}
      />
      <Textarea label={text.problem} required autosize minRows={2} {...form.getInputProps('problem')} />
      <TextInput label={text.service} description={text.serviceHint} autoComplete="off" {...form.getInputProps('service')} />
      <FieldRow>
        <DateField label={text.starts} required {...form.getInputProps('starts')} />
        <DateField label={text.ends} required {...form.getInputProps('ends')} />
      </FieldRow>
      <Fieldset legend={text.people}>
        <div className={styles.stack}>
          <TeamFields form={form} offered={offered} />
        </div>
      </Fieldset>
      <Fieldset legend={text.indicator}>
        <div className={styles.stack}>
          <FieldRow>
            <TextInput
              label={text.indicatorName}
              placeholder={text.indicatorHint}
              autoComplete="off"
              {...form.getInputProps('indicator')}
            />
            {line('measure', text.measure)}
          </FieldRow>
          <p className="muted">{text.amountHint}</p>
          <FieldRow>
            {line('baseline', text.baseline)}
            {line('target', text.target)}
            {line('actual', text.actual)}
          </FieldRow>
        </div>
      </Fieldset>
      <div className={styles.broad}>
        <MilestoneLines form={form} />
        <RiskLines form={form} />
      </div>
      <Textarea label={text.note} autosize minRows={2} {...form.getInputProps('note')} />
    </FormPage>
  );
}

import { Select, TextInput } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { DateField } from '../../../components/DateField';
import { LineTable } from '../../../components/LineTable';
import { listOf } from '../../../components/lines/listOf';
import type { MilestoneDraft, ProjectDraft, Risk } from '../../../data/classes/projects';
import { id } from '../../../i18n/id';

const text = id.projects.form;

type Form = UseFormReturnType<ProjectDraft>;

/** A milestone begins where the one before it ends. */
const nextMilestone = (form: Form) => (before: MilestoneDraft | undefined): MilestoneDraft => ({
  id: null,
  name: '',
  starts: before ? before.due : form.getValues().starts,
  due: null,
  percent: 0,
  done_on: null,
});

/** Steps with their days. */
export function MilestoneLines({ form }: { form: Form }) {
  const props = (at: number, field: string, label: string) => ({
    ...form.getInputProps(`milestones.${at}.${field}`),
    'data-path': `milestones.${at}.${field}`,
    'aria-label': text.at(at + 1, label),
  });
  const date = (at: number, field: 'starts' | 'due', label: string) => (
    <DateField {...props(at, field, label)} label={text.at(at + 1, label)} hideLabel />
  );
  return (
    <LineTable
      title={text.milestones}
      {...listOf(form, 'milestones')}
      ordered
      heads={[{ label: text.milestone }, { label: text.starts, width: 168 }, { label: text.due, width: 168 }]}
      cells={(_, at) => [
        <TextInput key="name" autoComplete="off" {...props(at, 'name', text.milestone)} />,
        date(at, 'starts', text.starts),
        date(at, 'due', text.due),
      ]}
      blank={nextMilestone(form)}
      add={text.addMilestone}
      none={text.noMilestone}
    />
  );
}

const levels = ([1, 2, 3] as const).map((level) => ({ value: String(level), label: text.levels[level] }));
const blankRisk = (): Risk => ({ id: null, risk: '', likelihood: 2, impact: 2, response: '' });

/** What may go wrong, and what is done against it. */
export function RiskLines({ form }: { form: Form }) {
  const props = (at: number, field: string, label: string) => ({
    ...form.getInputProps(`risks.${at}.${field}`),
    'data-path': `risks.${at}.${field}`,
    'aria-label': text.at(at + 1, label),
  });
  const level = (risk: Risk, at: number, field: 'likelihood' | 'impact', label: string) => (
    <Select
      key={field}
      {...props(at, field, label)}
      data={levels}
      value={String(risk[field])}
      allowDeselect={false}
      onChange={(value) => form.setFieldValue(`risks.${at}.${field}`, Number(value))}
    />
  );
  return (
    <LineTable
      title={text.risks}
      {...listOf(form, 'risks')}
      ordered
      heads={[
        { label: text.risk },
        { label: text.likelihood, width: 120 },
        { label: text.impact, width: 120 },
        { label: text.response },
      ]}
      cells={(risk, at) => [
        <TextInput key="risk" autoComplete="off" {...props(at, 'risk', text.risk)} />,
        level(risk, at, 'likelihood', text.likelihood),
        level(risk, at, 'impact', text.impact),
        <TextInput key="response" autoComplete="off" {...props(at, 'response', text.response)} />,
      ]}
      blank={blankRisk}
      add={text.addRisk}
      none={text.noRisk}
    />
  );
}

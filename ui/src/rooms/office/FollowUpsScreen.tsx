import { TextInput } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { AskBoxes, RoleBoxes } from '../../components/followups/Boxes';
import { LineTable } from '../../components/LineTable';
import { listOf } from '../../components/lines/listOf';
import type { FollowUpStep } from '../../data/evaluation/followups';
import { id } from '../../i18n/id';
import { RuleForm, type Dated } from '../../components/RuleForm';
import { RulePage } from './RulePage';

const text = id.followups.office;

interface Values extends Record<string, unknown> {
  steps: FollowUpStep[];
}

/** What closing a class proposes: when, who is asked, about what. */
export function FollowUpsScreen() {
  return (
    <RulePage lead={text.lead}>
      {({ follow_ups: steps }) => (
        <RuleForm
          wide
          kind="follow_ups"
          label={text.label}
          submitLabel={text.save}
          fieldOf={(field) => `steps.${field}`}
          body={{ steps }}
          toBody={(body) => body.steps}
        >
          {(form) => <Steps form={form} />}
        </RuleForm>
      )}
    </RulePage>
  );
}

function Steps({ form }: { form: UseFormReturnType<Dated<Values>> }) {
  return (
    <LineTable<FollowUpStep>
      {...listOf(form, 'steps')}
      title={text.title}
      add={text.add}
      none={text.none}
      heads={[
        { label: text.name, width: 180 },
        { label: text.days, width: 148 },
        { label: text.roles },
        { label: text.asks },
      ]}
      blank={(before) => ({
        name: '',
        days: (before?.days ?? 0) + 30,
        roles: before?.roles ?? ['superior', 'self'],
        asks: before?.asks ?? ['behaviour', 'effect'],
      })}
      cells={(step, at) => {
        const path = `steps.${at}`;
        const row = (label: string) => id.followups.plan.row(label, at + 1);
        const days = form.getInputProps(`${path}.days`) as { onChange: (value: number) => void; error?: string };
        return [
          <TextInput key="name" aria-label={row(text.name)} autoComplete="off" {...form.getInputProps(`${path}.name`)} />,
          <TextInput
            key="days"
            aria-label={row(text.days)}
            inputMode="numeric"
            autoComplete="off"
            {...days}
            value={step.days === 0 ? '' : step.days}
            onChange={(event) => days.onChange(Number(event.currentTarget.value.replace(/\D/g, '').slice(0, 4)))}
          />,
          <RoleBoxes
            key="roles"
            label={row(text.roles)}
            hideLabel
            data-path={`${path}.roles`}
            value={step.roles}
            error={form.errors[`${path}.roles`]}
            onChange={(roles) => form.setFieldValue(path, { ...step, roles })}
          />,
          <AskBoxes
            key="asks"
            label={row(text.asks)}
            hideLabel
            data-path={`${path}.asks`}
            value={step.asks}
            error={form.errors[`${path}.asks`]}
            onChange={(asks) => form.setFieldValue(path, { ...step, asks })}
          />,
        ];
      }}
    />
  );
}

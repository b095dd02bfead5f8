import { TextInput } from '@mantine/core';
import { Reading } from '../../components/scheme/values';
import type { ComplaintRule } from '../../data/office';
import { id } from '../../i18n/id';
import { RuleForm } from '../../components/RuleForm';
import { RulePage } from './RulePage';

const text = id.voice.rules.complaints;
const names = ['verification', 'information', 'plain', 'field'] as const;

type Values = Record<(typeof names)[number], string>;

const valuesOf = (rule: ComplaintRule): Values => ({
  verification: String(rule.verification),
  information: String(rule.information),
  plain: String(rule.plain),
  field: String(rule.field),
});

/** Reads what was typed; what is no number is refused at its field. */
function ruleOf(values: Values): ComplaintRule {
  const read = new Reading();
  const days = (name: keyof Values) => Math.min(65_535, read.whole(name, values[name]));
  const rule = {
    verification: days('verification'),
    information: days('information'),
    plain: days('plain'),
    field: days('field'),
  };
  read.done();
  return rule;
}

/** By when a message of the public is verified and settled. */
export function ComplaintRuleScreen() {
  return (
    <RulePage lead={text.lead}>
      {({ complaints }) => (
        <RuleForm
          kind="complaints"
          label={text.label}
          submitLabel={text.save}
          body={valuesOf(complaints)}
          toBody={(body) => ruleOf(body)}
        >
          {(form) =>
            names.map((name) => (
              <TextInput
                key={name}
                label={text.fields[name]}
                rightSection={<span className="muted">{text.days}</span>}
                rightSectionWidth={84}
                inputMode="numeric"
                autoComplete="off"
                styles={{ wrapper: { maxWidth: 200 } }}
                {...form.getInputProps(name)}
              />
            ))
          }
        </RuleForm>
      )}
    </RulePage>
  );
}

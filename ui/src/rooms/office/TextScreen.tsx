import { Checkbox, Textarea, TextInput } from '@mantine/core';
import { id } from '../../i18n/id';
import { Placeholders, RuleForm } from '../../components/RuleForm';
import { RulePage } from './RulePage';

const text = id.office.text;

/** What certificates say. */
export function TextScreen() {
  return (
    <RulePage>
      {({ certificate_text }) => (
        <RuleForm
          kind="certificate_text"
          label={text.label}
          submitLabel={text.save}
          body={{ ...certificate_text }}
          toBody={(body) => body}
          aside={() => <Placeholders title={text.help} of={text.placeholders} />}
        >
          {(form) => (
            <>
              <TextInput label={text.titleParticipant} {...form.getInputProps('title_participant')} />
              <TextInput label={text.titleOther} {...form.getInputProps('title_other')} />
              <Textarea label={text.legalBasis} autosize minRows={2} {...form.getInputProps('legal_basis')} />
              <Textarea label={text.opening} autosize minRows={2} {...form.getInputProps('opening')} />
              <TextInput label={text.statementParticipant} {...form.getInputProps('statement_participant')} />
              <TextInput label={text.statementOther} {...form.getInputProps('statement_other')} />
              <Textarea label={text.closingParticipant} autosize minRows={3} {...form.getInputProps('closing_participant')} />
              <Textarea label={text.closingOther} autosize minRows={3} {...form.getInputProps('closing_other')} />
              <Checkbox label={text.showPredicate} {...form.getInputProps('show_predicate', { type: 'checkbox' })} />
              <Checkbox label={text.showScore} {...form.getInputProps('show_score', { type: 'checkbox' })} />
            </>
          )}
        </RuleForm>
      )}
    </RulePage>
  );
}

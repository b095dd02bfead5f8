import { Textarea, TextInput } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { LineTable } from '../../components/LineTable';
import { listOf } from '../../components/lines/listOf';
import type { SkmQuestion } from '../../data/office';
import { id } from '../../i18n/id';
import classes from './office.module.css';
import { RuleForm, type Dated } from '../../components/RuleForm';
import { RulePage } from './RulePage';
import { skmRule, skmValues, type SkmValues } from './skm';

const text = id.voice.rules.skm;

type Form = UseFormReturnType<Dated<SkmValues>>;

/** How the public is asked: nine questions in the order of the sheet, and the qualities of an index. */
export function SkmRuleScreen() {
  return (
    <RulePage lead={text.lead}>
      {({ skm }) => (
        <RuleForm
          wide
          kind="skm"
          label={text.label}
          submitLabel={text.save}
          body={skmValues(skm)}
          toBody={(body) => skmRule(body)}
        >
          {(form) => (
            <>
              <Questions form={form} />
              <Bands form={form} />
            </>
          )}
        </RuleForm>
      )}
    </RulePage>
  );
}

const unasked: SkmQuestion = { element: 'U1', text: '', answers: ['', '', '', ''] };

/** A question belongs to its element wherever on the sheet it stands. */
function Questions({ form }: { form: Form }) {
  return (
    <LineTable
      {...listOf(form, 'questions')}
      title={text.questions}
      add=""
      none=""
      blank={(before) => before ?? unasked}
      ordered
      fixed
      hint={text.orderHint}
      heads={[
        { label: text.element, width: 150 },
        { label: text.question },
        ...text.answers.map((label) => ({ label, width: 136 })),
      ]}
      cells={({ element }, at) => [
        <span key="element" className={classes.element}>
          <strong>{element}</strong> {text.titles[element]}
        </span>,
        <Textarea
          key="text"
          aria-label={text.questionOf(element)}
          autosize
          minRows={1}
          maxRows={4}
          {...form.getInputProps(`questions.${at}.text`)}
        />,
        ...text.answers.map((label, place) => (
          <Textarea
            key={label}
            aria-label={text.answerOf(element, place + 1)}
            autosize
            minRows={1}
            maxRows={3}
            {...form.getInputProps(`questions.${at}.answers.${place}`)}
          />
        )),
      ]}
    />
  );
}

function Bands({ form }: { form: Form }) {
  const field = (path: string, label: string) => (
    <TextInput key={path} aria-label={label} autoComplete="off" {...form.getInputProps(path)} />
  );
  return (
    <LineTable
      {...listOf(form, 'bands')}
      title={text.bands}
      add={text.addBand}
      none={text.noBands}
      blank={() => ({ letter: '', name: '', upper: '' })}
      note={<span className="muted">{text.bandsHint}</span>}
      narrow
      heads={[{ label: text.letter, width: 80 }, { label: text.band }, { label: text.upper, width: 120 }]}
      cells={(_, at) => [
        field(`bands.${at}.letter`, text.letter),
        field(`bands.${at}.name`, text.band),
        field(`bands.${at}.upper`, text.upper),
      ]}
    />
  );
}

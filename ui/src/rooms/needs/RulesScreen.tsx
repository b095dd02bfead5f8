import { MultiSelect, NumberInput, TextInput } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { FieldRow } from '../../components/FormPage';
import { LineTable } from '../../components/LineTable';
import { Loaded } from '../../components/Loaded';
import { RuleForm } from '../../components/RuleForm';
import shared from '../../components/shared.module.css';
import { useCompetencies, type NeedsRule } from '../../data/needs';
import { useRules } from '../../data/office';
import { id } from '../../i18n/id';
import { NeedsHeader } from './NeedsHeader';
import { bodyOf, elements, total, valuesOf, type RuleValues } from './rulesForm';
import styles from './needs.module.css';

const text = id.needs.rules;

/** How evidence is weighed and needs are ranked. */
export function RulesScreen() {
  const rules = useRules();
  return (
    <>
      <NeedsHeader />
      <Loaded query={rules}>{({ needs }) => <Rules rule={needs} />}</Loaded>
    </>
  );
}

type Form = UseFormReturnType<RuleValues & { valid_from: string | null }>;

function Rules({ rule }: { rule: NeedsRule }) {
  return (
    <RuleForm
      kind="needs"
      label={text.label}
      submitLabel={text.save}
      body={valuesOf(rule)}
      toBody={(values) => bodyOf(values, rule)}
    >
      {(form) => (
        <>
          <Sources form={form} />
          <FieldRow>
            <NumberInput
              label={text.dispute}
              description={text.disputeHint}
              decimalScale={2}
              decimalSeparator=","
              step={0.5}
              inputWrapperOrder={['label', 'input', 'description', 'error']}
              {...form.getInputProps('dispute')}
            />
            <NumberInput label={text.complaintMonths} allowDecimal={false} {...form.getInputProps('complaint_months')} />
          </FieldRow>
          <Bands form={form} />
          <Formula form={form} />
          <Elements form={form} />
        </>
      )}
    </RuleForm>
  );
}

const number = { allowDecimal: false, allowNegative: false, hideControls: true } as const;

function Sources({ form }: { form: Form }) {
  return (
    <section className={styles.section} aria-label={text.sources}>
      <h2>{text.sources}</h2>
      <p className={styles.lead}>{text.sourcesLead}</p>
      <table className={`${shared.table} ${styles.levels}`} aria-label={text.sources}>
        <thead>
          <tr>
            <th scope="col">{text.source}</th>
            <th scope="col">{text.weight}</th>
            <th scope="col">{text.months}</th>
          </tr>
        </thead>
        <tbody>
          {form.getValues().sources.map(({ source }, at) => {
            const name = id.needs.sources[source];
            return (
              <tr key={source}>
                <th scope="row">{name}</th>
                <td>
                  <NumberInput {...number} aria-label={`${text.weight}, ${name}`} {...form.getInputProps(`sources.${at}.weight`)} />
                </td>
                <td>
                  <NumberInput {...number} aria-label={`${text.months}, ${name}`} {...form.getInputProps(`sources.${at}.months`)} />
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </section>
  );
}

function Bands({ form }: { form: Form }) {
  const lines = form.getValues().jpm_bands;
  return (
    <LineTable<RuleValues['jpm_bands'][number]>
      title={text.bands}
      path="jpm_bands"
      lines={lines}
      onChange={(next) => form.setFieldValue('jpm_bands', next)}
      heads={[{ label: text.band }, { label: text.least, width: 120, end: true }]}
      cells={(_, at) => [
        <TextInput
          key="name"
          aria-label={`${text.band} ${at + 1}`}
          autoComplete="off"
          {...form.getInputProps(`jpm_bands.${at}.name`)}
          data-path={`jpm_bands.${at}.name`}
        />,
        <NumberInput
          key="least"
          aria-label={`${text.least} ${at + 1}`}
          decimalScale={2}
          decimalSeparator=","
          allowNegative={false}
          hideControls
          {...form.getInputProps(`jpm_bands.${at}.least`)}
          data-path={`jpm_bands.${at}.least`}
        />,
      ]}
      blank={() => ({ name: '', least: 0 })}
      add={text.bandAdd}
      none={text.bandNone}
      error={form.errors['jpm_bands']}
      narrow
    />
  );
}

function Formula({ form }: { form: Form }) {
  const { ranking } = form.getValues();
  return (
    <section className={styles.section} aria-label={text.ranking}>
      <h2>{text.ranking}</h2>
      <p className={styles.lead}>{text.rankingLead}</p>
      <FieldRow>
        {(Object.keys(text.parts) as (keyof typeof text.parts)[]).map((part) => (
          <NumberInput key={part} label={text.parts[part]} allowDecimal={false} {...form.getInputProps(`ranking.${part}`)} />
        ))}
      </FieldRow>
      <p aria-live="polite">{text.sum(total(ranking))}</p>
      {form.errors['ranking'] && <p role="alert">{form.errors['ranking']}</p>}
    </section>
  );
}

function Elements({ form }: { form: Form }) {
  const competencies = useCompetencies().data ?? [];
  const data = competencies.map(({ competency }) => ({ value: competency.id ?? '', label: competency.name }));
  return (
    <section className={`${styles.section} ${styles.elements}`} aria-label={text.elements}>
      <h2>{text.elements}</h2>
      <p className={styles.lead}>{text.elementsLead}</p>
      {elements.map((element) => (
        <MultiSelect
          key={element}
          label={text.element(element, id.voice.rules.skm.titles[element])}
          data={data}
          searchable
          {...form.getInputProps(`elements.${element}`)}
        />
      ))}
    </section>
  );
}

import { NumberInput, Switch } from '@mantine/core';
import { DateField } from '../../../components/DateField';
import type { Criterion, HardRules, MentoringSettings, Weights } from '../../../data/mentoring/pairing';
import { id } from '../../../i18n/id';
import { Choice } from './Choice';
import styles from './mentoring.module.css';
import { points } from './points';

const text = id.pairing.rules;

/** Refused fields with their sentences. */
export type Errors = Readonly<Record<string, string | undefined>>;

const switches = [
  'not_self', 'rank_not_below', 'active', 'no_penalty', 'not_examiner', 'period', 'languages', 'avoidance',
] as const satisfies readonly (keyof HardRules)[];
const criteria = Object.keys(id.pairing.criteria) as Criterion[];

interface RulesProps {
  rules: HardRules;
  readOnly: boolean;
  onChange: (rules: HardRules) => void;
}

/** What no pair may break. */
export function RuleFields({ rules, readOnly, onChange }: RulesProps) {
  return (
    <fieldset className={styles.fieldset} disabled={readOnly}>
      <legend>{text.hard}</legend>
      <Choice
        className={styles.ruleChoice}
        label={text.superior}
        words={text.superiors}
        value={rules.superior}
        onChange={(superior) => onChange({ ...rules, superior })}
      >
        <span className="muted">{text.superiorHint}</span>
      </Choice>
      <Choice
        className={styles.ruleChoice}
        label={text.unit}
        words={text.units}
        value={rules.unit}
        onChange={(unit) => onChange({ ...rules, unit })}
      />
      <div className={styles.switches}>
        {switches.map((rule) => (
          <Switch
            key={rule}
            size="sm"
            label={text[rule]}
            checked={rules[rule]}
            onChange={(event) => onChange({ ...rules, [rule]: event.currentTarget.checked })}
          />
        ))}
      </div>
    </fieldset>
  );
}

interface WeightsProps {
  weights: Weights;
  errors: Errors;
  readOnly: boolean;
  onChange: (weights: Weights) => void;
}

/** What makes a pair good. The number is typed or stepped with the arrow keys; the slider is for the mouse. */
export function WeightFields({ weights, errors, readOnly, onChange }: WeightsProps) {
  const highest = criteria.reduce((sum, criterion) => sum + weights[criterion] * 100, 0);
  return (
    <fieldset className={styles.fieldset} disabled={readOnly}>
      <legend>{text.weights}</legend>
      <p className="muted">{text.highest(points(highest))}</p>
      {errors['weights'] !== undefined && <p className={styles.bad}>{errors['weights']}</p>}
      {criteria.map((criterion) => {
        const name = id.pairing.criteria[criterion];
        const set = (value: number) => onChange({ ...weights, [criterion]: value });
        return (
          <div key={criterion} className={styles.weight}>
            <span title={id.pairing.criteriaHint[criterion]}>
              {name}
              <span className={styles.because}>{id.pairing.criteriaHint[criterion]}</span>
            </span>
            <input
              type="range"
              tabIndex={-1}
              aria-label={name}
              className={styles.range}
              min={0}
              max={100}
              step={5}
              value={weights[criterion]}
              onChange={(event) => set(Number(event.currentTarget.value))}
            />
            <NumberInput
              aria-label={text.weight(name)}
              data-path={`weights.${criterion}`}
              w={84}
              min={0}
              max={100}
              step={5}
              clampBehavior="strict"
              allowDecimal={false}
              allowNegative={false}
              value={weights[criterion]}
              error={errors[`weights.${criterion}`]}
              onChange={(value) => set(typeof value === 'number' ? value : Number(value) || 0)}
            />
          </div>
        );
      })}
    </fieldset>
  );
}

interface PeriodProps {
  settings: MentoringSettings;
  errors: Errors;
  readOnly: boolean;
  onChange: (part: Partial<MentoringSettings>) => void;
}

/** From when to when mentors have to be available. */
export function PeriodFields({ settings, errors, readOnly, onChange }: PeriodProps) {
  return (
    <fieldset className={styles.fieldset} disabled={readOnly}>
      <legend>{text.period_title}</legend>
      <p className="muted">{text.periodHint}</p>
      <div className={styles.dates}>
        <DateField
          label={text.starts}
          value={settings.starts}
          error={errors['starts']}
          disabled={readOnly}
          onChange={(starts) => onChange({ starts })}
        />
        <DateField
          label={text.ends}
          value={settings.ends}
          error={errors['ends']}
          disabled={readOnly}
          onChange={(ends) => onChange({ ends })}
        />
      </div>
    </fieldset>
  );
}

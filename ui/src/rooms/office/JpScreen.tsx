import { Select, TextInput } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { Loaded } from '../../components/Loaded';
import { useForms } from '../../data/classes';
import type { JpRate } from '../../data/office';
import { id } from '../../i18n/id';
import classes from './office.module.css';
import { RuleForm, type Dated } from '../../components/RuleForm';
import { RulePage } from './RulePage';

const text = id.office.jp;
const bases = Object.entries(text.bases).map(([value, label]) => ({ value, label }));

interface Values extends Record<string, unknown> {
  rates: JpRate[];
}

type Form = UseFormReturnType<Dated<Values>>;
type NumberField = 'value' | 'extra_percent' | 'most_a_day' | 'times_a_month';

/** What may be empty means that there is no cap. */
const caps: readonly NumberField[] = ['most_a_day', 'times_a_month'];
const numbers: readonly NumberField[] = ['value', 'extra_percent', 'most_a_day', 'times_a_month'];

/** What each form of learning is worth in JP. */
export function JpScreen() {
  const forms = useForms();
  return (
    <RulePage lead={text.lead}>
      {({ jp_conversion: rates }) => (
        <Loaded query={forms}>
          {(known) => (
            <RuleForm
              wide
              kind="jp_conversion"
              label={text.label}
              submitLabel={text.save}
              body={{ rates }}
              toBody={(body) => body.rates}
            >
              {(form) => <Rates form={form} names={new Map([...known, [text.study.code, text.study.name]])} />}
            </RuleForm>
          )}
        </Loaded>
      )}
    </RulePage>
  );
}

function Rates({ form, names }: { form: Form; names: ReadonlyMap<string, string> }) {
  return (
    <div className={classes.lines}>
      {form.errors['rates'] && <p className={classes.fieldError}>{form.errors['rates']}</p>}
      <table>
        <thead>
          <tr>
            <th scope="col" style={{ width: '40px' }}>{text.number}</th>
            <th scope="col">{text.form}</th>
            <th scope="col" style={{ width: '130px' }}>{text.scope}</th>
            <th scope="col" style={{ width: '160px' }}>{text.basis}</th>
            {numbers.map((field) => (
              <th key={field} scope="col" style={{ width: '112px' }}>
                {text[field]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {form.getValues().rates.map((rate, at) => (
            <Rate key={`${rate.form} ${rate.scope}`} form={form} rate={rate} at={at} name={names.get(rate.form) ?? rate.form} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Rate({ form, rate, at, name }: { form: Form; rate: JpRate; at: number; name: string }) {
  const row = text.row(name, text.scopes[rate.scope]);
  const path = `rates.${at}`;
  return (
    <tr>
      <td className="muted">{at + 1}</td>
      <td>
        {name}
        {form.errors[`${path}.form`] && <p className={classes.fieldError}>{form.errors[`${path}.form`]}</p>}
      </td>
      <td>{text.scopes[rate.scope]}</td>
      <td>
        <Select
          aria-label={`${text.basis}: ${row}`}
          data={bases}
          allowDeselect={false}
          {...form.getInputProps(`${path}.basis`)}
        />
      </td>
      {numbers.map((field) => (
        <td key={field}>
          <Whole form={form} path={`${path}.${field}`} label={`${text[field]}: ${row}`} cap={caps.includes(field)} />
        </td>
      ))}
    </tr>
  );
}

interface WholeProps {
  form: Form;
  path: string;
  label: string;
  /** Empty means none, and not zero. */
  cap: boolean;
}

/** A whole number of up to three digits. */
function Whole({ form, path, label, cap }: WholeProps) {
  const { value, onChange, ...rest } = form.getInputProps(path) as {
    value: number | null;
    onChange: (next: number | null) => void;
  };
  const read = (typed: string) => {
    const digits = typed.replace(/\D/g, '').slice(0, 3);
    onChange(digits === '' ? (cap ? null : 0) : Number(digits));
  };
  return (
    <TextInput
      {...rest}
      aria-label={label}
      inputMode="numeric"
      autoComplete="off"
      value={value === null || value === 0 ? '' : value}
      onChange={(event) => read(event.currentTarget.value)}
    />
  );
}

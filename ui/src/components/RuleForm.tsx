import { useForm, type UseFormReturnType } from '@mantine/form';
import { useEffect, type ReactNode } from 'react';
import { RefusalError } from '../backend/backend';
import { DateField } from './DateField';
import { FormPage } from './FormPage';
import { LeaveGuard } from './LeaveGuard';
import { useSaveRule, type Rule } from '../data/office';
import { id } from '../i18n/id';
import classes from './rule.module.css';

const text = id.office;

export type Dated<B> = B & { valid_from: string | null };

type Kind = Rule['kind'];

/** What a rule of a kind says. */
export type RuleBody<K extends Kind> = Extract<Rule, { kind: K }>['body'];

export interface RuleFormProps<K extends Kind, B extends Record<string, unknown>> {
  kind: K;
  label: string;
  submitLabel: string;
  /** The rule in force, as the form edits it. */
  body: B;
  /** Makes the rule to save; throws a refusal when what was typed cannot be one. */
  toBody: (body: B) => RuleBody<K>;
  /** The form's name of a field that the core refuses, where the form edits a part of the rule or a list without a name. */
  fieldOf?: (field: string) => string;
  onSaved?: () => void;
  onCancel?: () => void;
  /** As in `FormPage`. */
  wide?: boolean;
  /** Beside the form, such as help and an example that follows what is typed. */
  aside?: (body: B) => ReactNode;
  children: (form: UseFormReturnType<Dated<B>>) => ReactNode;
}

/** A refusal with the form's names of the fields. */
function renamed(error: unknown, fieldOf: (field: string) => string): unknown {
  if (!(error instanceof RefusalError)) return error;
  const fields = error.fields.map(({ field, message }) => ({ field: fieldOf(field), message }));
  return new RefusalError({ code: error.code, message: error.message, fields, cells: [...error.cells] });
}

/** The form of one rule table. It holds from a day; what happened before keeps the old one. */
export function RuleForm<K extends Kind, B extends Record<string, unknown>>(props: RuleFormProps<K, B>) {
  const { kind, body, toBody, onSaved, aside } = props;
  const form = useForm<Dated<B>>({ initialValues: { ...body, valid_from: null } });
  const save = useSaveRule({ onDone: onSaved });
  const key = JSON.stringify(body);
  const { setInitialValues, setValues } = form;
  useEffect(() => {
    const stored = { ...(JSON.parse(key) as B), valid_from: null };
    setInitialValues(stored);
    setValues(stored);
    // eslint-disable-next-line react-hooks/exhaustive-deps -- the functions of the form change with each keystroke
  }, [key]);
  const submit = async (values: Dated<B>) => {
    const { valid_from, ...rest } = values;
    try {
      const rule = { kind, body: toBody(rest as unknown as B) } as Rule;
      await save.mutateAsync({ rule, validFrom: valid_from });
    } catch (error) {
      throw props.fieldOf ? renamed(error, props.fieldOf) : error;
    }
    form.resetDirty();
  };
  return (
    <div className={classes.beside}>
      <LeaveGuard unsaved={form.isDirty()} />
      <FormPage form={form} onSubmit={submit} submitLabel={props.submitLabel} onCancel={props.onCancel} wide={props.wide} label={props.label}>
        {props.children(form)}
        <DateField label={text.from} description={text.fromHints[kind]} {...form.getInputProps('valid_from')} />
      </FormPage>
      {aside && <aside className={classes.aside}>{aside(form.getValues())}</aside>}
    </div>
  );
}

/** What stands between braces and what it becomes. */
export function Placeholders({ title, of }: { title: string; of: readonly (readonly [string, string])[] }) {
  return (
    <section aria-label={title}>
      <h2>{title}</h2>
      <dl className={classes.placeholders}>
        {of.map(([name, meaning]) => (
          <div key={name}>
            <dt>
              <code>{name}</code>
            </dt>
            <dd>{meaning}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

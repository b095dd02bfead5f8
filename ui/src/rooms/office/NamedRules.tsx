import { Button } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { useState, type ReactNode } from 'react';
import { Icon } from '../../components/icons';
import { Loaded } from '../../components/Loaded';
import { RemoveButton } from '../../components/RemoveButton';
import { useRules, useSaveRule, useShippedRules, type Rule, type Rules } from '../../data/office';
import { id } from '../../i18n/id';
import classes from './office.module.css';
import { OfficeHeader } from './OfficeHeader';
import { RuleForm, type Dated, type RuleBody } from '../../components/RuleForm';

/** Rules that hold several things with names. */
type Kind = 'scheme_templates' | 'instruments';

type Thing<K extends Kind> = Rules[K][number];

export interface NamedRulesProps<K extends Kind, B extends Record<string, unknown>> {
  kind: K;
  text: {
    lead: string;
    label: string;
    list: string;
    add: string;
    new: string;
    save: string;
    remove: string;
    removeBody: (name: string) => string;
  };
  /** Beside a name in the list. */
  note?: (thing: Thing<K>) => string | null;
  /** A new one, as the form edits it. */
  blank: B;
  toValues: (thing: Thing<K>) => B;
  /** Makes the thing to save; throws a refusal when what was typed cannot be one. */
  toThing: (values: B, known: Thing<K> | undefined, others: readonly Thing<K>[]) => Thing<K>;
  /** The core names refused fields by their place in the whole list. */
  numbered?: boolean;
  children: (form: UseFormReturnType<Dated<B>>) => ReactNode;
}

/** The things that a rule holds, one at a time: their names, and the form of the one that is chosen. */
export function NamedRules<K extends Kind, B extends Record<string, unknown>>(props: NamedRulesProps<K, B>) {
  const { kind, text, note } = props;
  const rules = useRules();
  const shipped = useShippedRules().data?.[kind] ?? [];
  const [at, setAt] = useState(0);
  const [taken, setTaken] = useState<Thing<K>>();
  const choose = (index: number, from?: Thing<K>) => {
    setAt(index);
    setTaken(from);
  };
  return (
    <>
      <OfficeHeader
        primary={
          <Button leftSection={<Icon name="plus" size={16} />} onClick={() => choose(rules.data?.[kind].length ?? 0)}>
            {text.add}
          </Button>
        }
      />
      <p className={classes.lead}>{text.lead}</p>
      <Loaded query={rules}>
        {(loaded) => {
          const things: readonly Thing<K>[] = loaded[kind];
          const offered = (shipped as readonly Thing<K>[]).filter(({ name }) => things.every((thing) => thing.name !== name));
          return (
            <div className={classes.schemes}>
              <nav aria-label={text.list} className={classes.schemeList}>
                {things.map((thing, index) => (
                  <button
                    key={thing.name}
                    type="button"
                    aria-current={index === at ? 'true' : undefined}
                    onClick={() => choose(index)}
                  >
                    {thing.name}
                    {note?.(thing) && <span className="muted"> {note(thing)}</span>}
                  </button>
                ))}
                {at >= things.length && !taken && (
                  <button type="button" aria-current="true">
                    {text.new}
                  </button>
                )}
                {offered.length > 0 && <h2 className={classes.offered}>{id.office.offered}</h2>}
                {offered.map((thing) => (
                  <button
                    key={thing.name}
                    type="button"
                    aria-current={at >= things.length && taken?.name === thing.name ? 'true' : undefined}
                    onClick={() => choose(things.length, thing)}
                  >
                    {thing.name}
                  </button>
                ))}
              </nav>
              <ThingForm key={`${at} ${taken?.name ?? ''}`} {...props} things={things} at={at} taken={taken} onAt={choose} />
            </div>
          );
        }}
      </Loaded>
    </>
  );
}

interface ThingFormProps<K extends Kind, B extends Record<string, unknown>> extends NamedRulesProps<K, B> {
  things: readonly Thing<K>[];
  at: number;
  /** A shipped one that the office does not have yet, for a new one to begin with. */
  taken: Thing<K> | undefined;
  onAt: (at: number) => void;
}

function ThingForm<K extends Kind, B extends Record<string, unknown>>(props: ThingFormProps<K, B>) {
  const { kind, text, things, at, taken, onAt, numbered } = props;
  const known = things[at];
  const from = known ?? taken;
  const others = things.filter((_, index) => index !== at);
  const remove = useSaveRule({ onDone: () => onAt(0) });
  return (
    <div className={classes.template}>
      <RuleForm
        kind={kind}
        label={text.label}
        submitLabel={text.save}
        fieldOf={numbered ? (field) => (field.startsWith(`${at}.`) ? field.slice(`${at}.`.length) : field) : undefined}
        body={from ? props.toValues(from) : props.blank}
        toBody={(values) => {
          const made = props.toThing(values, from, others);
          const all = known ? things.map((old, index) => (index === at ? made : old)) : [...things, made];
          return all as RuleBody<K>;
        }}
        onCancel={known ? undefined : () => onAt(0)}
      >
        {props.children}
      </RuleForm>
      {known && others.length > 0 && (
        <>
          <RemoveButton
            label={text.remove}
            onConfirm={() => remove.mutateAsync({ rule: { kind, body: others } as Rule, validFrom: null })}
          >
            {text.removeBody(known.name)}
          </RemoveButton>
        </>
      )}
    </div>
  );
}

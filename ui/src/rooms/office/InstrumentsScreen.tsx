import { Button } from '@mantine/core';
import { useState } from 'react';
import { ConfirmDialog } from '../../components/ConfirmDialog';
import { Icon } from '../../components/icons';
import { Loaded } from '../../components/Loaded';
import { useRules, useSaveRule, type Instrument } from '../../data/office';
import { id } from '../../i18n/id';
import { InstrumentFields } from './InstrumentFields';
import { newInstrument, toValues, withInstrument } from './instruments';
import classes from './office.module.css';
import { OfficeHeader } from './OfficeHeader';
import { RuleForm } from './RuleForm';

const text = id.feedback.instruments;

/** What sheets ask, one instrument at a time. */
export function InstrumentsScreen() {
  const rules = useRules();
  const [at, setAt] = useState(0);
  return (
    <>
      <OfficeHeader
        primary={
          <Button leftSection={<Icon name="plus" size={16} />} onClick={() => setAt(rules.data?.instruments.length ?? 0)}>
            {text.add}
          </Button>
        }
      />
      <p className={classes.lead}>{text.lead}</p>
      <Loaded query={rules}>
        {({ instruments }) => (
          <div className={classes.schemes}>
            <nav aria-label={text.list} className={classes.schemeList}>
              {instruments.map((instrument, index) => (
                <button
                  key={instrument.id}
                  type="button"
                  aria-current={index === at ? 'true' : undefined}
                  onClick={() => setAt(index)}
                >
                  {instrument.name}
                </button>
              ))}
              {at >= instruments.length && (
                <button type="button" aria-current="true">
                  {text.new}
                </button>
              )}
            </nav>
            <InstrumentForm key={at} instruments={instruments} at={at} onAt={setAt} />
          </div>
        )}
      </Loaded>
    </>
  );
}

interface InstrumentFormProps {
  instruments: readonly Instrument[];
  at: number;
  onAt: (at: number) => void;
}

function InstrumentForm({ instruments, at, onAt }: InstrumentFormProps) {
  const known = instruments[at];
  const [asking, setAsking] = useState(false);
  const remove = useSaveRule({ onDone: () => onAt(0) });
  return (
    <div className={classes.template}>
      <RuleForm
        label={text.label}
        submitLabel={text.save}
        fieldOf={(field) => (field.startsWith(`${at}.`) ? field.slice(`${at}.`.length) : field)}
        body={known ? toValues(known) : newInstrument}
        toRule={(body) => withInstrument(instruments, at, body)}
        onCancel={known ? undefined : () => onAt(0)}
      >
        {(form) => <InstrumentFields form={form} />}
      </RuleForm>
      {known && instruments.length > 1 && (
        <>
          <Button variant="default" leftSection={<Icon name="trash" size={16} />} onClick={() => setAsking(true)}>
            {text.remove}
          </Button>
          <ConfirmDialog
            opened={asking}
            title={text.remove}
            confirmLabel={text.remove}
            danger
            onConfirm={() =>
              remove.mutateAsync({
                rule: { kind: 'instruments', body: instruments.filter((_, index) => index !== at) },
                validFrom: null,
              })
            }
            onClose={() => setAsking(false)}
          >
            {text.removeBody(known.name)}
          </ConfirmDialog>
        </>
      )}
    </div>
  );
}

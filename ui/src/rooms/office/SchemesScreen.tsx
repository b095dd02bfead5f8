import { Button, TextInput } from '@mantine/core';
import { useState } from 'react';
import { ConfirmDialog } from '../../components/ConfirmDialog';
import { Icon } from '../../components/icons';
import { Loaded } from '../../components/Loaded';
import { SchemeFields } from '../../components/scheme/SchemeFields';
import { useRules, useSaveRule, type SchemeTemplate } from '../../data/office';
import { id } from '../../i18n/id';
import classes from './office.module.css';
import { OfficeHeader } from './OfficeHeader';
import { RuleForm } from './RuleForm';
import { isUnset, newTemplate, templateValues, toTemplate } from './schemes';

const text = id.office.scheme;

/** Schemes that a new class can start from, one at a time. */
export function SchemesScreen() {
  const rules = useRules();
  const [at, setAt] = useState(0);
  return (
    <>
      <OfficeHeader
        primary={
          <Button
            leftSection={<Icon name="plus" size={16} />}
            onClick={() => setAt(rules.data?.scheme_templates.length ?? 0)}
          >
            {text.add}
          </Button>
        }
      />
      <p className={classes.lead}>{text.text}</p>
      <Loaded query={rules}>
        {({ scheme_templates: templates }) => (
          <div className={classes.schemes}>
            <nav aria-label={text.list} className={classes.schemeList}>
              {templates.map((template, index) => (
                <button
                  key={template.name}
                  type="button"
                  aria-current={index === at ? 'true' : undefined}
                  onClick={() => setAt(index)}
                >
                  {template.name}
                  {isUnset(template) && <span className="muted"> {text.unset}</span>}
                </button>
              ))}
              {at >= templates.length && (
                <button type="button" aria-current="true">
                  {text.new}
                </button>
              )}
            </nav>
            <Template key={at} templates={templates} at={at} onAt={setAt} />
          </div>
        )}
      </Loaded>
    </>
  );
}

interface TemplateProps {
  templates: readonly SchemeTemplate[];
  at: number;
  onAt: (at: number) => void;
}

function Template({ templates, at, onAt }: TemplateProps) {
  const template = templates[at];
  const others = templates.filter((_, index) => index !== at);
  const [asking, setAsking] = useState(false);
  const remove = useSaveRule({ onDone: () => onAt(0) });
  return (
    <div className={classes.template}>
      <RuleForm
        label={text.label}
        submitLabel={text.save}
        body={template ? templateValues(template) : newTemplate}
        toRule={(body) => {
          const made = toTemplate(body, others);
          const all = template ? templates.map((old, index) => (index === at ? made : old)) : [...templates, made];
          return { kind: 'scheme_templates', body: all };
        }}
        onCancel={template ? undefined : () => onAt(0)}
      >
        {(form) => (
          <>
            <TextInput label={text.name} required autoComplete="off" {...form.getInputProps('name')} />
            <SchemeFields form={form} />
          </>
        )}
      </RuleForm>
      {template && templates.length > 1 && (
        <>
          <Button variant="default" leftSection={<Icon name="trash" size={16} />} onClick={() => setAsking(true)}>
            {text.remove}
          </Button>
          <ConfirmDialog
            opened={asking}
            title={text.remove}
            confirmLabel={text.remove}
            danger
            onConfirm={() => remove.mutateAsync({ rule: { kind: 'scheme_templates', body: others }, validFrom: null })}
            onClose={() => setAsking(false)}
          >
            {text.removeBody(template.name)}
          </ConfirmDialog>
        </>
      )}
    </div>
  );
}

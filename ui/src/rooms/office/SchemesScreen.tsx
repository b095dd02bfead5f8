import { TextInput } from '@mantine/core';
import { SchemeFields } from '../../components/scheme/SchemeFields';
import { id } from '../../i18n/id';
import { NamedRules } from './NamedRules';
import { isUnset, newTemplate, templateValues, toTemplate } from './schemes';

const text = id.office.scheme;

/** Schemes that a new class can start from, one at a time. */
export const SchemesScreen = () => (
  <NamedRules
    kind="scheme_templates"
    text={text}
    note={(template) => (isUnset(template) ? text.unset : null)}
    blank={newTemplate}
    toValues={templateValues}
    toThing={(values, _known, others) => toTemplate(values, others)}
  >
    {(form) => (
      <>
        <TextInput label={text.name} required autoComplete="off" {...form.getInputProps('name')} />
        <SchemeFields form={form} />
      </>
    )}
  </NamedRules>
);

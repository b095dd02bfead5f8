import { Button, Menu } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useEffect } from 'react';
import { FormPage } from '../../../components/FormPage';
import { Icon } from '../../../components/icons';
import { ReasonList } from '../../../components/ReasonList';
import { SchemeFields } from '../../../components/scheme/SchemeFields';
import { adopt, dropped, toScheme, toValues, totalWeight, type SchemeValues } from '../../../components/scheme/values';
import type { Scheme } from '../../../data/evaluation';
import { useRules } from '../../../data/office';
import { id } from '../../../i18n/id';
import styles from '../classes.module.css';

const text = id.evaluation.scheme;

export interface SchemeFormProps {
  scheme: Scheme;
  onDirty: (dirty: boolean) => void;
  onSubmit: (scheme: Scheme) => Promise<unknown>;
  onCancel: () => void;
}

export function SchemeForm({ scheme, onDirty, onSubmit, onCancel }: SchemeFormProps) {
  const form = useForm<SchemeValues>({ initialValues: toValues(scheme) });
  const dirty = form.isDirty();
  const gone = dropped(scheme, form.values);
  useEffect(() => onDirty(dirty), [dirty, onDirty]);
  return (
    <FormPage
      form={form}
      label={text.title}
      submitLabel={text.save}
      onSubmit={async (values) => onSubmit(toScheme(values))}
      onCancel={onCancel}
    >
      <div className={styles.wide}>
        <TemplateMenu onChoose={(chosen) => form.setValues(adopt(toValues(chosen), form.getValues()))} />
        <SchemeFields form={form} />
        {gone.length > 0 && <ReasonList reasons={[{ tone: 'warn', text: text.dropped(gone.join(', ')) }]} />}
      </div>
    </FormPage>
  );
}

/** The schemes of the office, one of which takes the place of what the form holds. */
function TemplateMenu({ onChoose }: { onChoose: (scheme: Scheme) => void }) {
  const templates = useRules().data?.scheme_templates ?? [];
  return (
    <div className={styles.bar}>
      <Menu position="bottom-start">
        <Menu.Target>
          <Button variant="default" rightSection={<Icon name="chevronDown" size={14} />} disabled={templates.length === 0}>
            {text.template}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          {templates.map(({ name, scheme }) => {
            const weights = scheme.components.map((component) => ({ weight: String(component.weight) }));
            return (
              <Menu.Item key={name} onClick={() => onChoose(scheme)}>
                {text.templateItem(name, weights.length > 0 && totalWeight(weights) === 0)}
              </Menu.Item>
            );
          })}
        </Menu.Dropdown>
      </Menu>
    </div>
  );
}

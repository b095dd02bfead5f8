import { Checkbox, Radio } from '@mantine/core';
import type { PhotoSize } from '../../data/office';
import { id } from '../../i18n/id';
import classes from './office.module.css';
import { RuleForm } from '../../components/RuleForm';
import { RulePage } from './RulePage';

const text = id.office.look;

function Options({ of }: { of: Readonly<Record<string, string>> }) {
  return (
    <div className={classes.options}>
      {Object.entries(of).map(([value, label]) => (
        <Radio key={value} value={value} label={label} />
      ))}
    </div>
  );
}

/** Paper, photo and back page of certificates. */
export function LookScreen() {
  return (
    <RulePage>
      {({ certificate_look: look }) => (
        <RuleForm
          kind="certificate_look"
          label={text.label}
          submitLabel={text.save}
          body={{ ...look, photo: look.photo ?? 'none' }}
          toBody={(body) => ({ ...body, photo: body.photo === 'none' ? null : (body.photo as PhotoSize) })}
        >
          {(form) => (
            <>
              <Radio.Group label={text.paper} {...form.getInputProps('paper')}>
                <Options of={text.papers} />
              </Radio.Group>
              <Radio.Group label={text.photo} {...form.getInputProps('photo')}>
                <Options of={text.photos} />
              </Radio.Group>
              <Checkbox label={text.backPage} {...form.getInputProps('back_page', { type: 'checkbox' })} />
            </>
          )}
        </RuleForm>
      )}
    </RulePage>
  );
}

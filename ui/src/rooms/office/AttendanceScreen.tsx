import { Checkbox } from '@mantine/core';
import { id } from '../../i18n/id';
import classes from './office.module.css';
import { RuleForm } from '../../components/RuleForm';
import { RulePage } from './RulePage';

const text = id.office.attendance;

/** Which marks count as being there. */
export function AttendanceScreen() {
  return (
    <RulePage>
      {({ attendance }) => (
        <RuleForm
          kind="attendance"
          label={text.label}
          submitLabel={text.save}
          body={{ ...attendance }}
          toBody={(body) => body}
        >
          {(form) => (
            <Checkbox.Group label={text.counted} description={text.countedHint} {...form.getInputProps('counted')}>
              <div className={classes.options}>
                {Object.entries(text.marks).map(([mark, label]) => (
                  <Checkbox key={mark} value={mark} label={label} />
                ))}
              </div>
            </Checkbox.Group>
          )}
        </RuleForm>
      )}
    </RulePage>
  );
}

import { Checkbox } from '@mantine/core';
import { Loaded } from '../../components/Loaded';
import { useRules } from '../../data/office';
import { id } from '../../i18n/id';
import classes from './office.module.css';
import { OfficeHeader } from './OfficeHeader';
import { RuleForm } from './RuleForm';

const text = id.office.attendance;

/** Which marks count as being there. */
export function AttendanceScreen() {
  return (
    <>
      <OfficeHeader />
      <Loaded query={useRules()}>
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
      </Loaded>
    </>
  );
}

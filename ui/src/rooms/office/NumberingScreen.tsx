import { Select, TextInput } from '@mantine/core';
import { Loaded } from '../../components/Loaded';
import { useStatus } from '../../data/home';
import { useProfile, useRules, type Numbering } from '../../data/office';
import { id } from '../../i18n/id';
import classes from './office.module.css';
import { OfficeHeader } from './OfficeHeader';
import { Placeholders, RuleForm } from '../../components/RuleForm';

const text = id.office.numbering;

const roman = ['I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII', 'IX', 'X', 'XI', 'XII'];

/** What the first number would look like today. What the core does not know stays between its braces. */
export function exampleNumber(rule: Pick<Numbering, 'pattern' | 'klas'>, unit: string, today: string): string {
  const [year = '', month = ''] = today.split('-');
  const known: Record<string, string> = {
    KLAS: rule.klas,
    UNIT: unit,
    BULAN: month,
    BULAN_ROMAWI: roman[Number(month) - 1] ?? '',
    TAHUN: year,
    ANGKATAN: 'Angkatan I',
  };
  return rule.pattern.replace(/\{(\w+)(?::(\d))?(\d)?\}/g, (whole: string, name: string, first?: string, second?: string) => {
    if (name === 'SEQ') return '1'.padStart(Number(second ?? first ?? '1'), '0');
    return known[name] || whole;
  });
}

export function NumberingScreen() {
  const rules = useRules();
  const unit = useProfile().data?.unit_code ?? '';
  const today = useStatus().data?.today ?? '';
  return (
    <>
      <OfficeHeader />
      <Loaded query={rules}>
        {({ numbering }) => (
          <RuleForm
            kind="numbering"
            label={text.label}
            submitLabel={text.save}
            body={{ ...numbering }}
            toBody={(body) => body}
            aside={(body) => (
              <>
                <section aria-label={text.example}>
                  <h2>{text.example}</h2>
                  <output className={classes.example}>{exampleNumber(body, unit, today)}</output>
                </section>
                <Placeholders title={text.help} of={text.placeholders} />
              </>
            )}
          >
            {(form) => (
              <>
                <TextInput label={text.pattern} required autoComplete="off" {...form.getInputProps('pattern')} />
                <TextInput label={text.klas} description={text.klasHint} maw={200} autoComplete="off" {...form.getInputProps('klas')} />
                <Select
                  label={text.scope}
                  data={Object.entries(text.scopes).map(([value, label]) => ({ value, label }))}
                  allowDeselect={false}
                  maw={200}
                  {...form.getInputProps('scope')}
                />
              </>
            )}
          </RuleForm>
        )}
      </Loaded>
    </>
  );
}

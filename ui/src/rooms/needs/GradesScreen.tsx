import { NumberInput } from '@mantine/core';
import { Loaded } from '../../components/Loaded';
import { RuleForm } from '../../components/RuleForm';
import shared from '../../components/shared.module.css';
import { useCompetencies, type Competency } from '../../data/needs';
import { useRules } from '../../data/office';
import { id } from '../../i18n/id';
import { bodyOf, fieldOf, valuesOf } from './gradesForm';
import { grades } from './heat';
import { StandardsHeader } from './StandardsHeader';
import styles from './needs.module.css';

const text = id.needs.standards.grades;
const names = id.needs.gradeNames;

/** Which levels kinds of positions need: a row for each kind, a column for each competency that is not technical. */
export function GradesScreen() {
  const rules = useRules();
  const competencies = useCompetencies();
  return (
    <>
      <StandardsHeader />
      <p className={styles.lead}>{text.lead}</p>
      <Loaded query={competencies}>
        {(rows) => {
          const shown = rows.map((row) => row.competency).filter(({ kind }) => kind !== 'technical');
          return <Loaded query={rules}>{({ standards }) => <Matrix standards={standards} competencies={shown} />}</Loaded>;
        }}
      </Loaded>
    </>
  );
}

type Standards = Parameters<typeof valuesOf>[0];

function Matrix({ standards, competencies }: { standards: Standards; competencies: readonly Competency[] }) {
  const columns = competencies.flatMap(({ id: key, name }) => (key === null ? [] : [{ key, name }]));
  return (
    <RuleForm
      kind="standards"
      label={text.label}
      submitLabel={text.save}
      wide
      body={valuesOf(standards, columns)}
      toBody={(values) => bodyOf(values, standards, columns)}
      fieldOf={(field) => fieldOf(field, standards)}
    >
      {(form) => (
        <div className={styles.matrix} role="region" aria-label={text.label} tabIndex={0}>
          <table className={`${shared.table} ${styles.grades}`} aria-label={text.label}>
            <thead>
              <tr>
                <th scope="col" className={styles.gradeName}>{text.grade}</th>
                {columns.map(({ key, name }) => (
                  <th key={key} scope="col">{name}</th>
                ))}
              </tr>
            </thead>
            <tbody>
              {grades.map((grade) => (
                <tr key={grade}>
                  <th scope="row">{names[grade]}</th>
                  {columns.map(({ key, name }) => (
                    <td key={key}>
                      <NumberInput
                        aria-label={text.cell(names[grade], name)}
                        min={0}
                        max={5}
                        allowDecimal={false}
                        allowNegative={false}
                        hideControls
                        {...form.getInputProps(`levels.${grade}.${key}`)}
                      />
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </RuleForm>
  );
}

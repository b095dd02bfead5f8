import type { RuleBody } from '../../components/RuleForm';
import { RefusalError } from '../../backend/backend';
import type { Grade } from '../../data/needs';
import { id } from '../../i18n/id';
import { grades } from './heat';

type Standards = RuleBody<'standards'>;

/** Levels as typed, by kind of position and competency; what is not needed is 0. */
export interface GradeValues extends Record<string, unknown> {
  levels: Record<string, Record<string, number | string>>;
}

interface Column {
  key: string;
  name: string;
}

const levelOf = (standards: Standards, grade: Grade, competency: string) =>
  standards.find((line) => line.grade === grade)?.levels.find((level) => level.competency === competency)?.level ?? 0;

export const valuesOf = (standards: Standards, columns: readonly Column[]): GradeValues => ({
  levels: Object.fromEntries(
    grades.map((grade) => [grade, Object.fromEntries(columns.map(({ key }) => [key, levelOf(standards, grade, key)]))]),
  ),
});

/** The rule to save. Competencies that the table does not show keep their levels. */
export function bodyOf({ levels }: GradeValues, before: Standards, columns: readonly Column[]): Standards {
  const shown = new Set(columns.map(({ key }) => key));
  return grades.map((grade) => {
    const others = before.find((line) => line.grade === grade)?.levels.filter((level) => !shown.has(level.competency)) ?? [];
    const own = columns.map(({ key, name }) => {
      const typed = levels[grade]?.[key] ?? 0;
      const level = typed === '' ? 0 : Number(typed);
      if (Number.isInteger(level) && level >= 0 && level <= 5) return { competency: key, level };
      const field = `levels.${grade}.${key}`;
      const message = `${id.needs.gradeNames[grade]}, ${name}: level harus 0 sampai 5.`;
      throw new RefusalError({ code: 'invalid_input', message, fields: [{ field, message }] });
    });
    return { grade, levels: [...own.filter(({ level }) => level > 0), ...others] };
  });
}

/** The form's name of `2.levels.3`. */
export function fieldOf(field: string, standards: Standards): string {
  const [line, , column] = field.split('.');
  const standard = standards[Number(line)];
  const competency = standard?.levels[Number(column)]?.competency;
  return standard && competency !== undefined ? `levels.${standard.grade}.${competency}` : field;
}

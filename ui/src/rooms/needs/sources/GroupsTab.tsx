import { Select, Textarea, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useEffect } from 'react';
import { RefusalError } from '../../../backend/backend';
import { FormPage } from '../../../components/FormPage';
import { LeaveGuard } from '../../../components/LeaveGuard';
import { LineTable } from '../../../components/LineTable';
import { listOf } from '../../../components/lines/listOf';
import { UnitPicker } from '../../../components/UnitPicker';
import { useSaveGroupFindings, type GroupFinding, type InquiryView } from '../../../data/needs/inquiries';
import { id } from '../../../i18n/id';
import { levelOf, levelText, underList } from './sourceForm';

const text = id.inquiries.groups;

/** A line while it is typed: the level is a text. */
type Line = Omit<GroupFinding, 'level'> & { level: string };

const lineValues = (line: GroupFinding): Line => ({ ...line, level: levelText(line.level) });

/** The lines to save; a level that cannot be read is refused at its place. */
function linesOf(lines: readonly Line[]): GroupFinding[] {
  const read = lines.map((line) => ({ ...line, level: levelOf(line.level) }));
  const fields = lines.flatMap((line, at) =>
    line.level.trim() !== '' && read[at]?.level === null ? [{ field: `lines.${at}.level`, message: text.levelWrong(line.level) }] : [],
  );
  if (fields.length > 0) throw new RefusalError({ code: 'invalid_input', message: fields[0]?.message ?? '', fields });
  return read;
}

/** What a group found about units and positions, line by line. */
export function GroupsTab({ at, view }: { at: string; view: InquiryView }) {
  const form = useForm<{ lines: Line[] }>({ initialValues: { lines: view.groups.map(lineValues) } });
  const save = useSaveGroupFindings(at);
  const { setInitialValues, setValues } = form;

  // What the core made of it, or an undo.
  useEffect(() => {
    setInitialValues({ lines: view.groups.map(lineValues) });
    setValues({ lines: view.groups.map(lineValues) });
    // eslint-disable-next-line react-hooks/exhaustive-deps -- the functions of the form change with each keystroke
  }, [view.groups]);

  const props = (line: number, field: string) => ({
    ...form.getInputProps(`lines.${line}.${field}`),
    'data-path': `lines.${line}.${field}`,
  });
  return (
    <>
      <LeaveGuard unsaved={form.isDirty()} />
      <FormPage
        wide
        form={form}
        label={text.label}
        submitLabel={text.save}
        onSubmit={async ({ lines }) => underList('lines', save.mutateAsync(linesOf(lines)))}
      >
        <LineTable
          {...listOf(form, 'lines')}
          title={text.label}
          lead={text.lead}
          ordered
          heads={[
            { label: text.unit, width: 260 },
            { label: text.position, width: 190 },
            { label: text.competency, width: 220 },
            { label: text.level, width: 84 },
            { label: text.text },
          ]}
          cells={(_, line) => [
            <UnitPicker key="unit" hideLabel label={text.unitAt(line + 1)} {...props(line, 'unit')} />,
            <TextInput key="position" autoComplete="off" aria-label={text.positionAt(line + 1)} {...props(line, 'position')} />,
            <Select
              key="competency"
              searchable
              aria-label={text.competencyAt(line + 1)}
              data={view.competencies.map((one) => ({ value: one.id ?? '', label: one.name }))}
              {...props(line, 'competency')}
            />,
            <TextInput
              key="level"
              inputMode="decimal"
              autoComplete="off"
              aria-label={text.levelAt(line + 1)}
              {...props(line, 'level')}
            />,
            <Textarea key="text" autosize minRows={1} maxRows={6} aria-label={text.textAt(line + 1)} {...props(line, 'text')} />,
          ]}
          blank={(before): Line => ({
            id: null,
            unit: before?.unit ?? view.row.inquiry.unit,
            position: '',
            competency: null,
            level: '',
            text: '',
          })}
          add={text.add}
          none={text.none}
        />
      </FormPage>
    </>
  );
}

import { Checkbox, NativeSelect } from '@mantine/core';
import { StateBadge } from '../../../components/StateBadge';
import type { Tone } from '../../../components/tone';
import type { Confidence, FieldInfo, ImportSheet } from '../../../data/people';
import { id } from '../../../i18n/id';
import classes from './import.module.css';
import { columnsOf, letters, type SheetChoice, type ShownColumn } from './mapping';

const text = id.importing.columns;

const tones: Record<Confidence, Tone> = { none: 'neutral', likely: 'warn', exact: 'good', chosen: 'info' };
const unused = '-';
const automatic = '?';

interface SheetProps {
  sheet: ImportSheet;
  choice: SheetChoice;
  onChoice: (choice: SheetChoice) => void;
}

/** One sheet: where its headings are and what each column fills. */
export function SheetColumns({ fields, ...props }: SheetProps & { fields: readonly FieldInfo[] }) {
  const { sheet, choice, onChoice } = props;
  const columns = columnsOf(sheet, choice);
  const set = (index: number, value: string) => {
    const others = Object.entries(choice.fields).filter(([at, field]) => Number(at) !== index && field !== value);
    const rest = Object.fromEntries(others);
    onChoice({
      ...choice,
      fields: value === automatic ? rest : { ...rest, [index]: value === unused ? null : value },
    });
  };
  return (
    <div className={classes.sheet}>
      <div className={classes.sheetHead}>
        <Checkbox
          label={text.use}
          checked={choice.use}
          onChange={(event) => onChoice({ ...choice, use: event.currentTarget.checked })}
        />
        <HeaderSelect {...props} />
      </div>
      {choice.use && (
        <table className={classes.table} aria-label={text.table(sheet.name)}>
          <thead>
            <tr>
              <th style={{ width: '80px' }}>{text.column}</th>
              <th style={{ width: '26%' }}>{text.heading}</th>
              <th>{text.example}</th>
              <th style={{ width: '240px' }}>{text.field}</th>
              <th style={{ width: '150px' }}>{text.sure}</th>
            </tr>
          </thead>
          <tbody>
            {columns.map((column) => (
              <ColumnRow key={column.index} column={column} fields={fields} onField={(value) => set(column.index, value)} />
            ))}
          </tbody>
        </table>
      )}
      <Sample {...props} />
    </div>
  );
}

function ColumnRow(props: { column: ShownColumn; fields: readonly FieldInfo[]; onField: (value: string) => void }) {
  const { column, fields, onField } = props;
  const examples = column.examples.join(' · ');
  return (
    <tr data-unused={column.field === null || undefined}>
      <td>{column.letters}</td>
      <td title={column.heading}>{column.heading}</td>
      <td className="muted" title={examples}>
        {examples}
      </td>
      <td>
        <NativeSelect
          aria-label={text.fieldOf(column.letters)}
          value={column.field === undefined ? automatic : (column.field ?? unused)}
          onChange={(event) => onField(event.currentTarget.value)}
        >
          {column.field === undefined && <option value={automatic}>{text.automatic}</option>}
          <option value={unused}>{text.unused}</option>
          {fields.map((field) => (
            <option key={field.id} value={field.id}>
              {field.label}
            </option>
          ))}
        </NativeSelect>
      </td>
      <td>
        {column.field !== undefined && (
          <StateBadge tone={tones[column.confidence]}>{text.confidence[column.confidence]}</StateBadge>
        )}
      </td>
    </tr>
  );
}

function HeaderSelect({ sheet, choice, onChoice }: SheetProps) {
  const found = sheet.detected?.header_first ?? null;
  const first = (row: readonly string[]) => row.filter((cell) => cell.trim() !== '').slice(0, 4).join(' | ').slice(0, 60);
  const choose = (value: string) =>
    onChoice({
      ...choice,
      use: true,
      fields: {},
      header: value === 'found' || value === 'none' ? value : Number(value),
    });
  return (
    <NativeSelect
      label={text.header}
      classNames={{ root: classes.inline }}
      value={String(choice.header)}
      onChange={(event) => choose(event.currentTarget.value)}
    >
      {found !== null && <option value="found">{text.headerFound(found + 1)}</option>}
      {sheet.sample.slice(0, 20).map((row, at) =>
        at === found || first(row) === '' ? null : (
          <option key={at} value={at}>
            {text.headerAt(at + 1, first(row))}
          </option>
        ),
      )}
      <option value="none">{text.noHeader}</option>
    </NativeSelect>
  );
}

/** The file as it is, with the row of the headings marked. */
function Sample({ sheet, choice }: SheetProps) {
  const { detected } = sheet;
  const [from, to] =
    choice.header === 'found'
      ? [detected?.header_first ?? -1, detected?.header_last ?? -1]
      : [choice.header === 'none' ? -1 : choice.header, choice.header === 'none' ? -1 : choice.header];
  const width = Math.max(0, ...sheet.sample.map((row) => row.length));
  const places = Array.from({ length: width }, (_, at) => at);
  return (
    <details className={classes.sample}>
      <summary>{text.sample}</summary>
      <div tabIndex={0} role="region" aria-label={text.sampleLabel(sheet.name)}>
        <table>
          <thead>
            <tr>
              <td />
              {places.map((at) => (
                <th key={at} scope="col">
                  {letters(at)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {sheet.sample.map((row, at) => {
              const heading = at >= from && at <= to;
              return (
                <tr key={at} data-heading={heading || undefined}>
                  <th scope="row">
                    {at + 1}
                    {heading && <span className="hidden"> {text.isHeader}</span>}
                  </th>
                  {places.map((place) => (
                    <td key={place}>{row[place]}</td>
                  ))}
                </tr>
              );
            })}
          </tbody>
        </table>
      </div>
    </details>
  );
}

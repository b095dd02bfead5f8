import { Button, Checkbox, Popover, Select, Stack, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { EntryGrid, type CellWrite, type EntryColumn, type EntryGridHandle, type EntryRow } from '../../../components/EntryGrid';
import { Loaded } from '../../../components/Loaded';
import { useInquiryPeople, useSetLevels, type InquiryPerson, type InquiryView } from '../../../data/needs/inquiries';
import { useUndo } from '../../../data/mutation';
import { id } from '../../../i18n/id';
import { levelText } from './sourceForm';
import styles from './sources.module.css';

const text = id.inquiries.levels;
const states = id.inquiries.typing.states;

/** `3.5` becomes `3,5`; what is no level stays for the core to refuse. */
const normalise = (typed: string) => typed.trim().replace('.', ',');

/** Levels of people by competency, typed from paper cell by cell. */
export function LevelsTab({ at, view }: { at: string; view: InquiryView }) {
  const [typed, setTyped] = useState('');
  const [words] = useDebouncedValue(typed, 200);
  const [state, setState] = useState<'all' | 'waiting' | 'typed'>('all');
  const [shown, setShown] = useState<string[]>(view.columns);
  const people = useInquiryPeople(at, words.trim(), state);
  return (
    <>
      <div className={styles.tools}>
        <TextInput type="search" label={text.search} value={typed} onChange={(event) => setTyped(event.currentTarget.value)} />
        <Select
          label={text.state}
          allowDeselect={false}
          data={(['all', 'waiting', 'typed'] as const).map((value) => ({ value, label: states[value] }))}
          value={state}
          onChange={(value) => setState(value ?? 'all')}
        />
        <Columns view={view} shown={shown} onChange={setShown} />
      </div>
      <p className={`muted ${styles.levelHint}`}>{text.hint}</p>
      <Loaded query={people}>
        {({ rows, total }) => (
          <>
            {rows.length === 0 ? <p role="status">{text.nobody}</p> : <Grid at={at} view={view} rows={rows} shown={shown} />}
            {total > rows.length && <p role="status">{text.more(rows.length, total)}</p>}
          </>
        )}
      </Loaded>
    </>
  );
}

interface ColumnsProps {
  view: InquiryView;
  shown: string[];
  onChange: (shown: string[]) => void;
}

/** Which competencies are columns; chosen in a list that leaves the room to the grid. */
function Columns({ view, shown, onChange }: ColumnsProps) {
  return (
    <Popover position="bottom-start" trapFocus returnFocus>
      <Popover.Target>
        <Button variant="default">{text.columns(shown.length, view.competencies.length)}</Button>
      </Popover.Target>
      <Popover.Dropdown>
        <Checkbox.Group label={text.columnsLabel} value={shown} onChange={onChange}>
          <Stack gap={8} mt={8} className={styles.columns}>
            {view.competencies.map((one) => (
              <Checkbox key={one.id} value={one.id ?? ''} label={one.name} />
            ))}
          </Stack>
        </Checkbox.Group>
      </Popover.Dropdown>
    </Popover>
  );
}

interface GridProps {
  at: string;
  view: InquiryView;
  rows: readonly InquiryPerson[];
  shown: readonly string[];
}

function Grid({ at, view, rows: people, shown }: GridProps) {
  const { mutateAsync } = useSetLevels(at);
  const undo = useUndo();
  const handle = useRef<EntryGridHandle>(null);
  // Typing begins in the grid, unless somebody is looking for people.
  useEffect(() => {
    if (document.activeElement === document.body) handle.current?.focus();
  }, []);
  const { competencies } = view;
  const columns = useMemo<EntryColumn[]>(
    () =>
      competencies
        .filter((one) => shown.includes(one.id ?? ''))
        .map((one) => ({ id: one.id ?? '', header: one.name, title: one.name, width: 120, align: 'end', mode: 'text' })),
    [competencies, shown],
  );
  const rows = useMemo<EntryRow[]>(
    () => people.map((row) => ({ id: row.person, name: row.name, detail: row.nip })),
    [people],
  );
  const byCell = useMemo(
    () => new Map(people.flatMap((row) => row.findings.map((found) => [`${row.person} ${found.competency}`, found] as const))),
    [people],
  );
  const value = useCallback((row: string, col: string) => levelText(byCell.get(`${row} ${col}`)?.level ?? null), [byCell]);
  const note = useCallback(
    (row: string, col: string) => {
      const said = byCell.get(`${row} ${col}`)?.note ?? '';
      return said === '' ? undefined : { tone: 'info' as const, text: text.note(said) };
    },
    [byCell],
  );
  const onCommit = useCallback(
    async (cells: CellWrite[]) => {
      const { value: refused } = await mutateAsync(cells.map((cell) => ({ person: cell.row, competency: cell.col, text: cell.text })));
      return refused.map((cell) => ({ row: cell.person, col: cell.competency, message: cell.message }));
    },
    [mutateAsync],
  );
  return (
    <EntryGrid
      handle={handle}
      label={text.label}
      rowHeader={text.person}
      columns={columns}
      rows={rows}
      value={value}
      note={note}
      normalise={normalise}
      onCommit={onCommit}
      onUndo={() => void undo()}
      nameWidth={340}
    />
  );
}

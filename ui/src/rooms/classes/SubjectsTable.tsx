import { ActionIcon, Button, TextInput } from '@mantine/core';
import { useEffect, useRef, type KeyboardEvent, type ReactNode } from 'react';
import { Icon } from '../../components/icons';
import type { Subject } from '../../data/classes';
import { id } from '../../i18n/id';
import styles from './classes.module.css';
import { shownWhole, wholeNumber } from './numbers';

const text = id.classes.subjects;
const blank: Subject = { id: null, heading: '', name: '', jp: 0 };

export interface SubjectsTableProps {
  subjects: readonly Subject[];
  onChange: (subjects: Subject[]) => void;
  /** Errors of the form by path, such as `subjects.2.jp`. */
  errors: Readonly<Record<string, ReactNode>>;
  readOnly?: boolean;
}

/** Subjects in their order, worked by keyboard: Enter after the JP opens the next line. */
export function SubjectsTable({ subjects, onChange, errors, readOnly = false }: SubjectsTableProps) {
  const body = useRef<HTMLTableSectionElement>(null);
  const wanted = useRef<{ row: number; field: string } | null>(null);

  useEffect(() => {
    const to = wanted.current;
    if (!to) return;
    wanted.current = null;
    const path = `subjects.${to.row}.${to.field}`;
    body.current?.querySelector<HTMLInputElement>(`[data-path="${path}"]`)?.focus();
  }, [subjects]);

  const set = (at: number, part: Partial<Subject>) =>
    onChange(subjects.map((subject, row) => (row === at ? { ...subject, ...part } : subject)));
  const add = () => {
    wanted.current = { row: subjects.length, field: 'name' };
    onChange([...subjects, { ...blank, heading: subjects.at(-1)?.heading ?? '' }]);
  };
  const move = (at: number, by: number, field: string) => {
    const moved = subjects[at];
    const other = subjects[at + by];
    if (!moved || !other) return;
    const next = [...subjects];
    next[at] = other;
    next[at + by] = moved;
    wanted.current = { row: at + by, field };
    onChange(next);
  };
  const remove = (at: number) => {
    wanted.current = { row: Math.max(0, at - 1), field: 'name' };
    onChange(subjects.filter((_, row) => row !== at));
  };
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>, at: number, field: keyof Subject) => {
    if (event.altKey && (event.key === 'ArrowUp' || event.key === 'ArrowDown')) {
      event.preventDefault();
      event.stopPropagation();
      move(at, event.key === 'ArrowUp' ? -1 : 1, field);
    } else if (event.key === 'Enter' && !event.ctrlKey && field === 'jp' && at === subjects.length - 1) {
      event.preventDefault();
      add();
    }
  };
  const cell = (at: number, field: 'heading' | 'name' | 'jp', label: string, value: string) => (
    <TextInput
      aria-label={text.at(at + 1, label)}
      data-path={`subjects.${at}.${field}`}
      value={value}
      readOnly={readOnly}
      inputMode={field === 'jp' ? 'numeric' : undefined}
      error={errors[`subjects.${at}.${field}`]}
      onKeyDown={(event) => onKeyDown(event, at, field)}
      onChange={(event) => {
        const typed = event.currentTarget.value;
        set(at, field === 'jp' ? { jp: wholeNumber(typed) } : { [field]: typed });
      }}
    />
  );
  const tool = (icon: 'chevronUp' | 'chevronDown' | 'trash', label: string, run: () => void, disabled: boolean) => (
    <ActionIcon tabIndex={-1} size={28} aria-label={label} title={label} disabled={disabled} onClick={run}>
      <Icon name={icon} size={16} />
    </ActionIcon>
  );
  const total = subjects.reduce((sum, subject) => sum + subject.jp, 0);

  return (
    <section className={`${styles.wide} ${styles.section}`} aria-label={text.title}>
      <div className={styles.tableHead}>
        <h2>{text.title}</h2>
        <strong role="status" className="number">
          {text.total(total)}
        </strong>
      </div>
      <table className={styles.lines}>
        <colgroup>
          <col style={{ width: 40 }} />
          <col style={{ width: 220 }} />
          <col />
          <col style={{ width: 80 }} />
          {!readOnly && <col style={{ width: 104 }} />}
        </colgroup>
        <thead>
          <tr>
            <th className={styles.end}>
              <span className="hidden">No.</span>
            </th>
            <th scope="col">{text.heading}</th>
            <th scope="col">{text.name}</th>
            <th scope="col" className={styles.end}>
              {text.jp}
            </th>
            {!readOnly && (
              <th>
                <span className="hidden">{id.actions.more}</span>
              </th>
            )}
          </tr>
        </thead>
        <tbody ref={body}>
          {subjects.map((subject, at) => (
            <tr key={subject.id ?? `new-${at}`}>
              <td className={styles.order}>{at + 1}</td>
              <td>{cell(at, 'heading', text.heading, subject.heading)}</td>
              <td>{cell(at, 'name', text.name, subject.name)}</td>
              <td className={styles.end}>{cell(at, 'jp', text.jp, shownWhole(subject.jp))}</td>
              {!readOnly && (
                <td className={styles.tools}>
                  {tool('chevronUp', text.up(at + 1), () => move(at, -1, 'name'), at === 0)}
                  {tool('chevronDown', text.down(at + 1), () => move(at, 1, 'name'), at === subjects.length - 1)}
                  {tool('trash', text.remove(at + 1), () => remove(at), false)}
                </td>
              )}
            </tr>
          ))}
          {subjects.length === 0 && (
            <tr>
              <td colSpan={readOnly ? 4 : 5} className="muted" style={{ padding: '8px 12px' }}>
                {text.none}
              </td>
            </tr>
          )}
        </tbody>
      </table>
      {!readOnly && (
        <div className={styles.lineFoot}>
          <Button variant="default" leftSection={<Icon name="plus" size={16} />} onClick={add}>
            {text.add}
          </Button>
          <span className="muted">{text.hint}</span>
        </div>
      )}
    </section>
  );
}

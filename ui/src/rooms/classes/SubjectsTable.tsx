import { TextInput } from '@mantine/core';
import type { ReactNode } from 'react';
import { LineTable } from '../../components/LineTable';
import type { Subject } from '../../data/classes';
import { id } from '../../i18n/id';
import styles from './classes.module.css';
import { shownWhole, wholeNumber } from './numbers';

const text = id.classes.subjects;

export interface SubjectsTableProps {
  subjects: readonly Subject[];
  onChange: (subjects: Subject[]) => void;
  /** Errors of the form by path, such as `subjects.2.jp`. */
  errors: Readonly<Record<string, ReactNode>>;
  readOnly?: boolean;
}

/** A new subject stands under the heading of the one before it. */
const nextSubject = (before: Subject | undefined): Subject => ({ id: null, heading: before?.heading ?? '', name: '', jp: 0 });

/** Subjects in their order, with their JP and the sum of them. */
export function SubjectsTable({ subjects, onChange, errors, readOnly = false }: SubjectsTableProps) {
  const set = (at: number, part: Partial<Subject>) =>
    onChange(subjects.map((subject, row) => (row === at ? { ...subject, ...part } : subject)));
  const cell = (at: number, field: 'heading' | 'name' | 'jp', label: string, value: string) => (
    <TextInput
      aria-label={text.at(at + 1, label)}
      data-path={`subjects.${at}.${field}`}
      value={value}
      readOnly={readOnly}
      inputMode={field === 'jp' ? 'numeric' : undefined}
      error={errors[`subjects.${at}.${field}`]}
      onChange={(event) => {
        const typed = event.currentTarget.value;
        set(at, field === 'jp' ? { jp: wholeNumber(typed) } : { [field]: typed });
      }}
    />
  );
  const total = subjects.reduce((sum, subject) => sum + subject.jp, 0);
  return (
    <div className={`${styles.wide} ${styles.section}`}>
      <LineTable
        title={text.title}
        path="subjects"
        lines={subjects}
        onChange={onChange}
        ordered
        readOnly={readOnly}
        note={
          <strong role="status" className="number">
            {text.total(total)}
          </strong>
        }
        heads={[{ label: text.heading, width: 220 }, { label: text.name }, { label: text.jp, width: 80, end: true }]}
        cells={({ heading, name, jp }, at) => [
          cell(at, 'heading', text.heading, heading),
          cell(at, 'name', text.name, name),
          cell(at, 'jp', text.jp, shownWhole(jp)),
        ]}
        blank={nextSubject}
        start="name"
        add={text.add}
        none={text.none}
        hint={text.hint}
      />
    </div>
  );
}

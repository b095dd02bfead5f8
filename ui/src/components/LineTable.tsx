import { Button } from '@mantine/core';
import { useEffect, useRef, type KeyboardEvent, type ReactNode } from 'react';
import { id } from '../i18n/id';
import { Icon } from './icons';
import { LineTools, lineActions } from './lines/LineTools';
import styles from './lines/lines.module.css';
import type { LineChange } from './lines/listOf';
import shared from './shared.module.css';

const text = id.lines;

export interface LineTableProps<T extends object> {
  title: string;
  /** Path of the list in the form, such as `milestones`; the fields of a line carry `milestones.0.name` as `data-path`. */
  path: string;
  lines: readonly T[];
  /** The lines as they are now, and what was done to them. */
  onChange: (lines: T[], change: LineChange) => void;
  heads: readonly { label: string; width?: number; end?: boolean }[];
  /** The fields of a line, one for each head. */
  cells: (line: T, at: number) => readonly ReactNode[];
  /** A new line after the one before it. */
  blank: (before: T | undefined) => T;
  add: string;
  none: string;
  /** What is wrong with the list as a whole. */
  error?: ReactNode;
  /** Beside the title, such as a total. */
  note?: ReactNode;
  /** Between the title and the lines. */
  lead?: ReactNode;
  /** Field in which a new line begins; without it the first. */
  start?: string;
  /** The order says something: lines are numbered and can be moved. */
  ordered?: boolean;
  /** How to work an ordered table, where it differs from the rest. */
  hint?: string;
  /** For one or two short columns. */
  narrow?: boolean;
  readOnly?: boolean;
  /** The lines are given: they can be moved where the order counts, but none comes or goes. */
  fixed?: boolean;
}

/** Lines that are known keep their fields when others come and go. */
const keyOf = (line: object, at: number) => ('id' in line && typeof line.id === 'string' ? line.id : `new-${at}`);

/** Where the focus goes once the lines are drawn: a field of a line, its first one, or the way to a new line. */
interface Target {
  at: number;
  field?: string;
}

function focusOn(section: HTMLElement, path: string, { at, field }: Target) {
  const row = section.querySelectorAll('tbody tr')[at];
  const fields = [...(row?.querySelectorAll<HTMLElement>('[data-path]') ?? [])];
  const wanted = fields.find((node) => node.dataset['path'] === `${path}.${at}.${field}`) ?? fields[0];
  (wanted ?? section.querySelector<HTMLElement>('[data-add]'))?.focus();
}

/**
 * Lines of a form as a small table: a new line has the focus at once, Enter after the last field opens the next one
 * (a line that is still blank is left like any other field), Alt and an arrow move a line where the order counts.
 */
export function LineTable<T extends object>(props: LineTableProps<T>) {
  const { title, path, lines, heads, cells, add: addLabel, none, error, note, lead, ordered, narrow, readOnly, fixed } = props;
  const section = useRef<HTMLElement>(null);
  const wanted = useRef<Target | null>(null);
  const actions = lineActions(props, wanted);
  const hint = props.hint ?? (ordered ? text.hint : undefined);

  useEffect(() => {
    const to = wanted.current;
    wanted.current = null;
    if (to && section.current) focusOn(section.current, path, to);
  }, [lines, path]);

  const fieldOf = (event: KeyboardEvent) => (event.target as HTMLElement).dataset['path']?.split('.').at(-1);
  const onMoveKey = (event: KeyboardEvent<HTMLElement>, at: number) => {
    if (!ordered || readOnly || !event.altKey || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown')) return;
    event.preventDefault();
    event.stopPropagation();
    actions.move(at, event.key === 'ArrowUp' ? -1 : 1, fieldOf(event));
  };
  const onNextKey = (event: KeyboardEvent<HTMLElement>, at: number) => {
    if (event.key !== 'Enter' || event.ctrlKey || event.defaultPrevented || readOnly || fixed || at !== lines.length - 1) return;
    const last = [...event.currentTarget.querySelectorAll('[data-path]')].at(-1);
    if (event.target !== last || actions.isBlank(at)) return;
    event.preventDefault();
    actions.add();
  };

  return (
    <section ref={section} className={styles.section} data-narrow={narrow} aria-label={title}>
      <div className={styles.head}>
        <h2>{title}</h2>
        {note}
      </div>
      {error && (
        <p className={styles.error} data-path={path} tabIndex={-1}>
          {error}
        </p>
      )}
      {lead && <p className="muted">{lead}</p>}
      {lines.length === 0 ? (
        <p className="muted">{none}</p>
      ) : (
        <table className={`${shared.table} ${shared.tight} ${styles.lines}`}>
          <thead>
            <tr>
              {ordered && (
                <th scope="col" className={shared.end} style={{ width: 40 }}>
                  <span className="hidden">{text.number}</span>
                </th>
              )}
              {heads.map((head) => (
                <th key={head.label} scope="col" className={head.end ? shared.end : undefined} style={{ width: head.width }}>
                  {head.label}
                </th>
              ))}
              {!readOnly && (
                <th scope="col" style={{ width: !ordered ? 40 : fixed ? 72 : 104 }}>
                  <span className="hidden">{text.tools}</span>
                </th>
              )}
            </tr>
          </thead>
          <tbody>
            {lines.map((line, at) => (
              <tr
                key={keyOf(line, at)}
                onKeyDownCapture={(event) => onMoveKey(event, at)}
                onKeyDown={(event) => onNextKey(event, at)}
              >
                {ordered && <td className={shared.order}>{at + 1}</td>}
                {cells(line, at).map((cell, column) => (
                  <td key={heads[column]?.label} className={heads[column]?.end ? shared.end : undefined}>
                    {cell}
                  </td>
                ))}
                {!readOnly && (
                  <LineTools title={title} at={at} count={lines.length} ordered={ordered} fixed={fixed} actions={actions} />
                )}
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {!readOnly && (
        <div className={shared.lineFoot}>
          {!fixed && (
            <Button data-add variant="default" size="xs" leftSection={<Icon name="plus" size={16} />} onClick={actions.add}>
              {addLabel}
            </Button>
          )}
          {hint !== undefined && lines.length > 0 && <span className="muted">{hint}</span>}
        </div>
      )}
    </section>
  );
}

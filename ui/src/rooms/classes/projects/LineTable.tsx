import { ActionIcon, Button } from '@mantine/core';
import { useEffect, useRef, type KeyboardEvent, type ReactNode } from 'react';
import { Icon } from '../../../components/icons';
import { id } from '../../../i18n/id';
import styles from './projects.module.css';

const text = id.projects.form;

export interface LineTableProps<T> {
  title: string;
  /** Path of the list in the form, such as `milestones`. */
  path: string;
  lines: readonly T[];
  onChange: (lines: T[]) => void;
  heads: readonly { label: string; width?: number }[];
  cells: (line: T, at: number) => ReactNode[];
  /** Field of the first and of the last column. */
  first: string;
  last: string;
  blank: (before: T | undefined) => T;
  add: string;
  none: string;
}

/** Lines of a form in their order: Enter after the last field opens the next one, Alt and an arrow move a line. */
export function LineTable<T>(props: LineTableProps<T>) {
  const { title, path, lines, onChange, heads, cells, first, last, blank, add: addLabel, none } = props;
  const body = useRef<HTMLTableSectionElement>(null);
  const wanted = useRef<string | null>(null);

  useEffect(() => {
    const to = wanted.current;
    if (to === null) return;
    wanted.current = null;
    body.current?.querySelector<HTMLInputElement>(`[data-path="${to}"]`)?.focus();
  }, [lines]);

  const add = () => {
    wanted.current = `${path}.${lines.length}.${first}`;
    onChange([...lines, blank(lines.at(-1))]);
  };
  const remove = (at: number) => {
    wanted.current = `${path}.${Math.max(0, at - 1)}.${first}`;
    onChange(lines.filter((_, row) => row !== at));
  };
  const move = (at: number, by: number, field: string) => {
    const [moved, other] = [lines[at], lines[at + by]];
    if (moved === undefined || other === undefined) return;
    const next = [...lines];
    next[at] = other;
    next[at + by] = moved;
    wanted.current = `${path}.${at + by}.${field}`;
    onChange(next);
  };
  const onKeyDown = (event: KeyboardEvent<HTMLElement>, at: number) => {
    const field = (event.target as HTMLElement).dataset['path']?.split('.').at(-1) ?? '';
    if (event.altKey && (event.key === 'ArrowUp' || event.key === 'ArrowDown')) {
      event.preventDefault();
      event.stopPropagation();
      move(at, event.key === 'ArrowUp' ? -1 : 1, field);
    } else if (event.key === 'Enter' && !event.ctrlKey && field === last && at === lines.length - 1) {
      event.preventDefault();
      add();
    }
  };

  return (
    <section className={styles.section} aria-label={title}>
      <h2>{title}</h2>
      {lines.length === 0 ? (
        <p className="muted">{none}</p>
      ) : (
        <table className={styles.lines}>
          <colgroup>
            {heads.map((head) => (
              <col key={head.label} style={{ width: head.width }} />
            ))}
            <col style={{ width: 44 }} />
          </colgroup>
          <thead>
            <tr>
              {heads.map((head) => (
                <th key={head.label} scope="col">
                  {head.label}
                </th>
              ))}
              <th scope="col">
                <span className="hidden">{text.tools}</span>
              </th>
            </tr>
          </thead>
          <tbody ref={body}>
            {lines.map((line, at) => (
              <tr key={at} onKeyDownCapture={(event) => onKeyDown(event, at)}>
                {cells(line, at).map((cell, column) => (
                  <td key={heads[column]?.label}>{cell}</td>
                ))}
                <td className={styles.tools}>
                  <ActionIcon
                    tabIndex={-1}
                    size={28}
                    aria-label={text.removeRow(at + 1)}
                    title={text.removeRow(at + 1)}
                    onClick={() => remove(at)}
                  >
                    <Icon name="trash" size={16} />
                  </ActionIcon>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <div className={styles.entry}>
        <Button variant="default" mt="xs" leftSection={<Icon name="plus" size={16} />} onClick={add}>
          {addLabel}
        </Button>
        {lines.length > 0 && <span className="muted">{text.linesHint}</span>}
      </div>
    </section>
  );
}

import { Button, Group, Modal } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import type { UseQueryResult } from '@tanstack/react-query';
import { useMemo, useState, type ReactNode } from 'react';
import { DataList, type ListColumn, type ListFilter } from '../../../components/DataList';
import { EmptyState } from '../../../components/EmptyState';
import { FormPage } from '../../../components/FormPage';
import { holdsWords } from '../../../components/holdsWords';
import { Icon, type IconName } from '../../../components/icons';
import { Loaded } from '../../../components/Loaded';
import { RemoveButton } from '../../../components/RemoveButton';
import { useCommands, type Command } from '../../../frame/commands';
import { useListState } from '../../../frame/listState';
import { id } from '../../../i18n/id';
import styles from './schedule.module.css';
import { ScheduleHeader } from './ScheduleHeader';

/** The words of a register. */
export interface RegisterText {
  label: string;
  noun: string;
  search: string;
  add: string;
  empty: string;
  emptyText: string;
}

export interface RegisterProps<T, D> {
  id: string;
  text: RegisterText;
  icon: IconName;
  columns: readonly ListColumn<T>[];
  query: UseQueryResult<T[]>;
  rowId: (row: T) => string;
  rowLabel: (row: T) => string;
  /** What the search looks through. */
  wordsOf: (row: T) => readonly string[];
  filters?: readonly ListFilter[];
  /** Whether a row passes the filters that are set. */
  passes?: (row: T, filters: Readonly<Record<string, string>>) => boolean;
  sort: string;
  blank: () => D;
  draftOf: (row: T) => D;
  /** The form of a new line, or of one that is known. */
  dialog: (draft: D, known: T | undefined, onClose: () => void) => ReactNode;
  actions?: ReactNode;
  /** Above the list. */
  lead?: ReactNode;
}

/** A tab with a list that is here as a whole; a line opens in a dialog. */
export function Register<T, D>(props: RegisterProps<T, D>) {
  const { text, columns, query, rowId, rowLabel, wordsOf, filters, passes, dialog } = props;
  const [state, setState] = useListState({ sort: props.sort });
  const [open, setOpen] = useState<{ draft: D; key: string | null } | null>(null);
  const shown = useMemo(
    () =>
      (query.data ?? []).filter(
        (row) => holdsWords(state.q, ...wordsOf(row)) && (passes === undefined || passes(row, state.filters)),
      ),
    [query.data, state.q, state.filters, wordsOf, passes],
  );
  const { blank } = props;
  useCommands(
    useMemo<readonly Command[]>(
      () => [
        {
          id: 'register.add',
          label: text.add,
          keys: ['Ctrl+N'],
          group: id.frame.groups.work,
          run: () => setOpen({ draft: blank(), key: null }),
        },
      ],
      [text, blank],
    ),
  );
  const add = (
    <Button
      title="Ctrl+N"
      leftSection={<Icon name="plus" size={16} />}
      onClick={() => setOpen({ draft: blank(), key: null })}
    >
      {text.add}
    </Button>
  );
  const known = open === null || open.key === null ? undefined : query.data?.find((row) => rowId(row) === open.key);
  return (
    <>
      <ScheduleHeader primary={add} actions={props.actions} />
      {props.lead !== undefined && <p className={styles.lead}>{props.lead}</p>}
      <Loaded query={query}>
        {(all) => (
          <DataList
            id={props.id}
            label={text.label}
            noun={text.noun}
            columns={columns}
            source={shown}
            rowId={rowId}
            rowLabel={rowLabel}
            state={state}
            onState={setState}
            onOpen={(row) => setOpen({ draft: props.draftOf(row), key: rowId(row) })}
            searchPlaceholder={text.search}
            filters={filters}
            empty={
              all.length === 0 && (
                <EmptyState icon={props.icon} title={text.empty} text={text.emptyText} action={add} />
              )
            }
          />
        )}
      </Loaded>
      {open && dialog(open.draft, known, () => setOpen(null))}
    </>
  );
}

/** The words of a dialog that can take its line away. */
export interface DialogText {
  label: string;
  add: string;
  edit: string;
  save: string;
  delete: string;
  deleteTitle: string;
  deleteConfirm: string;
}

export interface RegisterDialogProps<V extends Record<string, unknown>> {
  text: DialogText;
  form: UseFormReturnType<V>;
  /** Rejects with the refusal; the caller closes when it is done. */
  onSubmit: (values: V) => Promise<unknown>;
  onClose: () => void;
  /** How it is taken away; undefined for a new one. */
  remove: { body: string; run: () => Promise<unknown> } | undefined;
  size?: number;
  children: ReactNode;
}

/** The form of one line of a register. */
export function RegisterDialog<V extends Record<string, unknown>>(props: RegisterDialogProps<V>) {
  const { text, form, onSubmit, onClose, remove, size = 520, children } = props;
  return (
    <Modal opened onClose={onClose} size={size} title={remove ? text.edit : text.add}>
      <FormPage form={form} onSubmit={onSubmit} submitLabel={text.save} onCancel={onClose} label={text.label}>
        {children}
      </FormPage>
      {remove && (
        <Group gap="sm" className={styles.foot}>
          <RemoveButton
            label={text.delete}
            title={text.deleteTitle}
            confirmLabel={text.deleteConfirm}
            small
            ml="auto"
            onConfirm={async () => {
              await remove.run();
              onClose();
            }}
          >
            {remove.body}
          </RemoveButton>
        </Group>
      )}
    </Modal>
  );
}

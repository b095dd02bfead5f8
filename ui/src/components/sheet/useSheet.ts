import { useEffect, useMemo, useRef, useState } from 'react';
import { RefusalError } from '../../backend/backend';
import type { FieldRefusal } from '../../backend/types';
import { refusalText } from '../../data/mutation';
import { useCommands, type Command } from '../../frame/commands';
import { id } from '../../i18n/id';
import { enterField, fieldNode, fieldsOf, isCovered } from '../formKeys';
import type { SheetEntryProps, SheetValue } from './types';

const text = id.frame.commands.sheet;
const group = id.frame.groups.sheet;

/** The keys of a sheet, for the list of shortcuts; the questions themselves act on them. */
const listed: readonly Command[] = [
  { id: 'sheet.answer', label: text.answer, keys: ['1', '2', '3', '4', '5'], group },
  { id: 'sheet.next', label: text.next, keys: ['Enter'], group },
  { id: 'sheet.back', label: text.back, keys: ['Backspace'], group },
  { id: 'sheet.skip', label: text.skip, keys: ['-'], group },
  { id: 'sheet.move', label: text.move, keys: ['↑', '↓'], group },
];

interface Refused {
  message: string;
  fields: readonly FieldRefusal[];
}

/** `marks.U1` and `comments.saran` are refusals of questions. */
const questionOf = (field: string): string | undefined => /^(?:marks|comments)\.(.+)$/.exec(field)?.[1];

/** A copy with this entry, or without it where there is nothing to enter. */
function withEntry<V>(all: Readonly<Record<string, V>>, key: string, entry: V | undefined): Record<string, V> {
  const others = Object.entries(all).filter(([other]) => other !== key);
  return Object.fromEntries(entry === undefined ? others : [...others, [key, entry]]);
}

/** Where the focus is put: the head, a question, or the button at the end. */
function useFocus() {
  const form = useRef<HTMLFormElement>(null);
  const head = useRef<HTMLDivElement>(null);
  const rows = () => [...(form.current?.querySelectorAll<HTMLElement>('[data-question]') ?? [])];
  const toButton = () => form.current?.querySelector<HTMLElement>('button[type=submit]')?.focus();
  const toQuestion = (at: number) => {
    const row = rows()[at];
    if (!row) return toButton();
    row.querySelector<HTMLElement>('[role=radio][tabindex="0"], input, textarea')?.focus({ preventScroll: true });
    row.scrollIntoView({ block: 'nearest' });
  };
  const toHead = () => {
    const first = head.current ? fieldsOf(head.current)[0] : undefined;
    if (first) enterField(first);
    else toQuestion(0);
  };
  const toRefused = (fields: readonly FieldRefusal[]) => {
    const first = fields[0];
    if (!first || !form.current) return;
    const at = rows().findIndex((row) => row.dataset['question'] === questionOf(first.field));
    if (at >= 0) toQuestion(at);
    else enterField(fieldNode(form.current, first.field));
  };
  return { form, head, toQuestion, toHead, toRefused };
}

/** What happens while a sheet is typed: notes, saving, refusals, and where the focus goes. */
export function useSheet({ value, onChange, onSave, onNext, questions, headUnsaved = false }: SheetEntryProps) {
  const focus = useFocus();
  const [refused, setRefused] = useState<Refused | null>(null);
  const [notes, setNotes] = useState<Readonly<Record<string, string>>>({});
  const [touched, setTouched] = useState(false);
  const [busy, setBusy] = useState(false);
  const { form, toHead } = focus;
  const toFirst = useRef(toHead);
  useEffect(() => toFirst.current(), []);

  useCommands(listed);
  useCommands(
    useMemo<readonly Command[]>(
      () => [
        {
          id: 'sheet.save',
          label: text.save,
          keys: ['Ctrl+Enter', 'Ctrl+S'],
          group,
          run: () => {
            if (form.current && !isCovered(form.current)) form.current.requestSubmit();
          },
        },
      ],
      [form],
    ),
  );

  const note = (question: string, message?: string) => setNotes((before) => withEntry(before, question, message));
  const change = (question: string, next: SheetValue) => {
    note(question);
    setTouched(true);
    onChange(next);
  };
  const mark = (question: string, given: number | undefined) =>
    change(question, { ...value, marks: withEntry(value.marks, question, given) });
  const comment = (question: string, given: string) =>
    change(question, { ...value, comments: withEntry(value.comments, question, given === '' ? undefined : given) });

  const save = async () => {
    if (busy) return;
    setBusy(true);
    setRefused(null);
    setNotes({});
    try {
      await onSave();
      setTouched(false);
      onNext();
      focus.toHead();
    } catch (error) {
      const fields = error instanceof RefusalError ? error.fields : [];
      const known = new Set(questions.map((question) => question.id));
      const own = fields.flatMap(({ field, message }): [string, string][] => {
        const question = questionOf(field);
        return question !== undefined && known.has(question) ? [[question, message]] : [];
      });
      setNotes(Object.fromEntries(own));
      setRefused({ message: refusalText(error), fields });
      focus.toRefused(fields);
    } finally {
      setBusy(false);
    }
  };

  const errors = Object.fromEntries(
    (refused?.fields ?? []).filter(({ field }) => questionOf(field) === undefined).map(({ field, message }) => [field, message]),
  );
  return { ...focus, refused, notes, errors, busy, unsaved: touched || headUnsaved, note, mark, comment, save };
}

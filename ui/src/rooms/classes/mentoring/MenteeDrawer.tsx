import { ActionIcon, Button, Drawer, TextInput, Textarea } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useEffect, useMemo, useRef } from 'react';
import { RefusalError } from '../../../backend/backend';
import { FormPage } from '../../../components/FormPage';
import { Icon } from '../../../components/icons';
import { PersonField } from '../../../components/PersonField';
import { ReasonList } from '../../../components/ReasonList';
import { useSaveMentee, type BoardMentor, type MenteeRow } from '../../../data/mentoring/pairing';
import { useCommands, type Command } from '../../../frame/commands';
import { id } from '../../../i18n/id';
import { DiscardDialog, useDiscard, useUnsaved, type Discard } from './Discard';
import { menteeOf, valuesOf, wishErrors, type MenteeValues } from './menteeForm';
import styles from './mentoring.module.css';
import { NeedLines } from './NeedLines';
import { WishLines } from './WishLines';

const text = id.pairing.mentee;

export interface MenteeDrawerProps {
  rows: readonly MenteeRow[];
  mentors: readonly BoardMentor[];
  readOnly: boolean;
  /** Whose form is open; null while closed. */
  enrolment: string | null;
  onOpen: (enrolment: string) => void;
  onClose: () => void;
}

/** What the pairing knows of one participant, as a form beside the list. */
export function MenteeDrawer({ rows, mentors, readOnly, enrolment, onOpen, onClose }: MenteeDrawerProps) {
  const at = rows.findIndex((row) => row.enrolment === enrolment);
  const row = rows[at];
  const discard = useDiscard(onClose);
  return (
    <Drawer
      opened={row !== undefined}
      onClose={discard.close}
      position="right"
      size={640}
      title={row?.name}
    >
      {row && (
        <Form
          key={row.enrolment}
          row={row}
          at={at}
          of={rows.length}
          mentors={mentors}
          readOnly={readOnly}
          onStep={(step) => {
            const next = rows[at + step];
            if (next) onOpen(next.enrolment);
          }}
          discard={discard}
          onClose={onClose}
        />
      )}
      <DiscardDialog discard={discard} />
    </Drawer>
  );
}

interface FormProps {
  row: MenteeRow;
  at: number;
  of: number;
  mentors: readonly BoardMentor[];
  readOnly: boolean;
  onStep: (step: number) => void;
  discard: Discard;
  onClose: () => void;
}

function Form({ row, at, of, mentors, readOnly, onStep, discard, onClose }: FormProps) {
  const form = useForm<MenteeValues>({ initialValues: valuesOf(row.data) });
  const save = useSaveMentee();
  const values = form.getValues();
  const suggested = row.superior === null ? row.suggested_superior : null;
  const known = [row.superior, row.examiner, suggested].filter((one) => one !== null);
  const person = (name: 'superior' | 'examiner', label: string) => ({
    label,
    value: values[name],
    name: known.find((one) => one.id === values[name])?.name,
    without: row.person,
    error: form.errors[name],
    'data-path': name,
    onChange: (value: string | null) => form.setFieldValue(name, value),
  });

  const submit = async (typed: MenteeValues) => {
    const wrong = Object.entries(wishErrors(typed, text.wishMissing, text.wishTwice));
    if (wrong.length > 0) {
      const fields = wrong.map(([field, message]) => ({ field, message }));
      throw new RefusalError({ code: 'invalid_input', message: fields[0]?.message ?? '', fields });
    }
    await save.mutateAsync(menteeOf(row.enrolment, typed));
    form.resetDirty();
  };
  /** What was typed is saved on the way; a refused field keeps the form here. */
  const step = async (by: number) => {
    if (at + by < 0 || at + by >= of || save.isPending) return;
    try {
      if (form.isDirty() && !readOnly) await submit(form.getValues());
      onStep(by);
    } catch (error) {
      const fields = error instanceof RefusalError ? error.fields : [];
      form.setErrors(Object.fromEntries(fields.map((field) => [field.field, field.message])));
    }
  };
  useSteps(step);
  useUnsaved(discard.unsaved, form.isDirty() && !readOnly);

  return (
    <>
      <div className={styles.stepper}>
        <span className="muted">{text.position(at + 1, of)}</span>
        <ActionIcon aria-label={text.previous} title="Alt+←" disabled={at === 0} onClick={() => void step(-1)}>
          <Icon name="chevronLeft" />
        </ActionIcon>
        <ActionIcon aria-label={text.next} title="Alt+→" disabled={at === of - 1} onClick={() => void step(1)}>
          <Icon name="chevronRight" />
        </ActionIcon>
        <span className="muted">{text.keysHint}</span>
      </div>
      <p className={styles.menteeLine}>{[row.nip, row.rank, row.position, row.unit].filter((part) => part !== '').join(' · ')}</p>
      {row.lacks.length > 0 && (
        <div className={styles.menteeLacks}>
          <ReasonList
            label={id.pairing.mentees.lacksColumn}
            reasons={row.lacks.map((lack) => ({ tone: 'warn', text: lack }))}
          />
        </div>
      )}
      <FormPage
        form={form}
        label={text.form(row.name)}
        submitLabel={text.save}
        readOnly={readOnly}
        onCancel={discard.close}
        onSubmit={async (typed) => {
          await submit(typed);
          onClose();
        }}
      >
        <div className={styles.withButton}>
          <PersonField {...person('superior', id.pairing.mentees.superior)} />
          {suggested && values.superior === null && !readOnly && (
            <Button variant="default" onClick={() => form.setFieldValue('superior', suggested.id)}>
              {text.useSuggested(suggested.name)}
            </Button>
          )}
        </div>
        <PersonField {...person('examiner', id.pairing.mentees.examiner)} />
        <TextInput label={text.place} description={text.placeHint} autoComplete="off" {...form.getInputProps('place')} />
        <TextInput label={text.languages} description={text.languagesHint} autoComplete="off" {...form.getInputProps('languages')} />
        <NeedLines needs={values.needs} errors={form.errors as never} onChange={(needs) => form.setFieldValue('needs', needs)} />
        {(['mentee', 'mentor'] as const).map((side) => (
          <WishLines
            key={side}
            side={side}
            lines={values[side]}
            mentors={mentors}
            errors={form.errors as never}
            onChange={(lines) => form.setFieldValue(side, lines)}
          />
        ))}
        <Textarea label={text.note} autosize minRows={2} {...form.getInputProps('note')} />
      </FormPage>
    </>
  );
}

/** Alt with an arrow goes to the next participant or back, from any field. */
function useSteps(step: (by: number) => Promise<void>): void {
  const newest = useRef(step);
  useEffect(() => {
    newest.current = step;
  });
  useCommands(
    useMemo<readonly Command[]>(() => {
      const group = id.frame.groups.form;
      const go = (by: number) => () => void newest.current(by);
      return [
        { id: 'mentee.next', label: text.next, keys: ['Alt+→', 'Alt+↓'], group, run: go(1) },
        { id: 'mentee.previous', label: text.previous, keys: ['Alt+←', 'Alt+↑'], group, run: go(-1) },
      ];
    }, []),
  );
}

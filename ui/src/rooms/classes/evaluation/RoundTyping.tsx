import { Button, TextInput } from '@mantine/core';
import { useState } from 'react';
import { ConfirmDialog } from '../../../components/ConfirmDialog';
import { emptySheet, instrumentQuestions, SheetEntry, type SheetHead, type SheetValue } from '../../../components/SheetEntry';
import { useDeleteSheet, useFindSheet, useSaveSheet, type RoundView } from '../../../data/evaluation/feedback';
import { id } from '../../../i18n/id';
import styles from './evaluation.module.css';
import { TypedSheets } from './TypedSheets';

const text = id.feedback.round;

/** Four letters and a check letter. */
const length = 5;

/** As the core reads a code: case, spaces and hyphens do not matter. */
const tidy = (typed: string) => typed.replace(/[\s-]/g, '').toUpperCase();

interface Sheet {
  code: string;
  value: SheetValue;
  /** It is stored already and is being corrected. */
  again: boolean;
}

const blank: Sheet = { code: '', value: emptySheet, again: false };

/** The sheets of a round, one after the other: the code, then the answers. A code that is known opens its sheet. */
export function RoundTyping({ round, view }: { round: string; view: RoundView }) {
  const [sheet, setSheet] = useState(blank);
  const [last, setLast] = useState<string | null>(null);
  const [asking, setAsking] = useState(false);
  const find = useFindSheet(round);
  const save = useSaveSheet(round);
  const remove = useDeleteSheet(round, { onDone: () => setSheet(blank) });

  const load = async (code: string) => {
    const answers = await find(code);
    if (answers) setSheet({ code, value: answers, again: true });
  };
  const type = (typed: string, start: () => void) => {
    const code = tidy(typed);
    // What was loaded for another code goes with it; what was typed stays.
    setSheet({ ...(sheet.again ? blank : sheet), code });
    if (code.length !== length) return;
    // A sheet that is there already waits for a look before it is typed over.
    if (view.typed.includes(code)) void load(code);
    else start();
  };
  const head = ({ errors, start }: SheetHead) => (
    <>
      <TextInput
        className={styles.code}
        label={text.code}
        data-path="code"
        autoComplete="off"
        spellCheck={false}
        value={sheet.code}
        error={errors['code']}
        onChange={(event) => type(event.currentTarget.value, start)}
      />
      {sheet.again && (
        <div className={styles.again} role="status">
          {text.again(sheet.code)}
          <Button variant="default" size="xs" onClick={() => setSheet(blank)}>
            {text.leaveAgain}
          </Button>
          <Button variant="default" size="xs" onClick={() => setAsking(true)}>
            {text.removeSheet}
          </Button>
        </div>
      )}
    </>
  );
  return (
    <>
      <SheetEntry
        label={text.label}
        questions={instrumentQuestions(view.instruments)}
        value={sheet.value}
        onChange={(value) => setSheet({ ...sheet, value })}
        onSave={() => save.mutateAsync({ code: sheet.code, answers: sheet.value, again: sheet.again })}
        onNext={() => {
          setLast(sheet.code);
          setSheet(blank);
        }}
        head={head}
        headUnsaved={sheet.code !== '' && !sheet.again}
        saved={view.row.sheets}
        expected={view.row.present}
        submitLabel={sheet.again ? text.saveAgain : undefined}
        foot={
          <>
            <TypedSheets codes={view.typed} onPick={(code) => void load(code)} />
            {last !== null && <span className="muted">{text.last(last)}</span>}
          </>
        }
      />
      <ConfirmDialog
        opened={asking}
        title={text.removeSheetTitle(sheet.code)}
        confirmLabel={text.removeSheet}
        danger
        onConfirm={() => remove.mutateAsync(sheet.code)}
        onClose={() => setAsking(false)}
      >
        {text.removeSheetBody}
      </ConfirmDialog>
    </>
  );
}

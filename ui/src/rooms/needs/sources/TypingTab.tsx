import { Link } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { PersonField } from '../../../components/PersonField';
import { RemoveButton } from '../../../components/RemoveButton';
import { emptySheet, instrumentQuestions, SheetEntry, type SheetValue } from '../../../components/SheetEntry';
import {
  useDeleteInquirySheet, useFindInquirySheet, useInquiryPeople, useSaveInquirySheet, type InquiryView,
} from '../../../data/needs/inquiries';
import { id } from '../../../i18n/id';
import styles from './sources.module.css';

const text = id.inquiries.typing;

interface Sheet {
  person: string | null;
  name: string;
  value: SheetValue;
  /** It is stored already and is being corrected. */
  again: boolean;
}

/** Somebody whose sheet is wanted. */
export interface Wanted {
  person: string;
  name: string;
}

interface TypingTabProps {
  at: string;
  view: InquiryView;
  /** Whose sheet it begins with, chosen from the list of people. */
  first?: Wanted;
}

/** The sheets of a survey or a readiness check, one person after the other; one that is there opens. */
export function TypingTab({ at, view, first }: TypingTabProps) {
  if (view.instruments.length === 0) {
    return (
      <p role="status">
        {text.noSheet} <Link to="/needs/sources/$id/questions" params={{ id: at }}>{text.toQuestions}</Link>
      </p>
    );
  }
  return <Typing at={at} view={view} first={first} />;
}

function Typing({ at, view, first }: TypingTabProps) {
  const [sheet, setSheet] = useState<Sheet>({ person: null, name: '', value: emptySheet, again: false });
  const waiting = useInquiryPeople(at, '', 'waiting').data?.rows ?? [];
  const find = useFindInquirySheet(at);
  const save = useSaveInquirySheet();
  const blank = { person: null, name: '', value: emptySheet, again: false };
  const remove = useDeleteInquirySheet(at, { onDone: () => setSheet(blank) });
  const go = async (person: string | null, name: string) => {
    const answers = person === null ? null : await find(person);
    // What was typed stays when another person is chosen for it; what was loaded goes with its person.
    setSheet({ person, name, value: answers ?? (sheet.again ? emptySheet : sheet.value), again: answers !== null });
  };
  useEffect(() => {
    if (first) void go(first.person, first.name);
    // eslint-disable-next-line react-hooks/exhaustive-deps -- once, as the tab opens
  }, []);
  /** After a sheet of a unit comes the next of its people; where anybody may answer, whoever is on the next paper. */
  const next = () => {
    const place = waiting.findIndex((one) => one.person === sheet.person);
    const after = [...waiting.slice(place + 1), ...waiting.slice(0, Math.max(place, 0))][0];
    setSheet(view.row.inquiry.unit === null || !after ? blank : { ...blank, person: after.person, name: after.name });
  };
  return (
    <>
      <SheetEntry
        label={text.label}
        questions={instrumentQuestions(view.instruments)}
        value={sheet.value}
        onChange={(value) => setSheet({ ...sheet, value })}
        onSave={() =>
          save.mutateAsync({
            inquiry: at,
            person: sheet.person ?? '00000000-0000-0000-0000-000000000000',
            answers: { marks: { ...sheet.value.marks }, comments: { ...sheet.value.comments } },
            again: sheet.again,
          })
        }
        onNext={next}
        head={({ errors }) => (
          <>
            <div className={styles.person}>
              <PersonField
                label={text.person}
                required
                value={sheet.person}
                name={sheet.name}
                error={errors['person']}
                onChange={(person, row) => void go(person, row?.name ?? '')}
              />
            </div>
            {sheet.again && sheet.person !== null && (
              <div className={styles.again} role="status">
                {text.again(sheet.name)}
                <RemoveButton label={text.remove} small onConfirm={() => remove.mutateAsync(sheet.person ?? '')}>
                  {text.removeBody}
                </RemoveButton>
              </div>
            )}
          </>
        )}
        saved={view.row.people}
        expected={view.row.inquiry.unit === null ? undefined : view.expected}
        submitLabel={sheet.again ? text.saveAgain : undefined}
      />
      <p className="muted">{text.notAnonymous}</p>
    </>
  );
}

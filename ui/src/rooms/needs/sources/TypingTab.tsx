import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { DataList, type ListColumn } from '../../../components/DataList';
import { PersonField } from '../../../components/PersonField';
import { RemoveButton } from '../../../components/RemoveButton';
import { emptySheet, instrumentQuestions, SheetEntry, type SheetValue } from '../../../components/SheetEntry';
import { StateBadge } from '../../../components/StateBadge';
import {
  useDeleteInquirySheet, useFindInquirySheet, useInquiryPeople, useInquiryPeopleSource, useSaveInquirySheet, type InquiryPerson,
  type InquiryView,
} from '../../../data/needs/inquiries';
import { useListState } from '../../../frame/listState';
import { id } from '../../../i18n/id';
import { formatNip } from '../../../i18n/nip';
import styles from './sources.module.css';

const text = id.inquiries.typing;

interface Sheet {
  person: string | null;
  name: string;
  value: SheetValue;
  /** It is stored already and is being corrected. */
  again: boolean;
}

const columns: ListColumn<InquiryPerson>[] = [
  { id: 'name', header: text.name, width: 'minmax(0, 2fr)', cell: (row) => row.name },
  { id: 'nip', header: text.nip, width: '190px', cell: (row) => <span className="number">{formatNip(row.nip)}</span> },
  { id: 'unit', header: text.unit, width: 'minmax(0, 2fr)', cell: (row) => row.unit },
  {
    id: 'state',
    header: text.state,
    width: '110px',
    cell: (row) => <StateBadge tone={row.typed ? 'good' : 'neutral'}>{row.typed ? text.states.typed : text.states.waiting}</StateBadge>,
  },
];
const filters = [
  {
    id: 'state',
    label: text.state,
    options: (['waiting', 'typed'] as const).map((value) => ({ value, label: text.states[value] })),
  },
];

/** The sheets of a survey or a readiness check, one person after the other; one that is there opens. */
export function TypingTab({ at, view }: { at: string; view: InquiryView }) {
  if (view.instruments.length === 0) {
    return (
      <p role="status">
        {text.noSheet} <Link to="/needs/sources/$id/questions" params={{ id: at }}>{text.toQuestions}</Link>
      </p>
    );
  }
  return <Typing at={at} view={view} />;
}

function Typing({ at, view }: { at: string; view: InquiryView }) {
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
      <People at={at} onOpen={(row) => void go(row.person, row.name)} />
    </>
  );
}

function People({ at, onOpen }: { at: string; onOpen: (row: InquiryPerson) => void }) {
  const [state, setState] = useListState();
  return (
    <div className={styles.people}>
      <DataList
        id="inquiry-people"
        label={text.people}
        noun={text.noun}
        columns={columns}
        source={useInquiryPeopleSource(at, state)}
        rowId={(row) => row.person}
        rowLabel={(row) => row.name}
        state={state}
        onState={setState}
        onOpen={onOpen}
        searchPlaceholder={text.search}
        filters={filters}
      />
    </div>
  );
}

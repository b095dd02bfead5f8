import { Button, Select } from '@mantine/core';
import { useState } from 'react';
import { ConfirmDialog } from '../../components/ConfirmDialog';
import { emptySheet, instrumentQuestions, SheetEntry, type SheetValue } from '../../components/SheetEntry';
import {
  useDeleteFollowUpSheet, useFindFollowUpSheet, useSaveFollowUpSheet, type FollowUpView, type SheetOf,
} from '../../data/evaluation/followups';
import { id } from '../../i18n/id';
import styles from './followups.module.css';
import { SheetList } from './SheetList';

const room = id.followups;
const text = room.page;

interface Sheet extends SheetOf {
  value: SheetValue;
  /** It is stored already and is being corrected. */
  again: boolean;
}

const isThere = ({ people }: FollowUpView, { enrolment, role }: SheetOf) =>
  people.some((person) => person.enrolment === enrolment && person.answered.includes(role));

/** The next person after this one whose sheet of the same side is missing; then the other sides, from the top. */
function nextMissing({ people, plan }: FollowUpView, after?: SheetOf): SheetOf {
  const own = after?.role ?? plan.roles[0] ?? 'self';
  const sides = [own, ...plan.roles.filter((role) => role !== own)];
  const from = people.findIndex((person) => person.enrolment === after?.enrolment) + 1;
  const order = [...people.slice(from), ...people.slice(0, from)];
  for (const role of sides) {
    const found = order.find((person) => !person.answered.includes(role) && !(person.enrolment === after?.enrolment && role === own));
    if (found) return { enrolment: found.enrolment, role };
  }
  return { enrolment: people[0]?.enrolment ?? '', role: own };
}

/** The sheets of a follow-up: whom it is about, who filled it in, then the answers. A sheet that is there opens. */
export function FollowUpTyping({ view }: { view: FollowUpView }) {
  const followup = view.row.id;
  const [sheet, setSheet] = useState<Sheet>(() => ({ ...nextMissing(view), value: emptySheet, again: false }));
  const [asking, setAsking] = useState(false);
  const find = useFindFollowUpSheet(followup);
  const save = useSaveFollowUpSheet();
  const person = view.people.find((one) => one.enrolment === sheet.enrolment);
  const go = async (of: SheetOf) => {
    // What was typed stays when another person is chosen for it; what was loaded goes with its person.
    const answers = isThere(view, of) ? await find(of) : null;
    setSheet({ ...of, value: answers ?? (sheet.again ? emptySheet : sheet.value), again: answers !== null });
  };
  const blank = (of: SheetOf) => setSheet({ ...of, value: emptySheet, again: false });
  const remove = useDeleteFollowUpSheet(followup, { onDone: () => blank(sheet) });
  // Without fields of its own: the next sheet begins with its first question.
  const head = () =>
    sheet.again && (
      <div className={styles.again} role="status">
        {text.again(person?.name ?? '', room.roles[sheet.role])}
        <Button variant="default" size="xs" onClick={() => setAsking(true)}>
          {text.removeSheet}
        </Button>
      </div>
    );
  return (
    <div className={styles.typing}>
      <div>
        <div className={styles.of}>
          <Select
            className={styles.person}
            label={text.person}
            searchable
            allowDeselect={false}
            nothingFoundMessage={text.noPerson}
            data={view.people.map((one) => ({ value: one.enrolment, label: one.name }))}
            value={sheet.enrolment}
            onChange={(enrolment) => enrolment !== null && void go({ enrolment, role: sheet.role })}
          />
          <Select
            label={text.role}
            allowDeselect={false}
            data={view.plan.roles.map((role) => ({ value: role, label: room.roles[role] }))}
            value={sheet.role}
            onChange={(role) => role !== null && void go({ enrolment: sheet.enrolment, role })}
          />
        </div>
        <SheetEntry
          label={text.label}
          questions={instrumentQuestions(view.instruments)}
          value={sheet.value}
          onChange={(value) => setSheet({ ...sheet, value })}
          onSave={() =>
            save.mutateAsync({
              followup,
              enrolment: sheet.enrolment,
              role: sheet.role,
              answers: { marks: { ...sheet.value.marks }, comments: { ...sheet.value.comments } },
              again: sheet.again,
            })
          }
          onNext={() => blank(nextMissing(view, sheet))}
          head={head}
          saved={view.row.answered}
          expected={view.row.expected}
          submitLabel={sheet.again ? text.saveAgain : undefined}
        />
        <p className="muted">{text.notAnonymous}</p>
      </div>
      <SheetList view={view} open={sheet} onPick={(of) => void go(of)} />
      <ConfirmDialog
        opened={asking}
        title={text.removeSheetTitle}
        confirmLabel={text.removeSheet}
        danger
        onConfirm={() => remove.mutateAsync(sheet)}
        onClose={() => setAsking(false)}
      >
        {text.removeSheetBody}
      </ConfirmDialog>
    </div>
  );
}

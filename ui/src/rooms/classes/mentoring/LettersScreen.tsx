import { TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useState } from 'react';
import { DateField } from '../../../components/DateField';
import { PageHeader } from '../../../components/PageHeader';
import { Paper } from '../../../components/ReportPage';
import { useStatus } from '../../../data/home';
import { useReport, type MentoringReport } from '../../../data/mentoring';
import { useAddressId } from '../../../data/open';
import { id } from '../../../i18n/id';
import { useClassPlace } from '../useClassPlace';
import { boardPage } from './links';
import styles from './mentoring.module.css';

const text = id.pairing.letters;

/** The letters of assignment, one for each mentor, drawn again when number or date change. */
export function LettersScreen() {
  const classId = useAddressId();
  const today = useStatus().data?.today;
  const [number, setNumber] = useState('');
  const [typed, setTyped] = useState<{ date: string | null } | null>(null);
  const date = typed ? typed.date : (today ?? null);
  const [drawn] = useDebouncedValue(number.trim(), 300);
  const letters = (no: string, day: string): MentoringReport => ({
    kind: 'letters',
    class: classId,
    options: { number: no, date: day },
  });
  return (
    <>
      <PageHeader {...useClassPlace(classId, boardPage(classId))} title={text.title} />
      <div className={styles.paperForm}>
        <TextInput
          label={text.number}
          description={text.numberHint}
          autoComplete="off"
          w={360}
          value={number}
          onChange={(event) => setNumber(event.currentTarget.value)}
        />
        <DateField
          label={text.date}
          required
          value={date}
          error={typed !== null && typed.date === null ? id.pairing.approve.missing : undefined}
          onChange={(next) => setTyped({ date: next })}
        />
      </div>
      <p className={styles.paperHint}>{text.dateHint}</p>
      {date !== null && <Letters drawn={letters(drawn, date)} typed={letters(number.trim(), date)} />}
    </>
  );
}

/** The paper follows what is typed after a pause; what is saved is always what stands in the fields. */
function Letters({ drawn, typed }: { drawn: MentoringReport; typed: MentoringReport }) {
  return <Paper label={text.title} pdf={useReport(drawn).pdf} save={(backend) => backend.mentoring.saveReport(typed)} />;
}

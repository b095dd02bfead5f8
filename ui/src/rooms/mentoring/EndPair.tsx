import { Select } from '@mantine/core';
import { useState } from 'react';
import { RefusalError } from '../../backend/backend';
import { ConfirmWithReason } from '../../components/ConfirmWithReason';
import { DateField } from '../../components/DateField';
import { useEndPair, type Ending, type PairRow } from '../../data/mentoring';
import { id } from '../../i18n/id';
import styles from './mentoring.module.css';

const room = id.mentoring;
const text = room.pair;
const endings: readonly Ending[] = ['finished', 'stopped', 'moved', 'mentor_left', 'mentee_left'];
const isEnding = (value: string | null): value is Ending => endings.some((ending) => ending === value);

export interface EndPairProps {
  row: PairRow;
  today: string;
  opened: boolean;
  onClose: () => void;
}

/** How a pair ends, and when. An end as planned needs no reason. */
export function EndPair({ row, today, opened, onClose }: EndPairProps) {
  const [ending, setEnding] = useState<Ending>('finished');
  const [day, setDay] = useState<string | null>(today);
  const end = useEndPair(row.id);
  const confirm = async (note: string) => {
    if (day === null) throw new RefusalError({ code: 'invalid_input', message: text.dayMissing });
    await end.mutateAsync({ ending, day, note });
  };
  return (
    <ConfirmWithReason
      opened={opened}
      title={text.endTitle}
      confirmLabel={text.endConfirm}
      reasonLabel={text.endNote}
      required={ending !== 'finished'}
      onConfirm={confirm}
      onClose={onClose}
    >
      <div className={styles.dialogFields}>
        <p>{text.endBody(row.mentee, row.mentor)}</p>
        <Select
          data-autofocus
          label={text.ending}
          description={text.endingHints[ending]}
          data={endings.map((value) => ({ value, label: room.endings[value] }))}
          allowDeselect={false}
          value={ending}
          onChange={(value) => isEnding(value) && setEnding(value)}
        />
        <DateField label={text.endDay} required value={day} onChange={setDay} />
      </div>
    </ConfirmWithReason>
  );
}

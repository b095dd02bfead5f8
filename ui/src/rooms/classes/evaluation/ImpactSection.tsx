import { SegmentedControl } from '@mantine/core';
import { useState } from 'react';
import { ImpactTable } from '../../../components/ImpactTable';
import { Loaded } from '../../../components/Loaded';
import { useImpact } from '../../../data/evaluation/programmes';
import { id } from '../../../i18n/id';
import styles from './evaluation.module.css';

const text = id.followups.impact;
const spans = [3, 6, 12, 24];

/** The public's figures of the participants' units before and after the class. */
export function ImpactSection({ classId }: { classId: string }) {
  const [months, setMonths] = useState(12);
  const impact = useImpact({ kind: 'class', id: classId }, months);
  return (
    <section aria-label={text.title}>
      <div className={styles.head}>
        <h2>{text.title}</h2>
        <SegmentedControl
          size="xs"
          aria-label={text.months}
          value={String(months)}
          data={spans.map((span) => ({ value: String(span), label: text.monthsOf(span) }))}
          onChange={(value) => setMonths(Number(value))}
        />
      </div>
      <Loaded query={impact}>{(shown) => <ImpactTable impact={shown} />}</Loaded>
    </section>
  );
}

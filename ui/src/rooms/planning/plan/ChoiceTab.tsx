import { Button, SegmentedControl, TextInput } from '@mantine/core';
import { useState } from 'react';
import { EmptyState } from '../../../components/EmptyState';
import { holdsWords } from '../../../components/holdsWords';
import { Icon } from '../../../components/icons';
import { useExplain, type PlanView } from '../../../data/planning/plan';
import { id } from '../../../i18n/id';
import { CandidateTable } from './CandidateTable';
import { ChoicePanel } from './ChoicePanel';
import styles from './plan.module.css';
import { Warnings } from './Warnings';

const text = id.plan.choice;
const parts = [
  { value: 'all', label: text.filter },
  { value: 'in', label: text.onlyIn },
  { value: 'out', label: text.onlyOut },
];

/** The candidates on the left, what the choice came to on the right, and between them why. */
export function ChoiceTab({ view, onAdd }: { view: PlanView; onAdd: () => void }) {
  const [part, setPart] = useState('all');
  const [sought, setSought] = useState('');
  const explaining = useExplain(view.row.head.id);
  const draft = view.row.head.status === 'draft';
  const shown = view.items.filter(
    ({ item, programme }) =>
      (part === 'all' || item.chosen === (part === 'in')) && holdsWords(sought, item.name, programme, item.sub_activity, item.alternative),
  );
  if (view.items.length === 0) {
    const add = <Button onClick={onAdd}>{id.plan.page.add}</Button>;
    return <EmptyState icon="programme" title={text.empty} text={text.emptyText} action={draft && add} />;
  }
  return (
    <div className={`${styles.beside} ${styles.scroll}`}>
      <section aria-label={text.candidates}>
        <div className={styles.bar}>
          <TextInput
            aria-label={text.search}
            placeholder={text.search}
            leftSection={<Icon name="search" size={16} />}
            value={sought}
            onChange={(event) => setSought(event.currentTarget.value)}
          />
          <SegmentedControl aria-label={text.candidates} data={parts} value={part} onChange={setPart} />
        </div>
        <CandidateTable rows={shown} readOnly={!draft} explanation={explaining.explanation} />
      </section>
      <div className={styles.aside}>
        <ChoicePanel view={view} {...explaining} />
        <Warnings warnings={view.warnings} />
      </div>
    </div>
  );
}
